package import Grading
internal import LinearAlgebra
internal import Wire

// A second course, unlike the first, which shows that the engine knows neither by name. Its folders stand in
// Tests/Fixtures/miniature; the folder References leads to its solutions, so that they are the references here.

/// The miniature course's checks, by the exercise's identifier.
package let miniatureChecks: [String: @Sendable () -> ExerciseChecks] = [
  "mean": meanChecks,
  "variance-gradient": varianceGradientChecks,
]

@Sendable private func meanChecks() -> ExerciseChecks {
  ExerciseChecks(
    "mean",
    [
      .agreement("m = sum_i x_i / n", points: 2, Function("mean", mean), ["x"], plan: plan) { g in [g.list()] },
      .agreement("d_i = x_i - m", points: 3, Function("centred", centred), ["x"], plan: plan) { g in [g.list()] },
    ])
}

@Sendable private func varianceGradientChecks() -> ExerciseChecks {
  ExerciseChecks(
    "variance-gradient",
    [
      .agreement("the mean and the variance", points: 2, Function("moments", moments), ["x"], plan: plan) { g in
        [g.list()]
      },
      .agreement(
        "ds/dx_j = 2 / n (x_j - m)", points: 3, Function("varianceGradient", varianceGradient), ["x"], plan: plan
      ) { g in
        [g.list()]
      }.gradient(Gradient(of: Function("loss") { (x: Vector) in moments(x).variance }, blocks: [("", "x")])),
    ])
}

private let plan = CasePlan(tiny: 2, small: 4, general: 4, saturated: 2, long: 0)

extension CaseGenerator {
  /// A list of at least one number.
  fileprivate mutating func list() -> Vector { vector(dimension()) }
}
