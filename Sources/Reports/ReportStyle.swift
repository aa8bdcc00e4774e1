/// The look that all pages of LayerAudit share.
public enum ReportStyle {
    /// `palette.css` and `report.css`: colours for light, dark and print, tables, badges, paper.
    public static var css: [UInt8] { PackageResources.palette_css + PackageResources.report_css }
}
