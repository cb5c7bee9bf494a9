internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the product of Jacobians must satisfy.
@Sendable func jacobianProductChecks() -> ExerciseChecks {
  ExerciseChecks("jacobian-product", jacobianChecks() + normChecks() + boundChecks())
}

private func jacobianChecks() -> [Check] {
  [
    .agreement(
      "J_j = diag(1 - h_j .* h_j) W_h", points: 2, Function("stepJacobian", stepJacobian), ["Wh", "h"],
      plan: .withoutTime
    ) { g in
      let H = g.dimension()
      return [g.weights(H, H), g.activations(H)]
    },

    .agreement(
      "dh_t / dh_k = J_t J_{t-1} ... J_{k+1}", points: 3,
      Function("jacobianProduct", jacobianProduct), ["Wh", "h", "k", "t"]
    ) { g in
      let H = g.dimension()
      let (h, k, t) = g.trajectory(H)
      return [g.weights(H, H), h, k, t]
    },

    .agreement(
      "dh_k = J_{k+1}^T ... J_t^T dh_t", points: 2,
      Function("carriedGradient", carriedGradient), ["dht", "Wh", "h", "k", "t"]
    ) { g in
      let H = g.dimension()
      let (h, k, t) = g.trajectory(H)
      return [g.vector(H), g.weights(H, H), h, k, t]
    },
  ]
}

private func normChecks() -> [Check] {
  [
    .agreement(
      "one step of the power iteration: A^T A v, of length 1", points: 2,
      Function("powerStep", powerStep), ["A", "v"], plan: CasePlan(saturated: 6, long: 0)
    ) { g in
      let H = g.dimension()
      let drawn = g.matrixAndVector(H, for: powerStep)
      return [drawn.A, drawn.v]
    },

    .agreement(
      "the power iteration: the direction after some steps", points: 1,
      Function("powerIteration", powerIteration), ["A", "start", "steps"], plan: CasePlan(saturated: 6, long: 3)
    ) { g in
      let H = g.dimension()
      let steps = g.powerSteps()
      let drawn = g.matrixAndVector(H, for: { powerIteration($0, $1, steps) })
      return [drawn.A, drawn.v, steps]
    },

    .agreement(
      "the spectral norm of A, from the direction v that A stretches most", points: 1,
      Function("spectralNorm", spectralNorm), ["A", "v"], plan: .withoutTime
    ) { g in
      let drawn = g.matrixAndVector(g.dimension(), for: { powerIteration($0, $1, 30) })
      return [drawn.A, powerIteration(drawn.A, drawn.v, 30)]
    },
  ]
}

private func boundChecks() -> [Check] {
  [
    .agreement(
      "the norm of diag(1 - h .* h)", points: 1, Function("slopeNorm", slopeNorm), ["h"], plan: .withoutTime
    ) { g in [g.activations(g.dimension())] },

    .agreement(
      "the bound (beta_W beta_h)^(t - k)", points: 2,
      Function("jacobianBound", jacobianBound), ["betaW", "betaH", "k", "t"]
    ) { g in
      let (_, k, t) = g.trajectory(1)
      return [g.positive(), g.decimal(in: 0.1...1), k, t]
    },

    .agreement(
      "one unit: the product of w (1 - h_j^2)", points: 1,
      Function("scalarJacobian", scalarJacobian), ["w", "h", "k", "t"]
    ) { g in
      let (h, k, t) = g.trajectory(1)
      return [g.number(), Vector(h.map { $0[0] }), k, t]
    },
  ]
}

extension CaseGenerator {
  /// The states h_0 to h_T, and two steps of which the first is seldom the second.
  fileprivate mutating func trajectory(_ H: Int) -> (h: [Vector], k: Int, t: Int) {
    let T = length()
    let h = (0...T).map { _ in activations(H) }
    let k = size == .long ? index(below: 5) : index(below: T)
    if size == .general && index(below: 6) == 0 { return (h, k, k) }
    return (h, k, integer(in: k + 1...T))
  }

  /// A matrix whose norm is to be found; in saturated cases perhaps of zeros, or without some of its rows.
  fileprivate mutating func stretcher(_ H: Int) -> Matrix {
    guard size == .saturated else { return matrix(H, H) }
    switch index(below: 3) {
    case 0: return .zeros(H, H)
    case 1: return stepJacobian(matrix(H, H), activations(H))
    default: return matrix(H, H)
    }
  }

  /// How many steps the power iteration takes; none in several cases of every run.
  fileprivate mutating func powerSteps() -> Int {
    switch size {
    case .tiny: ordinal % 2
    case .small: ordinal % 4
    case .general: ordinal % 4 == 0 ? 0 : integer(in: 1...20)
    case .saturated: integer(in: 50...100)
    case .long: 60
    }
  }

  /// A matrix and a vector for which the result does not hang on rounding.
  ///
  /// A vector at a right angle to the direction that is stretched most would let rounding decide where the iteration
  /// leads, and a vector that the matrix takes to almost zero what is left of it.
  fileprivate mutating func matrixAndVector(_ H: Int, for result: (Matrix, Vector) -> Vector) -> (A: Matrix, v: Vector)
  {
    while true {
      let (A, v) = (stretcher(H), vector(H))
      let exact = result(A, v)
      let near = [1e-12, -1e-12].map { result(nudged(A, by: $0), v) }
      if near.allSatisfy({ ($0 - exact).norm <= 1e-10 * max(1, exact.norm) }) { return (A, v) }
    }
  }

  /// The matrix with its entries a little further from 0 or nearer to it, not all by the same factor.
  private func nudged(_ A: Matrix, by shift: Double) -> Matrix {
    let elements = A.elements.enumerated().map { $1 * (1 + shift * Double($0 % 3)) }
    return Matrix(rows: A.rows, columns: A.columns, elements: elements)
  }
}
