internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What word vectors from a singular value decomposition must satisfy.
///
/// A whole decomposition may be found in any way: its directions have settled, and the starts decide the signs.
@Sendable func svdEmbeddingsChecks() -> ExerciseChecks {
  ExerciseChecks("svd-embeddings", stepChecks() + decompositionChecks() + sizeChecks())
}

private func stepChecks() -> [Check] {
  [
    .agreement(
      "X^T X w, of length 1", points: 2, Function("gramStep", gramStep), ["X", "w"], plan: .withoutTime
    ) { g in
      let drawn = g.matrixAndStart(steps: 1)
      return [drawn.X, drawn.start]
    },

    .agreement(
      "the start, iterated", points: 2, Function("leadingDirection", leadingDirection), ["X", "start", "steps"],
      plan: CasePlan(general: 10, saturated: 4, long: 0)
    ) { g in
      let steps = g.fewSteps()
      let drawn = g.matrixAndStart(steps: steps)
      return [drawn.X, drawn.start, steps]
    },

    .agreement(
      "X - (X w) w^T", points: 2, Function("withoutDirection", withoutDirection), ["X", "w"], plan: .withoutTime
    ) { g in
      let drawn = g.matrixAndStart(steps: 0)
      return [drawn.X, drawn.start / drawn.start.norm]
    },
  ]
}

private func decompositionChecks() -> [Check] {
  [
    .agreement(
      "w_1, ..., w_k", points: 3, Function("contextDirections", contextDirections), ["X", "starts", "steps"],
      plan: .withoutTime
    ) { g in
      let problem = g.decomposable()
      return [problem.X, problem.starts, settlingSteps]
    },

    .agreement(
      "the words' vectors, U S", points: 4, Function("svdEmbeddings", svdEmbeddings), ["X", "starts", "steps"],
      plan: .withoutTime
    ) { g in
      let problem = g.decomposable()
      return [problem.X, problem.starts, settlingSteps]
    },
  ]
}

private func sizeChecks() -> [Check] {
  [
    .agreement(
      "s_j = ||X w_j||", points: 1, Function("singularValues", singularValues), ["X", "directions"], plan: .withoutTime
    ) { g in
      let problem = g.decomposable()
      return [problem.X, contextDirections(problem.X, problem.starts, settlingSteps)]
    },

    .agreement(
      "the sum of s_j u_j w_j^T", points: 2, Function("lowRankMatrix", lowRankMatrix), ["X", "directions"],
      plan: .withoutTime
    ) { g in
      let problem = g.decomposable()
      return [problem.X, contextDirections(problem.X, problem.starts, settlingSteps)]
    },

    .agreement(
      "the share of the squares that is kept", points: 1, Function("keptShare", keptShare), ["values", "k"],
      plan: .withoutTime
    ) { g in
      let count = g.dimension(atLeast: 2)
      let values = Vector((0..<count).map { _ in g.positive() }.sorted(by: >))
      return [values, g.integer(in: 1...count)]
    },

    .agreement(
      "multiplications: those of X w and X^T (X w)", points: 1, Function("iterationCost", iterationCost),
      ["V", "C", "k", "steps"], plan: CasePlan(saturated: 0, long: 0)
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [sizes[0], sizes[1], g.integer(in: 1...3), g.integer(in: 1...20)]
    },
  ]
}

/// How many steps settle every direction: the singular values are so far apart that rounding is all that remains.
private let settlingSteps = 60

extension CaseGenerator {
  /// How many steps are taken before anything has to have settled; many in saturated cases.
  ///
  /// Often there are none, since nothing else shows whether the start is brought to length 1.
  fileprivate mutating func fewSteps() -> Int {
    switch size {
    case .tiny: index(below: 2)
    case .small: index(below: 3)
    case .general: index(below: 2) == 0 ? 0 : integer(in: 1...8)
    case .saturated, .long: 120
    }
  }

