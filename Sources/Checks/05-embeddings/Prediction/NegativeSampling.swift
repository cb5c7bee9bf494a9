internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What negative sampling over pairs must satisfy.
@Sendable func negativeSamplingChecks() -> ExerciseChecks {
  ExerciseChecks("negative-sampling", pairChecks() + rowChecks() + batchChecks() + stepChecks())
}

private func pairChecks() -> [Check] {
  [
    .agreement(
      "z: the scores of the outside word and of the negatives", points: 1, Function("sampledScores", sampledScores),
      ["pair", "p"], plan: .withoutTime
    ) { g in
      let p = g.tables()
      return [g.pair(below: p.W.rows), p]
    },

    .agreement(
      "L = -log sigmoid(z_0) - sum_k log sigmoid(-z_k)", points: 2, Function("sampledLoss", sampledLoss), ["z"],
      plan: .manyExtremes
    ) { g in [g.extremes(g.length())] },

    .agreement(
      "dz = sigmoid(z) - label", points: 1, Function("sampledScoreGradient", sampledScoreGradient), ["z"],
      plan: .manyExtremes
    ) { g in [g.extremes(g.length())] },

    .agreement(
      "dv from the outside word and all negatives", points: 2, Function("sampledCentreGradient", sampledCentreGradient),
      ["dz", "pair", "U"], plan: .withoutTime
    ) { g in
      let U = g.tables().U
      let pair = g.pair(below: U.rows)
      return [g.vector(pair.negatives.count + 1), pair, U]
    },
  ]
}

private func rowChecks() -> [Check] {
  [
    .agreement(
      "the rows of U with their gradients; repeated negatives add up", points: 2,
      Function("sampledRowGradients", sampledRowGradients), ["dz", "pair", "v"], plan: CasePlan(small: 8, long: 0)
    ) { g in g.rows() }.comparing { result, _ in inOrder(result) },

    .agreement(
      "no other rows: the outside word's and the negatives', each once", points: 1,
      Function("sampledRowGradients", sampledRowGradients), ["dz", "pair", "v"], plan: CasePlan(small: 8, long: 0)
    ) { g in g.rows() }.comparing { result, _ in rowNumbers(result) },
  ]
}

private func batchChecks() -> [Check] {
  [
    .agreement(
      "the loss of many pairs", points: 1, Function("batchSampledLoss", batchSampledLoss), ["pairs", "p"],
      plan: .withoutTime
    ) { g in g.batch() },

    .agreement(
      "the gradients of both tables for many pairs", points: 4,
      Function("batchSampledGradients", batchSampledGradients), ["pairs", "p"], plan: CasePlan(small: 8, long: 0)
    ) { g in g.batch() }.comparing { result, arguments in
      scattered(result, over: arguments)
    }.gradient(
      Gradient(
        of: Function("loss", batchSampledLoss), blocks: [("dW", "p.W"), ("dU", "p.U")],
        ownLoss: [Gradient.Stage("batchSampledLoss") { arguments, _ in arguments }])),

    .agreement(
      "of each table the touched rows, each once, and no others", points: 1,
      Function("batchSampledGradients", batchSampledGradients), ["pairs", "p"], plan: .withoutTime
    ) { g in g.batch() }.comparing { result, _ in
      guard case .structure(let name, let fields) = result else { return result }
      return .structure(name, fields.map { Value.Field($0.label, rowNumbers($0.value)) })
    },
  ]
}

private func stepChecks() -> [Check] {
  [
    .agreement(
      "a table after a step", points: 1, Function("movedTable", movedTable), ["table", "rows", "rate"],
      plan: .withoutTime
    ) { g in
      let table = g.tables().W
      let count = g.size == .tiny ? 1 : g.integer(in: 0...table.rows - 1)
      let first = g.index(below: table.rows)
      let rows = (0..<count).map {
        TouchedRow(row: (first + $0) % table.rows, gradient: g.vector(table.columns))
      }
      return [table, rows, g.rate()]
    },

    .agreement(
      "both tables after a step for one pair", points: 3, Function("sampledStep", sampledStep), ["pair", "p", "rate"],
      plan: .withoutTime
    ) { g in
      let p = g.tables()
      return [g.pair(below: p.W.rows), p, g.rate()]
    },

    .agreement(
      "rows that the pair does not touch stay as they are, to the last bit", points: 1,
      Function("sampledStep", sampledStep), ["pair", "p", "rate"], plan: .withoutTime
    ) { g in
      let p = g.tables()
      return [g.pair(below: p.W.rows), p, g.rate()]
    }.comparing { result, arguments in
      .text(changedRows(result, arguments))
    },
  ]
}

