internal import Wire

/// Finds out whether a wrong gradient is the right gradient of what the student computes: then the forward pass is the cause.
///
/// The student's own functions compute the loss at points around a failing case, and central differences of it are held against the student's
/// gradient.
struct OwnLoss {
  private let pool: ProgramPool
  private let agreement: Agreement
  private let failures: [AgreementEvaluation.Failure]

  /// The most entries for which differences are taken.
  private static let mostEntries = 60

  init(_ pool: ProgramPool, _ agreement: Agreement, _ failures: [AgreementEvaluation.Failure]) {
    self.pool = pool
    self.agreement = agreement
    self.failures = failures
  }

  /// A sentence about the cause, if it is known.
  func cause() throws -> String? {
    guard let gradient = agreement.gradient, !gradient.ownLoss.isEmpty else { return nil }
    let candidates = failures.filter { entries(gradient, $0) <= Self.mostEntries }
    guard let smallest = candidates.first, let largest = candidates.last else { return nil }
    var forwardDiffers = false
    for failure in smallest.wholeCase.index == largest.wholeCase.index ? [smallest] : [smallest, largest] {
      guard let finding = try examine(gradient, failure) else { return nil }
      forwardDiffers = forwardDiffers || finding.lossDiffers
      guard finding.gradientFits else {
        return forwardDiffers
          ? "The loss from your own \(names(gradient)) is not the expected one on these inputs either: mend that first."
          : nil
      }
    }
    guard forwardDiffers else { return nil }
    return
      "Cause: your forward pass. This is the gradient of the loss that your own \(names(gradient)) computes, and that loss is not the "
      + "expected one. Mend the forward pass; the backward pass fits it."
  }

  private func names(_ gradient: Gradient) -> String {
    gradient.ownLoss.map(\.function).joined(separator: " and ")
  }

  private func entries(_ gradient: Gradient, _ failure: AgreementEvaluation.Failure) -> Int {
    gradient.blocks.reduce(0) { sum, block in
      guard let place = CentralDifferences.place(block.argument, parameters: agreement.parameters) else { return sum }
      return sum + CentralDifferences.probes(failure.wholeCase.arguments, at: place).count
    }
  }

  private struct Finding {
    let lossDiffers: Bool
    let gradientFits: Bool
  }

  private func examine(_ gradient: Gradient, _ failure: AgreementEvaluation.Failure) throws -> Finding? {
    let arguments = failure.wholeCase.arguments
    guard let expected = try? gradient.lossValue(arguments) else { return nil }
    guard let own = try losses(gradient, [arguments])?.first else { return nil }
    let lossDiffers = !Tolerance.results.accepts(own, expected)
    for (result, argument) in gradient.blocks {
      guard let place = CentralDifferences.place(argument, parameters: agreement.parameters) else { return nil }
      let block = result.isEmpty ? failure.student : failure.student[result] ?? .none
      let numbers = block.allNumbers
      let probes = CentralDifferences.probes(arguments, at: place)
      guard numbers.count == probes.count else { return Finding(lossDiffers: lossDiffers, gradientFits: false) }
      guard let values = try losses(gradient, probes.flatMap { [$0.above, $0.below] }) else { return nil }
      for (index, probe) in probes.enumerated() {
        let derivative = (values[2 * index] - values[2 * index + 1]) / probe.step
        guard Tolerance.centralDifferences.accepts(numbers[index], derivative) else {
          return Finding(lossDiffers: lossDiffers, gradientFits: false)
        }
      }
    }
    return Finding(lossDiffers: lossDiffers, gradientFits: true)
  }

  /// The losses that the student's functions compute for several inputs; nil when one of them gives none.
  private func losses(_ gradient: Gradient, _ inputs: [[Value]]) throws -> [Double]? {
    var previous = inputs.map { _ in Value.none }
    for stage in gradient.ownLoss {
      let calls = zip(inputs, previous).map { stage.arguments($0, $1).map(Request.Argument.value) }
      var next: [Value] = []
      for outcome in try pool.program().call(stage.function, calls) {
        guard case .returned(let value) = outcome else { return nil }
        next.append(value)
      }
      previous = next
    }
    let numbers = previous.compactMap { value -> Double? in
      if case .number(let number) = value { number } else { nil }
    }
    return numbers.count == inputs.count ? numbers : nil
  }
}
