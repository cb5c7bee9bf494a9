import LinearAlgebra
import Testing
import Wire

@testable import Grading
@testable import MiniatureCourse

@Suite struct `The miniature course` {
  @Test(arguments: miniatureChecks.keys.sorted())
  func `has references that are finite and gradients that agree with central differences`(exercise: String) throws {
    let checks = try #require(miniatureChecks[exercise]?())
    #expect(checks.exercise == exercise)
    #expect(checks.maximumPoints == 5)
    for check in checks.checks {
      guard case .agreement(let agreement) = check.kind else { continue }
      for (index, size) in agreement.plan.sizes.enumerated() {
        var generator = CaseGenerator(seed: Seed.derive(1, check.name, index), size: size)
        let arguments = try agreement.arguments(&generator).map { try Value(of: $0) }
        let result = try agreement.function.call(arguments)
        let leaves = Leaf.all(in: result).flatMap { $0.value.numbers ?? [.nan] }
        #expect(leaves.allSatisfy { $0.isFinite })
        guard let loss = agreement.gradient?.loss else { continue }
        let differences = try CentralDifferences.derivatives(
          of: { try #require(loss.call($0).numbers?.first) }, arguments,
          at: CentralDifferences.Place(argument: 0, field: nil))
        #expect(leaves.count == differences.count)
        #expect(zip(leaves, differences).allSatisfy { Tolerance.centralDifferences.accepts($0, $1) })
      }
    }
  }

  @Test func `works out the lesson's numbers`() {
    #expect(mean([1, 2, 6]) == 3)
    #expect(centred([1, 2, 6]) == [-2, -1, 3])
    #expect(abs(moments([1, 2, 6]).variance - 14 / 3) < 1e-15)
    #expect((varianceGradient([1, 2, 6]) - [-4.0 / 3, -2.0 / 3, 2]).norm < 1e-15)
    #expect(varianceGradient([5]) == [0])
  }
}
