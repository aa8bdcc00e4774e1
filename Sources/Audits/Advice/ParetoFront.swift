/// The points that nothing beats in both leakage and accuracy.
enum ParetoFront {
    /// Indices of the points for which no other leaks at most as much and is at least as accurate, and differs.
    ///
    /// - Returns: by ascending leakage, those with the same values in their order.
    static func indices(_ points: [(leakage: Double, accuracy: Double)]) -> [Int] {
        let order = points.indices.sorted { left, right in
            let (a, b) = (points[left], points[right])
            return (a.leakage, -a.accuracy, left) < (b.leakage, -b.accuracy, right)
        }
        var front: [Int] = []
        for index in order {
            guard let last = front.last else {
                front.append(index)
                continue
            }
            // Everything before leaks at most as much: to stay, a point has to be more accurate, or the same as the last.
            let isSame = points[index] == points[last]
            if isSame || points[index].accuracy > points[last].accuracy { front.append(index) }
        }
        return front
    }
}
