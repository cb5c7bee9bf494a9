/// How one check of an exercise came out.
package struct CheckResult: Hashable, Sendable {
  /// The name of the check.
  package var name: String

  /// How it came out.
  package var status: Status

  /// The points earned.
  package var points: Double

  /// The points that could be earned.
  package var maxPoints: Double

  /// What to tell the student.
  package var message: String

  /// The smallest input that shows what is wrong.
  package var counterexample: Counterexample?

  /// Makes a result.
  package init(
    name: String, status: Status, points: Double, maxPoints: Double, message: String = "",
    counterexample: Counterexample? = nil
  ) {
    self.name = name
    self.status = status
    self.points = points
    self.maxPoints = maxPoints
    self.message = message
    self.counterexample = counterexample
  }
}

/// An input on which a student's function and the reference differ.
package struct Counterexample: Hashable, Sendable {
  /// The function called.
  package var function: String

  /// The arguments, as they are shown.
  package var arguments: [String]

  /// What the student's function gave, if it gave anything.
  package var student: String?

  /// What it should have given, where that may be shown.
  package var expected: String?

  /// Where and how the two differ.
  package var difference: String?

  /// The seed from which the input was drawn.
  package var seed: UInt64

  /// The place of the input among those drawn from the seed, counted from 0.
  package var index: Int

  /// Makes a counterexample.
  package init(
    function: String, arguments: [String], student: String? = nil, expected: String? = nil, difference: String? = nil,
    seed: UInt64, index: Int
  ) {
    self.function = function
    self.arguments = arguments
    self.student = student
    self.expected = expected
    self.difference = difference
    self.seed = seed
    self.index = index
  }
}
