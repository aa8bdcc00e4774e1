/// What a stylesheet made of a document.
public struct XSLOutput: Sendable, Hashable {
    /// The result, serialised as the stylesheet's `xsl:output` says.
    public let bytes: [UInt8]
    /// What the stylesheet said through `xsl:message`; empty when it said nothing.
    public let messages: String

    /// The result as text, for stylesheets whose `xsl:output` encoding is UTF-8.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}
