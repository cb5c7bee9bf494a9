internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the full softmax and negative sampling must satisfy.
@Sendable func softmaxVersusSamplingChecks() -> ExerciseChecks {
  ExerciseChecks("softmax-versus-sampling", softmaxChecks() + samplingChecks() + costChecks())
}

private func softmaxChecks() -> [Check] {
  [
    .agreement(
      "L = -log softmax(U v)[o]", points: 1, Function("softmaxLoss", softmaxLoss), ["v", "U", "target"],
      plan: .manyExtremes
    ) { g in
      let pair = g.pair()
      return [pair.v, pair.U, pair.target]
    },

    .agreement(
      "dv = U^T dz, dU = dz v^T with dz = softmax(U v) - one-hot(o)", points: 3,
      Function("softmaxGradients", softmaxGradients), ["v", "U", "target"], plan: .withoutTime
    ) { g in
      let pair = g.pair()
      return [pair.v, pair.U, pair.target]
    }.gradient(
      Gradient(
        of: Function("loss", softmaxLoss), blocks: [("dv", "v"), ("dU", "U")],
        ownLoss: [Gradient.Stage("softmaxLoss") { arguments, _ in arguments }])),
  ]
}

private func samplingChecks() -> [Check] {
  [
    .agreement(
      "L = -log sigmoid(u_o . v) - sum_k log sigmoid(-u_k . v)", points: 2,
      Function("samplingLoss", samplingLoss), ["v", "U", "target", "negatives"], plan: .manyExtremes
    ) { g in
      let pair = g.pair()
      return [pair.v, pair.U, pair.target, g.negatives(besides: pair.target, below: pair.U.rows)]
    },

    .agreement(
      "dv and the rows of dU: those of the target and of each negative", points: 4,
      Function("samplingGradients", samplingGradients), ["v", "U", "target", "negatives"],
      plan: CasePlan(small: 8, long: 0)
    ) { g in
      let pair = g.pair()
      return [pair.v, pair.U, pair.target, g.negatives(besides: pair.target, below: pair.U.rows)]
    }.comparing { result, arguments in
      scattered(result, over: arguments)
    }.gradient(
      Gradient(
        of: Function("loss", samplingLoss), blocks: [("dv", "v"), ("dU", "U")],
        ownLoss: [Gradient.Stage("samplingLoss") { arguments, _ in arguments }])),
  ]
}

private func costChecks() -> [Check] {
  [
    costCheck("the cost of the sampling loss does not grow with V", Function("samplingLoss", samplingLoss)),
    costCheck(
      "the cost of the sampling gradients does not grow with V", Function("samplingGradients", samplingGradients)),
  ]
}

/// A loop over all words takes a hundred times as long for a hundred times as many; what each call costs anyway dilutes
/// that, and what the caches do to a single row blurs it, so that the bound lies between.
private func costCheck(_ name: String, _ function: Function) -> Check {
  .cost(
    name, points: 1, function, growing: "the vocabulary V", largeArgument: 1, from: 1000, to: 100_000, largestRatio: 4,
    large: { g, V in g.weights(V, 2) },
    others: { g, V in
      let target = g.index(below: V)
      return [g.vector(2), target, (0..<5).map { _ in g.index(besides: target, below: V) }]
    })
}

/// The result with its rows added up in a table of the size of U, so that neither their order matters nor whether a
/// repeated word has one entry or several.
///
/// A result with a row that U has not, or with one of another length, stays as it is: its list agrees with no table.
private func scattered(_ result: Value, over arguments: [Value]) -> Value {
  guard case .structure(let name, let fields) = result, case .list(let rows)? = result["dU"],
    case .matrix(let U)? = arguments.dropFirst().first
  else { return result }
  var dU = Matrix.zeros(U.rows, U.columns)
  for entry in rows {
    guard case .integer(let row)? = entry["row"], case .vector(let gradient)? = entry["gradient"],
      (0..<U.rows).contains(row), gradient.count == U.columns
    else { return result }
    dU[row: row] += gradient
  }
  return .structure(name, fields.map { $0.label == "dU" ? Value.Field("dU", .matrix(dU)) : $0 })
}

extension CaseGenerator {
  /// A centre vector, a context table and a target; in saturated cases the scores reach thousands.
  fileprivate mutating func pair() -> (v: Vector, U: Matrix, target: Int) {
    let sizes = dimensions(1, 2)
    let (D, V) = (sizes[0], sizes[1])
    return (vector(D), matrix(V, D), index(below: V))
  }

  /// Negatives that are not the target: from none to six, some of them repeated.
  fileprivate mutating func negatives(besides target: Int, below V: Int) -> [Int] {
    let count =
      switch size {
      case .tiny: 1
      case .small: max(0, integer(in: -1...3))
      case .general, .saturated, .long: integer(in: 1...5)
      }
    var negatives = (0..<count).map { _ in index(besides: target, below: V) }
    if count >= 2, let first = negatives.first { negatives.append(first) }
    return negatives
  }

  /// A word that is not the target.
  fileprivate mutating func index(besides target: Int, below V: Int) -> Int {
    let other = index(below: V - 1)
    return other < target ? other : other + 1
  }
}
