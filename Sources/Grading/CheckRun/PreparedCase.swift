internal import Wire

/// A fault of ours: the submission could not be graded, whatever it holds.
package struct GradingFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What happened and what to do.
  package let description: String

  /// Makes a fault.
  package init(_ description: String) {
    self.description = description
  }
}

/// One input with what the reference makes of it.
struct PreparedCase {
  let index: Int
  let size: CaseSize
  let arguments: [Value]
  let expected: Value

  /// Draws the cases of a check from a seed and computes the expected values.
  ///
  /// A reference that throws, gives another type, a number that is not finite, or a gradient that central differences do
  /// not confirm, is a fault of ours.
  static func all(
    _ check: Check, _ agreement: Agreement, exercise: String, seed: UInt64
  ) throws(GradingFault) -> [PreparedCase] {
    let base = Seed.derive(seed, "\(exercise)/\(check.name)")
    var cases: [PreparedCase] = []
    for (index, size) in agreement.plan.sizes.enumerated() {
      func fault(_ text: String) -> GradingFault {
        GradingFault("the reference of \(exercise), check '\(check.name)', case \(index), seed \(seed): \(text)")
      }
      var generator = CaseGenerator(seed: Seed.derive(base, "case", index), size: size, ordinal: index)
      let arguments: [Value]
      let expected: Value
      do {
        arguments = try agreement.arguments(&generator).map { try Value(of: $0) }
        let result = try agreement.function.call(arguments)
        expected = agreement.canonical?(result, arguments) ?? result
      } catch {
        throw fault("\(error)")
      }
      guard expected.isFinite else { throw fault("the expected value is not finite") }
      if let gradient = agreement.gradient, [.tiny, .small, .general].contains(size),
        expected.allNumbers.count <= mostConfirmedEntries
      {
        let problem = Self.contradiction(gradient, agreement.parameters, arguments, expected)
        if let problem { throw fault(problem) }
      }
      cases.append(PreparedCase(index: index, size: size, arguments: arguments, expected: expected))
    }
    return cases
  }

  /// Larger gradients are not confirmed at every run, but in the tests.
  private static let mostConfirmedEntries = 40

  /// Where the reference's gradient and central differences of its loss disagree, if they do.
  private static func contradiction(
    _ gradient: Gradient, _ parameters: [String], _ arguments: [Value], _ expected: Value
  ) -> String? {
    for (result, argument) in gradient.blocks {
      guard let place = CentralDifferences.place(argument, parameters: parameters) else {
        return "there is no argument \(argument)"
      }
      let block = result.isEmpty ? expected : expected[result] ?? .none
      let derivatives = try? CentralDifferences.derivatives(of: gradient.lossValue, arguments, at: place)
      let numbers = block.allNumbers
      guard let derivatives, derivatives.count == numbers.count else {
        return "the derivatives by \(argument) cannot be compared with \(result)"
      }
      let disagreeing = numbers.indices.filter { !Tolerance.centralDifferences.accepts(numbers[$0], derivatives[$0]) }
      guard !disagreeing.isEmpty else { continue }
      // Where the loss bends sharply, a smaller step tells more.
      let closer = try? CentralDifferences.derivatives(of: gradient.lossValue, arguments, at: place, divisor: 8)
      if let entry = disagreeing.first(where: { entry in
        closer.map { !Tolerance.centralDifferences.accepts(numbers[entry], $0[entry]) } ?? true
      }) {
        return "entry \(entry) of \(result) is \(numbers[entry]), central differences give \(derivatives[entry])"
      }
    }
    return nil
  }
}

extension Gradient {
  /// The reference's loss as a number.
  func lossValue(_ arguments: [Value]) throws -> Double {
    guard case .number(let loss) = try loss.call(arguments) else {
      throw ConversionError(expected: "a loss that is a number")
    }
    return loss
  }
}

extension Value {
  /// Whether all numbers in the value are finite.
  var isFinite: Bool {
    Leaf.all(in: self).allSatisfy { $0.value.numbers?.allSatisfy(\.isFinite) ?? true }
  }
}
