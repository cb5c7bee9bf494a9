import Glibc
import Testing
import Wire

@testable import Grading

@Suite struct `Central differences confirm a reference's gradient` {
  /// The derivative of sin(1500 x), of which a step that suits most functions shows only five digits, times a factor.
  private static func check(factor: Double) -> Check {
    let slope = Function("slope") { (x: Double) in factor * 1500 * cos(1500 * x) }
    let wave = Function("wave") { (x: Double) in sin(1500 * x) }
    return .agreement("1500 cos(1500 x)", points: 1, slope, ["x"]) { [$0.number()] }
      .gradient(Gradient(of: wave, blocks: [("", "x")]))
  }

  private static func cases(_ check: Check) throws -> [PreparedCase] {
    guard case .agreement(let agreement) = check.kind else { return [] }
    return try PreparedCase.all(check, agreement, exercise: "wave", seed: 1)
  }

  @Test func `also where its loss bends sharply`() throws {
    #expect(try Self.cases(Self.check(factor: 1)).count > 10)
  }

  @Test func `but none that is wrong`() {
    #expect(throws: GradingFault.self) { try Self.cases(Self.check(factor: 1.0001)) }
  }
}
