/// Whether two numbers agree relative to the expected one; infinities must be equal.
func isClose(_ actual: Double?, _ expected: Double, relative: Double = 1e-10, absolute: Double = 0) -> Bool {
    guard let actual else { return false }
    if actual == expected { return true }
    return abs(actual - expected) <= max(relative * abs(expected), absolute)
}
