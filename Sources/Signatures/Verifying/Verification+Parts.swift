extension Verification.Part {
    static func holds(_ kind: Kind, _ sentence: String) -> Self {
        Self(kind: kind, outcome: .holds, sentence: sentence)
    }

    static func broken(_ kind: Kind, _ sentence: String) -> Self {
        Self(kind: kind, outcome: .broken, sentence: sentence)
    }

    static func unchecked(_ kind: Kind, _ sentence: String) -> Self {
        Self(kind: kind, outcome: .unchecked, sentence: sentence)
    }
}
