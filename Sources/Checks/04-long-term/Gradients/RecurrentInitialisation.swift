internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the first weights of a recurrent network must satisfy.
@Sendable func recurrentInitialisationChecks() -> ExerciseChecks {
  ExerciseChecks("recurrent-initialisation", limitChecks() + weightChecks() + recurrentChecks())
}

private func limitChecks() -> [Check] {
  [
    .agreement(
      "the limit r with r^2 / 3 = variance", points: 1, Function("uniformLimit", uniformLimit), ["variance"],
      plan: .withoutTime
    ) { g in [g.positive()] },

    .agreement(
      "Xavier's limit", points: 1, Function("xavierLimit", xavierLimit), ["fanIn", "fanOut"], plan: .withoutTime
    ) { g in
      let fans = g.fans()
      return [fans.in, fans.out]
    },

    .agreement("He's limit", points: 1, Function("heLimit", heLimit), ["fanIn"], plan: .withoutTime) { g in
      [g.fans().in]
    },
  ]
}

private func weightChecks() -> [Check] {
  [
    .agreement(
      "r (2 u - 1)", points: 1, Function("spreadWeights", spreadWeights), ["u", "limit"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [g.evenlySpread(sizes[0], sizes[1]), g.positive()]
    },

    .agreement(
      "weights by Xavier's rule", points: 2, Function("xavierWeights", xavierWeights), ["u"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [g.evenlySpread(sizes[0], sizes[1])]
    },

    .agreement("weights by He's rule", points: 2, Function("heWeights", heWeights), ["u"], plan: .withoutTime) { g in
      let sizes = g.dimensions(1, 1)
      return [g.evenlySpread(sizes[0], sizes[1])]
    },
  ]
}

private func recurrentChecks() -> [Check] {
  [
    .agreement(
      "the recurrent weights of an IRNN", points: 1, Function("irnnWeights", irnnWeights), ["units"],
      plan: .withoutTime
    ) { g in [g.dimension()] },

    .agreement(
      "h_t = relu(W_h h_{t-1} + W_x x_t + b)", points: 2,
      Function("reluStep", reluStep), ["h", "x", "Wh", "Wx", "b"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      let (H, D) = (sizes[0], sizes[1])
      let Wh = g.index(below: 3) == 0 ? irnnWeights(H) : g.weights(H, H)
      return [relu(g.vector(H)), g.vector(D), Wh, g.weights(H, D), g.weights(H)]
    },

    .agreement("A = R^T R / N", points: 2, Function("rowCovariance", rowCovariance), ["R"], plan: .withoutTime) { g in
      let sizes = g.dimensions(1, 1)
      return [g.matrix(sizes[0], sizes[1])]
    },

    .agreement(
      "the power iteration: the direction after some steps", points: 2,
      Function("dominantDirection", dominantDirection), ["S", "start", "steps"], plan: CasePlan(saturated: 6, long: 0)
    ) { g in
      let steps = g.iterations()
      let drawn = g.squareAndStart(steps)
      return [drawn.A + .identity(drawn.A.rows), drawn.start, steps]
    },

    .agreement(
      "the largest eigenvalue, from its direction", points: 1,
      Function("largestEigenvalue", largestEigenvalue), ["S", "v"], plan: .withoutTime
    ) { g in
      let drawn = g.squareAndStart(3)
      return [drawn.A + .identity(drawn.A.rows), drawn.start]
    },

    .agreement(
      "np-RNN: (A + I) / lambda", points: 3, Function("npRNNWeights", npRNNWeights), ["A", "v"], plan: .withoutTime
    ) { g in
      let drawn = g.squareAndStart(3)
      return [drawn.A, dominantDirection(drawn.A + .identity(drawn.A.rows), drawn.start, 3)]
    },
  ]
}

extension CaseGenerator {
  /// How many inputs and outputs a layer has; many in saturated cases.
  fileprivate mutating func fans() -> (in: Int, out: Int) {
    if size == .saturated { return (integer(in: 100...2000), integer(in: 100...2000)) }
    let sizes = dimensions(1, 1)
    return (sizes[0], sizes[1])
  }

  /// Numbers between 0 and 1: quarters in small cases.
  fileprivate mutating func evenlySpread(_ rows: Int, _ columns: Int) -> Matrix {
    let isRound = size == .tiny || size == .small
    let elements = (0..<rows * columns).map { _ in isRound ? Double(index(below: 4)) / 4 : decimal(in: 0...0.999) }
    return Matrix(rows: rows, columns: columns, elements: elements)
  }

  /// How many steps the power iteration takes; none in several cases of every run.
  fileprivate mutating func iterations() -> Int {
    switch size {
    case .tiny, .small: ordinal % 4
    case .general, .long: ordinal % 4 == 0 ? 0 : integer(in: 1...30)
    case .saturated: integer(in: 50...100)
    }
  }

  /// A square matrix A, not always symmetric, and a start for which the power iteration of A + I does not hang on
  /// rounding, as it would for a start at a right angle to the direction looked for.
  fileprivate mutating func squareAndStart(_ steps: Int) -> (A: Matrix, start: Vector) {
    let H = dimension()
    while true {
      let (R, start) = (matrix(H, H), vector(H))
      let A = index(below: 2) == 0 ? rowCovariance(R) : R.map { abs($0) }
      let exact = dominantDirection(A + .identity(H), start, steps)
      let near = [1e-12, -1e-12].map { shift in
        let elements = A.elements.enumerated().map { $1 * (1 + shift * Double($0 % 3)) }
        let nudged = Matrix(rows: H, columns: H, elements: elements)
        return dominantDirection(nudged + .identity(H), start, steps)
      }
      if near.allSatisfy({ ($0 - exact).norm <= 1e-10 * max(1, exact.norm) }) { return (A, start) }
    }
  }
}
