internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What a bidirectional network must satisfy.
@Sendable func bidirectionalRNNChecks() -> ExerciseChecks {
  ExerciseChecks("bidirectional-rnn", stateChecks() + outputChecks() + backwardChecks() + [wholeCheck()])
}

private func stateChecks() -> [Check] {
  [
    .agreement(
      "the forward states, each from the one before", points: 1,
      Function("forwardStates", forwardStates), ["x", "start", "p"]
    ) { g in
      let text = g.taggedText()
      return [text.x, text.start, text.p.forward]
    }.timeSteps(from: 1),

    .agreement(
      "the backward states in the order of the text, each from the one behind", points: 3,
      Function("backwardStates", backwardStates), ["x", "end", "p"]
    ) { g in
      let text = g.taggedText()
      return [text.x, text.end, text.p.backward]
    }.timeSteps(from: 1),

    .agreement(
      "h_t = [forward state, backward state]", points: 1,
      Function("joinedStates", joinedStates), ["forward", "backward"]
    ) { g in
      let states = g.directedStates()
      return [states.forward, states.backward]
    }.timeSteps(from: 1),

    .agreement(
      "one vector for the text: the states that have read all of it", points: 1,
      Function("textSummary", textSummary), ["forward", "backward"]
    ) { g in
      let states = g.directedStates()
      return [states.forward, states.backward]
    },
  ]
}

private func outputChecks() -> [Check] {
  [
    .agreement(
      "z_t = U h_t + c", points: 1, Function("taggingScores", taggingScores), ["h", "U", "c"]
    ) { g in
      let sizes = g.dimensions(2, 2)
      let h = (0..<g.length()).map { _ in g.activations(sizes[0]) }
      return [h, g.weights(sizes[1], sizes[0]), g.weights(sizes[1])]
    }.timeSteps(from: 1),

    .agreement(
      "L = -sum_t log softmax(z_t)[y_t]", points: 1,
      Function("taggingLoss", taggingLoss), ["x", "y", "start", "end", "p"], plan: CasePlan(saturated: 6)
    ) { g in
      let text = g.taggedText()
      return [text.x, g.indices(text.x.count, below: text.p.c.count), text.start, text.end, text.p]
    },
  ]
}

private func backwardChecks() -> [Check] {
  [
    .agreement(
      "dh_t taken apart for the two directions", points: 1,
      Function("directedGradients", directedGradients), ["dh", "F"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      return [g.vectors(g.length(), of: sizes[0] + sizes[1]), sizes[0]]
    }.timeSteps("forward", from: 1).timeSteps("backward", from: 1),

    .agreement(
      "da_t of the forward direction, from the last word to the first", points: 2,
      Function("forwardPreActivationGradients", forwardPreActivationGradients), ["dh", "h", "Wh"]
    ) { g in g.oneDirection() }.timeSteps(from: 1),

    .agreement(
      "da_t of the backward direction, from the first word to the last", points: 3,
      Function("backwardPreActivationGradients", backwardPreActivationGradients), ["dh", "h", "Wh"]
    ) { g in g.oneDirection() }.timeSteps(from: 1),

    .agreement(
      "dW_x, dW_h and db of one direction", points: 2,
      Function("directionGradients", directionGradients), ["da", "x", "origin"]
    ) { g in
      let sizes = g.dimensions(1, 1)
      let T = g.length()
      return [g.vectors(T, of: sizes[0]), g.vectors(T, of: sizes[1]), (0..<T).map { _ in g.activations(sizes[0]) }]
    }.sumOverTime(
      of: Function("terms") { (da: [Vector], x: [Vector], origin: [Vector]) in
        da.indices.map {
          DirectionGradients(dWx: outer(da[$0], x[$0]), dWh: outer(da[$0], origin[$0]), db: da[$0])
        }
      }),
  ]
}

private func wholeCheck() -> Check {
  .agreement(
    "the whole backward pass of both directions", points: 4,
    Function("bidirectionalGradients", bidirectionalGradients), ["x", "y", "start", "end", "p"]
  ) { g in
    let text = g.taggedText()
    return [text.x, g.indices(text.x.count, below: text.p.c.count), text.start, text.end, text.p]
  }.gradient(
    Gradient(
      of: Function("loss", taggingLoss),
      blocks: [
        ("forward", "p.forward"), ("backward", "p.backward"), ("dU", "p.U"), ("dc", "p.c"), ("dStart", "start"),
        ("dEnd", "end"),
      ],
      ownLoss: [Gradient.Stage("taggingLoss") { arguments, _ in arguments }]))
}

extension CaseGenerator {
  /// A network of two directions and a text for it; no state that a direction starts from is zero.
  fileprivate mutating func taggedText() -> (x: [Vector], start: Vector, end: Vector, p: BidirectionalParameters) {
    let sizes = dimensions(1, 1, 1, 2)
    let (F, B, D, V) = (sizes[0], sizes[1], sizes[2], sizes[3])
    let p = BidirectionalParameters(
      forward: direction(F, D), backward: direction(B, D), U: weights(V, F + B),
      c: size == .saturated ? extremes(V) : weights(V))
    return (vectors(length(), of: D), activations(F), activations(B), p)
  }

  private mutating func direction(_ H: Int, _ D: Int) -> DirectionParameters {
    DirectionParameters(
      Wx: weights(H, D), Wh: weights(H, H), b: size == .saturated ? extremes(H) : weights(H))
  }

  /// The states of both directions for one text.
  fileprivate mutating func directedStates() -> (forward: [Vector], backward: [Vector]) {
    let sizes = dimensions(1, 1)
    let T = length()
    return ((0..<T).map { _ in activations(sizes[0]) }, (0..<T).map { _ in activations(sizes[1]) })
  }

  /// What the losses say of one direction's states, these states, and the recurrent weights.
  fileprivate mutating func oneDirection() -> [Any] {
    let H = dimension()
    let T = length()
    return [vectors(T, of: H), (0..<T).map { _ in activations(H) }, weights(H, H)]
  }
}