/// Rows in the order of their numbers; what repeats stays apart.
private func inOrder(_ rows: Value) -> Value {
  guard case .list(let items) = rows else { return rows }
  func number(_ item: Value) -> Int {
    guard case .integer(let row)? = item["row"] else { return 0 }
    return row
  }
  return .list(items.sorted { number($0) < number($1) })
}

/// The numbers of the rows alone.
private func rowNumbers(_ rows: Value) -> Value {
  guard case .list(let items) = inOrder(rows) else { return rows }
  return .list(items.map { $0["row"] ?? .none })
}

/// The result with the rows of each table scattered into a table of zeros of the right size.
///
/// A result with a row that the table has not, or with one of another length, stays as it is and agrees with nothing.
private func scattered(_ result: Value, over arguments: [Value]) -> Value {
  guard case .structure(let name, let fields) = result, let p = arguments.last else { return result }
  let tables = zip(fields, ["W", "U"]).map { field, label -> Value.Field? in
    guard case .list(let rows) = field.value, case .matrix(let like)? = p[label] else { return nil }
    var table = 0 * like
    for entry in rows {
      guard case .integer(let row)? = entry["row"], case .vector(let gradient)? = entry["gradient"],
        (0..<like.rows).contains(row), gradient.count == like.columns
      else { return nil }
      table[row: row] += gradient
    }
    return Value.Field(field.label, .matrix(table))
  }
  let complete = tables.compactMap { $0 }
  return complete.count == fields.count ? .structure(name, complete) : result
}

/// Which rows a step has changed although the pair does not touch them, in words.
private func changedRows(_ result: Value, _ arguments: [Value]) -> String {
  guard case .integer(let centre)? = arguments[0]["centre"], case .integer(let outside)? = arguments[0]["outside"],
    case .list(let negatives)? = arguments[0]["negatives"]
  else { return "no pair" }
  let others = negatives.map { value -> Int in
    guard case .integer(let word) = value else { return outside }
    return word
  }
  let changed = [("W", [centre]), ("U", [outside] + others)].flatMap { label, touched -> [String] in
    guard case .matrix(let before)? = arguments[1][label], case .matrix(let after)? = result[label],
      after.rows == before.rows
    else { return ["all of \(label)"] }
    return (0..<before.rows).filter { !touched.contains($0) && after[row: $0] != before[row: $0] }
      .map { "row \($0) of \(label)" }
  }
  return changed.isEmpty ? "only touched rows have changed" : "changed without need: " + changed.joined(separator: ", ")
}

extension CaseGenerator {
  /// Two tables; in saturated cases the scores reach thousands.
  fileprivate mutating func tables() -> SampledTables {
    let sizes = dimensions(1, 2)
    let (D, V) = (sizes[0], sizes[1])
    return SampledTables(W: matrix(V, D), U: matrix(V, D))
  }

  /// A pair and its negatives: from none to five, often repeated; the centre may be among them.
  fileprivate mutating func pair(below V: Int) -> SampledPair {
    let outside = index(below: V)
    var negatives = (0..<(size == .tiny ? 1 : integer(in: 0...4))).map { _ in word(besides: outside, below: V) }
    if negatives.count >= 2, let first = negatives.first { negatives.append(first) }
    return SampledPair(centre: index(below: V), outside: outside, negatives: negatives)
  }

  private mutating func word(besides outside: Int, below V: Int) -> Int {
    let other = index(below: V - 1)
    return other < outside ? other : other + 1
  }

  /// Derivatives by the scores, a pair and a centre vector.
  fileprivate mutating func rows() -> [Any] {
    let sizes = dimensions(1, 2)
    let pair = pair(below: sizes[1])
    return [vector(pair.negatives.count + 1), pair, vector(sizes[0])]
  }

  /// Pairs of which some share a centre, and the tables.
  fileprivate mutating func batch() -> [Any] {
    let p = tables()
    var pairs = (0..<(size == .tiny ? 1 : integer(in: 0...3))).map { _ in pair(below: p.W.rows) }
    if pairs.count >= 2 { pairs[1].centre = pairs[0].centre }
    return [pairs, p]
  }

  /// A rate of learning.
  fileprivate mutating func rate() -> Double { [0.5, 0.25, 0.1, 0.025][index(below: 4)] }
}
