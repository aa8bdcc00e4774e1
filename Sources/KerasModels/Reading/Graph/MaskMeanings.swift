import Networks

/// What the masks of an architecture say, so that two nodes that make the same mask in other ways are known as one.
///
/// Keras 3 writes down the operations by which layers made their masks, and makes those masks again all the same.
struct MaskMeanings {
    /// What a node's output is, in terms of others.
    private enum Meaning: Hashable {
        /// The output of a node that is no part of a mask.
        case node(Int)
        /// 1 where a value is not this number.
        case differing(Int, from: Double)
        /// 1 where some value of the last axis is 1.
        case any(Int)
        /// 1 where either is.
        case either(Int, Int)
        /// 1 where both are.
        case both(Int, Int)
        /// A mask with an axis of length 1 behind it, or repeated along that axis.
        case wide(Int)
        /// 0 everywhere, in the shape of a record.
        case nowhere
        /// 1 everywhere, in this shape of a record.
        case everywhere([Int])
        /// Wide masks put one after the other along an axis of a batch.
        case row([Int], axis: Int)
        /// Masks put one after the other along the steps.
        case steps([Int])
    }

    private var numbers: [Meaning: Int] = [:]
    private var meanings: [Meaning] = []
    private var ofNode: [Int] = []
    private var shapes: [[Int]] = []

    /// Notes the next node; one that is no part of a mask is `original` where that is another node with the same output.
    mutating func add(_ layer: any Layer, _ inputs: [Int], shape: [Int], original: Int? = nil) {
        let meaning = meaning(layer, inputs, shape) ?? .node(original ?? ofNode.count)
        ofNode.append(number(meaning))
        shapes.append(shape)
    }

    /// Whether two nodes have the same output.
    func areSame(_ first: Int, _ second: Int) -> Bool {
        first == second || ofNode[first] == ofNode[second] && shapes[first] == shapes[second]
    }

    /// A number that nodes with the same output have in common.
    func number(of node: Int) -> Int { ofNode[node] }

    /// Whether a node is 1 everywhere, as good as no mask.
    func isEverywhere(_ node: Int) -> Bool {
        if case .everywhere = meanings[ofNode[node]] { true } else { false }
    }

    private mutating func number(_ meaning: Meaning) -> Int {
        if let known = numbers[meaning] { return known }
        numbers[meaning] = meanings.count
        meanings.append(meaning)
        return meanings.count - 1
    }

    /// What a layer makes of its inputs; nil for one that has nothing to do with masks.
    private mutating func meaning(_ layer: any Layer, _ inputs: [Int], _ shape: [Int]) -> Meaning? {
        let taken = inputs.map { ofNode[$0] }
        guard let first = taken.first else { return nil }
        let last = shapes[inputs[0]].count
        switch layer {
        case is Identity: return meanings[first]
        case let source as StepMaskSource:
            switch source.rule {
            case .values(let value): return .differing(first, from: value)
            case .steps(let value): return .any(number(.differing(first, from: value)))
            }
        case let filled as Filled: return filled.value == 0 ? .nowhere : .everywhere(shape)
        case is Reshape where shape == shapes[inputs[0]] + [1]: return .wide(first)
        case let along as LargestAlongAxis where along.axis == last: return any(first, axis: last)
        case let merge as MaskMerge:
            switch merge.rule {
            case .any: return either(taken)
            case .all: return fold(taken) { .both($0, $1) }
            case .concatenated(let lengths):
                var rest = taken[...]
                var parts: [Int] = []
                for length in lengths { parts.append(length.map { number(.everywhere([$0])) } ?? rest.popFirst() ?? 0) }
                return .steps(parts)
            }
        case let merge as Merge where taken.count > 1 && merge.masks.isEmpty:
            switch merge.operation {
            case .maximum where taken.count == 2 && meanings[taken[1]] == .nowhere: return wide(first)
            case .maximum: return either(taken)
            case .minimum: return fold(taken) { .both($0, $1) }
            case .concatenate(let axis): return shape.count == 1 ? .steps(taken) : .row(taken, axis: axis)
            default: return nil
            }
        default: return nil
        }
    }

    /// A mask made wide stays itself when it is repeated.
    private func wide(_ one: Int) -> Meaning? {
        if case .wide = meanings[one] { meanings[one] } else { nil }
    }

    /// Several as one, from the first to the last; the same twice is itself.
    private mutating func fold(_ taken: [Int], _ join: (Int, Int) -> Meaning) -> Meaning {
        var result = taken[0]
        for next in taken.dropFirst() where next != result { result = number(join(result, next)) }
        return meanings[result]
    }

    /// 1 where one of several is.
    private mutating func either(_ taken: [Int]) -> Meaning {
        for one in taken { if case .everywhere = meanings[one] { return meanings[one] } }
        return fold(taken) { .either($0, $1) }
    }

    /// 1 where some value of the last axis is 1.
    private mutating func any(_ one: Int, axis last: Int) -> Meaning {
        switch meanings[one] {
        case .wide(let mask): return meanings[mask]
        case .row(let parts, let axis):
            var masks: [Int] = []
            for part in parts {
                switch meanings[part] {
                case .wide(let mask): masks.append(mask)
                case .everywhere(let shape): masks.append(number(.everywhere(Array(shape.dropLast()))))
                default: return .any(one)
                }
            }
            return axis == last ? either(masks) : axis == 1 ? .steps(masks) : .any(one)
        default: return .any(one)
        }
    }
}
