/// The look that all pages of LayerAudit share.
public enum ReportStyle {
    /// `report.css`: colours for light and dark, tables, badges, print.
    public static var css: [UInt8] { PackageResources.report_css }
}
