import LinearAlgebra
import Testing

@testable import Solutions

/// A plain cell, what inputs and bias add at each step, and a start.
private struct Chain {
  var Wh: Matrix
  var h0: Vector
  let u: [Vector]
  let weights: Vector

  init(_ shape: RecurrentShape) {
    var generator = SeededGenerator(seed: shape.seed + 400)
    let H = shape.units
    Wh = generator.matrix(H, H, shape.weights)
    h0 = generator.vector(H)
    u = generator.vectors(shape.steps, of: H, shape.saturation ?? 1)
    weights = generator.vector(H)
  }

  /// The states from h_0 on.
  var states: [Vector] { u.reduce(into: [h0]) { $0.append(tanh(Wh * $0[$0.count - 1] + $1)) } }

  /// The weighted state at the end of steps k + 1 to t, from another h_k.
  func weighted(from h: Vector, _ k: Int, _ t: Int) -> Double {
    dot(weights, u[k..<t].reduce(h) { tanh(Wh * $0 + $1) })
  }
}

@Suite struct `The reference of jacobian-product` {
  @Test(arguments: RecurrentShape.all)
  func `agrees with central differences over any stretch`(shape: RecurrentShape) throws {
    let chain = Chain(shape)
    let (h, T) = (chain.states, shape.steps)
    for (k, t) in [(0, T), (T / 2, T), (0, T / 2), (T - 1, T)] {
      let differences = try centralDifferences(\.self, of: h[k]) { chain.weighted(from: $0, k, t) }
      let carried = carriedGradient(chain.weights, chain.Wh, h, k, t)
      #expect(Agreement.centralDifferences.disagreement(carried, differences) == nil)
      let product = jacobianProduct(chain.Wh, h, k, t)
      #expect(Agreement.exact.disagreement(product.transposed * chain.weights, carried) == nil)
    }
  }

  @Test(arguments: RecurrentShape.all)
  func `stays below its bound`(shape: RecurrentShape) {
    let chain = Chain(shape)
    let (h, T) = (chain.states, shape.steps)
    func norm(_ A: Matrix) -> Double {
      spectralNorm(A, powerIteration(A, chain.weights, 2000))
    }
    let bound = jacobianBound(norm(chain.Wh), h.dropFirst().map(slopeNorm).reduce(0, max), 0, T)
    #expect(norm(jacobianProduct(chain.Wh, h, 0, T)) <= bound * (1 + 1e-6))
  }

  @Test(arguments: RecurrentShape.all.filter { $0.units == 1 })
  func `is the scalar product for one unit`(shape: RecurrentShape) {
    let chain = Chain(shape)
    let h = chain.states
    let product = jacobianProduct(chain.Wh, h, 0, shape.steps)[0, 0]
    let scalar = scalarJacobian(chain.Wh[0, 0], Vector(h.map { $0[0] }), 0, shape.steps)
    #expect(Agreement.exact.disagreement(scalar, product) == nil)
  }
}
