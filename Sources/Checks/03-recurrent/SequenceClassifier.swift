internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What the classifier of sequences must satisfy.
@Sendable func sequenceClassifierChecks() -> ExerciseChecks {
  ExerciseChecks("sequence-classifier", forwardChecks() + classChecks() + backwardChecks() + [wholeCheck()])
}

private func forwardChecks() -> [Check] {
  [
    .agreement(
      "h_t = tanh(W_h h_{t-1} + W_x x_t + b_h), h_0 first", points: 2, Function("letterStates", letterStates),
      ["letters", "h0", "p"]
    ) { g in
      let name = g.name()
      return [name.letters, name.h0, name.p]
    },

    .agreement(
      "what the layer hands on: every state, or the last", points: 1, Function("layerOutput", layerOutput),
      ["h", "returnSequences"], plan: CasePlan(tiny: 4, small: 8, saturated: 2)
    ) { g in
      let H = g.dimension()
      let states = (0...g.length()).map { _ in g.activations(H) }
      return [states, g.index(below: 2) == 0]
    },

    .agreement(
      "z = W_y h_T + b_y", points: 2, Function("classScores", classScores), ["letters", "h0", "p"]
    ) { g in
      let name = g.name()
      return [name.letters, name.h0, name.p]
    },
  ]
}

private func classChecks() -> [Check] {
  [
    .agreement(
      "L = -log softmax(z)[label]", points: 1, Function("classLoss", classLoss), ["z", "label"], plan: .manyExtremes
    ) { g in
      let z = g.extremes(g.dimension(atLeast: 2))
      return [z, g.rightWord(z)]
    },

    .agreement(
      "dz = softmax(z) - one-hot(label)", points: 1, Function("classScoreGradient", classScoreGradient),
      ["z", "label"], plan: .manyExtremes
    ) { g in
      let C = g.dimension(atLeast: 2)
      return [g.extremes(C), g.index(below: C)]
    },
  ]
}

private func backwardChecks() -> [Check] {
  [
    .agreement(
      "dh_T = W_y^T dz", points: 1, Function("lastStateGradient", lastStateGradient), ["dz", "Wy"],
      plan: .withoutTime
    ) { g in
      let sizes = g.dimensions(1, 2)
      return [g.vector(sizes[1]), g.weights(sizes[1], sizes[0])]
    },

    .agreement(
      "da_T = dh_T .* (1 - h_T .* h_T), da_t = (W_h^T da_{t+1}) .* (1 - h_t .* h_t)", points: 3,
      Function("letterPreActivationGradients", letterPreActivationGradients), ["dhLast", "h", "Wh"]
    ) { g in
      let H = g.dimension()
      let states = (0...g.length()).map { _ in g.activations(H) }
      return [g.vector(H), states, g.weights(H, H)]
    }.timeSteps("", from: 1),

    .agreement(
      "dW_x: the column of each letter gets its da_t", points: 2,
      Function("letterWeightGradient", letterWeightGradient), ["da", "letters", "D"], plan: CasePlan(small: 8)
    ) { g in
      let sizes = g.dimensions(1, 2)
      let letters = g.letters(below: sizes[1])
      return [g.vectors(letters.count, of: sizes[0]), letters, sizes[1]]
    }.sumOverTime(
      of: Function("terms") { (da: [Vector], letters: [Int], D: Int) in
        zip(da, letters).map { outer($0, Vector.oneHot($1, count: D)) }
      }),
  ]
}

private func wholeCheck() -> Check {
  .agreement(
    "the whole backward pass: dW_x, dW_h, db_h, dW_y and db_y", points: 4,
    Function("classifierGradients", classifierGradients), ["letters", "label", "h0", "p"]
  ) { g in
    let name = g.name()
    return [name.letters, g.index(below: name.p.by.count), name.h0, name.p]
  }.gradient(
    Gradient(
      of: Function("loss") { (letters: [Int], label: Int, h0: Vector, p: ClassifierParameters) in
        classLoss(classScores(letters, h0, p), label)
      },
      blocks: [("dWx", "p.Wx"), ("dWh", "p.Wh"), ("dbh", "p.bh"), ("dWy", "p.Wy"), ("dby", "p.by")],
      ownLoss: [
        Gradient.Stage("classScores") { arguments, _ in [arguments[0], arguments[2], arguments[3]] },
        Gradient.Stage("classLoss") { arguments, scores in [scores, arguments[1]] },
      ]))
}

extension CaseGenerator {
  /// A network, a name for it, in which letters often repeat, and a state to start from, which is not zero.
  fileprivate mutating func name() -> (letters: [Int], h0: Vector, p: ClassifierParameters) {
    let sizes = dimensions(1, 2, 2)
    let (H, D, C) = (sizes[0], sizes[1], sizes[2])
    let p = ClassifierParameters(
      Wx: weights(H, D), Wh: weights(H, H), bh: size == .saturated ? extremes(H) : weights(H), Wy: weights(C, H),
      by: size == .saturated ? extremes(C) : weights(C))
    return (letters(below: D), activations(H), p)
  }

  /// A name; in some of the cases its first letter comes once more at the end.
  fileprivate mutating func letters(below D: Int) -> [Int] {
    var letters = indices(length(), below: D)
    if letters.count > 2 && index(below: 2) == 0 { letters[letters.count - 1] = letters[0] }
    return letters
  }
}
