extension Sequence<Int> {
    /// The product of numbers that are not negative; `Int.max` when it is larger.
    func saturatedProduct() -> Int {
        reduce(1) { total, factor in
            let (product, isOver) = total.multipliedReportingOverflow(by: factor)
            return isOver ? .max : product
        }
    }

    /// The sum of numbers that are not negative; `Int.max` when it is larger.
    func saturatedSum() -> Int {
        reduce(0) { total, term in
            let (sum, isOver) = total.addingReportingOverflow(term)
            return isOver ? .max : sum
        }
    }
}
