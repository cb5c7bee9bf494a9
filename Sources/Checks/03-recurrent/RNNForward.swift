internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the forward pass of a recurrent network must satisfy.
@Sendable func rnnForwardChecks() -> ExerciseChecks {
  ExerciseChecks("rnn-forward", stepChecks() + sequenceChecks())
}

private func stepChecks() -> [Check] {
  [
    .agreement(
      "a_t = W_h h_{t-1} + W_x x_t + b_h", points: 2,
      Function("vanillaPreActivation", vanillaPreActivation), ["h", "x", "p"], plan: .withoutTime
    ) { g in
      let network = g.vanillaNetwork()
      return [network.h0, network.x[0], network.p]
    },

    .agreement(
      "h_t = tanh(a_t)", points: 2, Function("vanillaStep", vanillaStep), ["h", "x", "p"], plan: .manyExtremes
    ) { g in
      let network = g.vanillaNetwork()
      return [network.h0, network.x[0], network.p]
    },

    .agreement(
      "yHat_t = softmax(W_y h_t + b_y)", points: 2, Function("nextWordDistribution", nextWordDistribution), ["h", "p"],
      plan: .manyExtremes
    ) { g in
      let network = g.vanillaNetwork()
      return [network.h0, network.p]
    },
  ]
}

private func sequenceChecks() -> [Check] {
  [
    .agreement(
      "the states h_1 to h_T, each from the one before", points: 3,
      Function("vanillaStates", vanillaStates), ["x", "h0", "p"]
    ) { g in
      let network = g.vanillaNetwork()
      return [network.x, network.h0, network.p]
    }.timeSteps(from: 1),

    .agreement(
      "the distributions yHat_1 to yHat_T", points: 3, Function("vanillaOutputs", vanillaOutputs), ["x", "h0", "p"]
    ) { g in
      let network = g.vanillaNetwork()
      return [network.x, network.h0, network.p]
    }.timeSteps(from: 1),
  ]
}

extension CaseGenerator {
  /// A network and a sequence for it; the initial state is not zero.
  fileprivate mutating func vanillaNetwork() -> (x: [Vector], h0: Vector, p: VanillaParameters) {
    let sizes = dimensions(1, 1, 2)
    let (H, D, V) = (sizes[0], sizes[1], sizes[2])
    let p = VanillaParameters(
      Wh: weights(H, H), Wx: weights(H, D), bh: size == .saturated ? extremes(H) : weights(H), Wy: weights(V, H),
      by: size == .saturated ? extremes(V) : weights(V))
    return (vectors(length(), of: D), activations(H), p)
  }
}
