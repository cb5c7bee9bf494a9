internal import Wire

extension Value {
  /// Whether two wrong values are the same wrong value: what is not a number coincides with what is not a number, infinity with infinity.
  func coincides(with other: Value) -> Bool {
    let mine = Leaf.all(in: self)
    let theirs = Leaf.all(in: other)
    return mine.count == theirs.count
      && zip(mine, theirs).allSatisfy { left, right in
        guard left.location == right.location, left.value.shape == right.value.shape else { return false }
        guard let numbers = left.value.numbers, let others = right.value.numbers else {
          return left.value == right.value
        }
        return zip(numbers, others).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) || Tolerance(1e-8).accepts($0, $1) }
      }
  }
}
