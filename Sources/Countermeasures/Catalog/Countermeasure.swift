/// A defence: what it says about itself, and, in the protocols that build on this one, what it changes.
public protocol Countermeasure: Sendable {
    /// What it is, what it protects, and what it cannot.
    static var descriptor: CountermeasureDescriptor { get }
}
