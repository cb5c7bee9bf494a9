internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What variational dropout must satisfy.
@Sendable func variationalDropoutChecks() -> ExerciseChecks {
  ExerciseChecks("variational-dropout", maskChecks() + forwardChecks() + lineChecks() + [wholeCheck()])
}

private func maskChecks() -> [Check] {
  [
    .agreement(
      "a mask: 1/keep where u < keep, else 0", points: 2, Function("dropoutMask", dropoutMask), ["u", "keep"],
      plan: CasePlan(tiny: 6, small: 6, saturated: 0, long: 0)
    ) { g in
      let keep = g.keepingProbability()
      return [g.uniforms(g.dimension()), keep]
    },

    .agreement(
      "the masks of inputs, states and outputs", points: 1,
      Function("sequenceMasks", sequenceMasks), ["ux", "uh", "uy", "keep"], plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      let (keep, D, H) = (g.keepingProbability(), sizes[0], sizes[1])
      return [g.uniforms(D), g.uniforms(H), g.uniforms(H), keep]
    },

    .agreement(
      "the masks of evaluation change nothing", points: 1, Function("evaluationMasks", evaluationMasks), ["D", "H"],
      plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [sizes[0], sizes[1]]
    },
  ]
}

private func forwardChecks() -> [Check] {
  [
    .agreement(
      "h_t = tanh(W_h (m_h .* h_{t-1}) + W_x (m_x .* x_t) + b_h)", points: 2,
      Function("droppedStep", droppedStep), ["h", "x", "m", "p"], plan: .withoutTime
    ) { g in
      let model = g.maskedModel()
      return [model.h0, model.x[0], model.m, model.p]
    },

    .agreement(
      "the states, the same masks at every step", points: 2,
      Function("droppedStates", droppedStates), ["x", "h0", "m", "p"]
    ) { g in
      let model = g.maskedModel()
      return [model.x, model.h0, model.m, model.p]
    }.timeSteps(from: 0),

    .agreement(
      "z_t = W_y (m_y .* h_t) + b_y", points: 1, Function("droppedScores", droppedScores), ["h", "m", "p"]
    ) { g in
      let model = g.maskedModel()
      let h = (0...model.x.count).map { _ in g.activations(model.h0.count) }
      return [h, model.m, model.p]
    }.timeSteps(from: 1),

    .agreement(
      "L = -sum_t log softmax(z_t)[y_t]", points: 1,
      Function("droppedLoss", droppedLoss), ["x", "y", "h0", "m", "p"], plan: CasePlan(saturated: 6)
    ) { g in
      let model = g.maskedModel()
      return [model.x, model.y, model.h0, model.m, model.p]
    },
  ]
}

private func lineChecks() -> [Check] {
  [
    .agreement(
      "dh_t = m_y .* (W_y^T dz_t) + m_h .* (W_h^T da_{t+1})", points: 2,
      Function("droppedStateGradient", droppedStateGradient), ["dz", "daNext", "m", "p"], plan: .withoutTime
    ) { g in
      let model = g.maskedModel()
      return [g.vector(model.p.by.count), g.vector(model.h0.count), model.m, model.p]
    },

    .agreement(
      "dW_h = sum_t da_t (m_h .* h_{t-1})^T", points: 2,
      Function("droppedRecurrentGradient", droppedRecurrentGradient), ["da", "h", "mh"]
    ) { g in
      let (H, T) = (g.dimension(), g.length())
      return [g.vectors(T, of: H), (0...T).map { _ in g.activations(H) }, g.mask(H)]
    }.sumOverTime(
      of: Function("terms") { (da: [Vector], h: [Vector], mh: Vector) in zip(da, h).map { outer($0, mh .* $1) } }),

    .agreement(
      "dW_x = sum_t da_t (m_x .* x_t)^T", points: 1,
      Function("droppedInputGradient", droppedInputGradient), ["da", "x", "mx"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      let T = g.length()
      return [g.vectors(T, of: sizes[0]), g.vectors(T, of: sizes[1]), g.mask(sizes[1])]
    }.sumOverTime(
      of: Function("terms") { (da: [Vector], x: [Vector], mx: Vector) in zip(da, x).map { outer($0, mx .* $1) } }),
  ]
}

private func wholeCheck() -> Check {
  .agreement(
    "the whole backward pass: dW_x, dW_h, db_h, dW_y, db_y and dh_0", points: 5,
    Function("droppedGradients", droppedGradients), ["x", "y", "h0", "m", "p"]
  ) { g in
    let model = g.maskedModel()
    return [model.x, model.y, model.h0, model.m, model.p]
  }.gradient(
    Gradient(
      of: Function("loss", droppedLoss),
      blocks: [
        ("dWx", "p.Wx"), ("dWh", "p.Wh"), ("dbh", "p.bh"), ("dWy", "p.Wy"), ("dby", "p.by"), ("dh0", "h0"),
      ],
      ownLoss: [Gradient.Stage("droppedLoss") { arguments, _ in arguments }])
  )
}

/// A network, a text for it, and masks.
private struct MaskedModel {
  var x: [Vector]
  var y: [Int]
  var h0: Vector
  var m: DropoutMasks
  var p: DropoutParameters
}

extension CaseGenerator {
  /// A network with masks of their own for inputs, states and outputs; the initial state is not zero.
  fileprivate mutating func maskedModel() -> MaskedModel {
    let sizes = dimensions(1, 1, 2)
    let (H, D, V) = (sizes[0], sizes[1], sizes[2])
    let p = DropoutParameters(
      Wx: weights(H, D), Wh: weights(H, H), bh: size == .saturated ? extremes(H) : weights(H), Wy: weights(V, H),
      by: size == .saturated ? extremes(V) : weights(V))
    let m = DropoutMasks(mx: mask(D), mh: mask(H), my: mask(H))
    let T = length()
    return MaskedModel(x: vectors(T, of: D), y: indices(T, below: V), h0: activations(H), m: m, p: p)
  }

  fileprivate mutating func keepingProbability() -> Double { [0.25, 0.5, 0.75, 0.8, 1][index(below: 5)] }

  /// Uniform numbers, none of which is so close to a probability that rounding could decide.
  fileprivate mutating func uniforms(_ count: Int) -> Vector {
    Vector((0..<count).map { _ in decimal(in: 0...0.999) + 0.0005 })
  }

  /// A mask; the entries that are kept are 1.25 or 2.
  fileprivate mutating func mask(_ count: Int) -> Vector {
    let kept = [1.25, 2][index(below: 2)]
    return Vector((0..<count).map { _ in index(below: 3) == 0 ? 0 : kept })
  }
}