  /// A matrix and a start for which no result hangs on rounding, as it would for a start that the matrix takes to almost
  /// zero or that has next to nothing of the leading direction.
  fileprivate mutating func matrixAndStart(steps: Int) -> (X: Matrix, start: Vector) {
    let sizes = dimensions(1, 1)
    while true {
      let (X, start) = (matrix(sizes[0], sizes[1]), vector(sizes[1]))
      guard start.norm > 0.1, (X * start).norm > 0.1 else { continue }
      let exact = leadingDirection(X, start, steps)
      let near = leadingDirection(X.map { $0 + 1e-12 * $0 * $0 }, start, steps)
      if (near - exact).norm <= 1e-10 { return (X, start) }
    }
  }

  /// A matrix with singular values that are well apart, and a start for each of the first few directions.
  fileprivate mutating func decomposable() -> (X: Matrix, starts: [Vector]) {
    let sizes = size == .tiny ? [2, 2] : dimensions(2, 2)
    let rank = min(sizes[0], sizes[1], 4)
    let k = integer(in: 1...min(rank, 3))
    while true {
      let X = size == .tiny || size == .small ? roundMatrix(sizes) : planted(sizes, rank)
      let starts = (0..<k).map { _ in vector(sizes[1]) }
      if isClear(X, starts) { return (X, starts) }
    }
  }

  /// Small counts.
  private mutating func roundMatrix(_ sizes: [Int]) -> Matrix {
    let elements = (0..<sizes[0] * sizes[1]).map { _ in Double(index(below: 5)) }
    return Matrix(rows: sizes[0], columns: sizes[1], elements: elements)
  }

  /// A matrix that is made of its decomposition, each singular value at most 0.6 of the one before.
  private mutating func planted(_ sizes: [Int], _ rank: Int) -> Matrix {
    let (left, right) = (orthogonal(rank, sizes[0]), orthogonal(rank, sizes[1]))
    var X = Matrix.zeros(sizes[0], sizes[1])
    var value = size == .saturated ? 1000.0 : decimal(in: 1...6)
    for (u, w) in zip(left, right) {
      X += value * outer(u, w)
      value *= decimal(in: 0.3...0.6)
    }
    return X
  }

  /// So many orthogonal vectors of length 1.
  private mutating func orthogonal(_ number: Int, _ count: Int) -> [Vector] {
    var vectors: [Vector] = []
    while vectors.count < number {
      let drawn = vector(count, in: -1...1)
      let rest = vectors.reduce(drawn) { $0 - dot(drawn, $1) * $1 }
      if rest.norm > 0.2 { vectors.append(rest / rest.norm) }
    }
    return vectors
  }

  /// Whether the directions are settled after the given steps: the values fall off quickly, and no start is nearly at a
  /// right angle to its direction.
  private func isClear(_ X: Matrix, _ starts: [Vector]) -> Bool {
    guard Vector(X.elements).norm > 0.5, starts.allSatisfy({ $0.norm > 0.1 }) else { return false }
    var rest = X
    var directions: [Vector] = []
    for start in starts {
      guard (rest * start).norm > 0.01 * Vector(X.elements).norm else { return false }
      let w = leadingDirection(rest, start, settlingSteps)
      let value = (rest * w).norm
      rest = withoutDirection(rest, w)
      directions.append(w)
      // The largest value that is left is at most the root of the sum of all squares.
      guard abs(dot(start, w)) > 0.05 * start.norm, Vector(rest.elements).norm <= 0.75 * value else { return false }
    }
    return areIndependent(starts.map { start in Vector(directions.map { dot($0, start) }) })
  }

  /// Whether none of the vectors is nearly a mixture of those before it, for whoever iterates all starts together.
  private func areIndependent(_ vectors: [Vector]) -> Bool {
    var earlier: [Vector] = []
    for vector in vectors {
      let own = earlier.reduce(vector) { $0 - dot($0, $1) * $1 }
      guard own.norm > 0.05 else { return false }
      earlier.append(own / own.norm)
    }
    return true
  }
}
