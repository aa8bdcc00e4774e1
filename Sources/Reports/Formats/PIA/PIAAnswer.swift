/// The answer to one question of the PIA software.
struct PIAAnswer {
    /// The question's number, such as 111: section, part, question.
    let question: Int
    /// HTML.
    var text = ""
    /// 1 negligible, 2 limited, 3 significant, 4 maximal; 0 for a question without a gauge, nil for one not yet judged.
    var gauge: Int? = 0
    /// Plain words.
    var list: [String] = []
}
