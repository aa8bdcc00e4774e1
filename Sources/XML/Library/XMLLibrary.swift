import CLibXML2

/// The one-time set-up of libxml2 and libxslt.
enum XMLLibrary {
    /// Runs once, whichever thread comes first: parsers ready, nothing external loadable, stylesheets without access.
    private static let start: Void = {
        xmlInitParser()
        xsltInit()
        layeraudit_refuse_external_entities()
        if let nothing = forbidEverything() { xsltSetDefaultSecurityPrefs(nothing) }
    }()

    /// Makes the libraries ready; cheap after the first call.
    static func prepare() { start }

    /// Preferences under which a stylesheet can neither read nor write files, folders or the network.
    ///
    /// - Returns: preferences the caller frees, or nil when memory is short.
    static func forbidEverything() -> xsltSecurityPrefsPtr? {
        guard let preferences = xsltNewSecurityPrefs() else { return nil }
        let options = [
            XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
            XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK,
        ]
        for option in options { xsltSetSecurityPrefs(preferences, option, xsltSecurityForbid) }
        return preferences
    }
}
