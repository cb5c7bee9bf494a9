internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What truncated backpropagation through time must satisfy.
@Sendable func truncatedBPTTChecks() -> ExerciseChecks {
  ExerciseChecks("truncated-bptt", crossingChecks() + chunkChecks() + wholeChecks())
}

private func crossingChecks() -> [Check] {
  [
    .agreement(
      "the chunks begin at 0, k, 2k, ... and end at T", points: 2, Function("chunkBounds", chunkBounds), ["T", "k"],
      plan: CasePlan(tiny: 1, small: 6, general: 8, saturated: 0)
    ) { g in
      let T = g.length()
      return [T, g.chunkLength(T)]
    },

    .agreement(
      "the states, the given one first", points: 1, Function("chunkStates", chunkStates), ["x", "start", "p"]
    ) { g in
      let text = g.text()
      return [text.x, text.h0, text.p]
    }.timeSteps(from: 0),

    .agreement(
      "the state crosses every boundary: h_0, h_k, h_2k, ...", points: 2,
      Function("carriedStates", carriedStates), ["x", "h0", "p", "k"]
    ) { g in
      let text = g.text()
      return [text.x, text.h0, text.p, g.chunkLength(text.x.count)]
    },
  ]
}

private func chunkChecks() -> [Check] {
  [
    .agreement(
      "the loss of one chunk, a sum over its steps", points: 1, Function("chunkLoss", chunkLoss),
      ["x", "y", "start", "p"], plan: CasePlan(saturated: 6)
    ) { g in
      var text = g.text()
      text.y[0] = g.rightWord(text.p.by)
      return [text.x, text.y, text.h0, text.p]
    },

    .agreement(
      "da_t within a chunk, nothing coming in from behind it", points: 2,
      Function("chunkPreActivationGradients", chunkPreActivationGradients), ["dz", "h", "p"]
    ) { g in
      let text = g.text()
      let T = text.x.count
      let h = (0...T).map { _ in g.activations(text.h0.count) }
      return [g.vectors(T, of: text.p.by.count), h, text.p]
    }.timeSteps(from: 1),

    .agreement(
      "the gradients of one chunk, its starting state taken as given", points: 3,
      Function("chunkGradients", chunkGradients), ["x", "y", "start", "p"]
    ) { g in
      let text = g.text()
      return [text.x, text.y, text.h0, text.p]
    }.gradient(
      Gradient(
        of: Function("loss", chunkLoss), blocks: parameterBlocks,
        ownLoss: [Gradient.Stage("chunkLoss") { arguments, _ in arguments }])
    ).sumOverTime(of: Function("terms", contributions)),
  ]
}

private func wholeChecks() -> [Check] {
  [
    .agreement(
      "one chunk: the same as full backpropagation through time", points: 3,
      Function("truncatedBPTT", truncatedBPTT), ["x", "y", "h0", "p", "k"]
    ) { g in
      let text = g.text()
      return [text.x, text.y, text.h0, text.p, text.x.count + g.integer(in: 0...2)]
    }.gradient(
      Gradient(
        of: Function("loss") { (x: [Vector], y: [Int], h0: Vector, p: ChunkParameters, _: Int) in
          chunkLoss(x, y, h0, p)
        }, blocks: parameterBlocks,
        ownLoss: [Gradient.Stage("chunkLoss") { arguments, _ in Array(arguments.dropLast()) }])),

    .agreement(
      "the gradient crosses no boundary: with an input unit for each step, dW_x shows da_t", points: 3,
      Function("truncatedBPTT", truncatedBPTT), ["x", "y", "h0", "p", "k"],
      plan: CasePlan(tiny: 0, saturated: 2, long: 0)
    ) { g in
      let T = g.integer(in: 2...6)
      let k = g.integer(in: 1...T - 1)
      let x = (0..<T).map { Vector.oneHot($0, count: T) }
      let text = g.text(reading: x)
      return [text.x, text.y, text.h0, text.p, k]
    }.comparing { result, _ in result["dWx"] ?? result },

    .agreement(
      "several chunks: the gradients of all of them, added up", points: 3,
      Function("truncatedBPTT", truncatedBPTT), ["x", "y", "h0", "p", "k"]
    ) { g in
      let text = g.text()
      return [text.x, text.y, text.h0, text.p, g.chunkLength(text.x.count)]
    },
  ]
}

private let parameterBlocks = [
  ("dWx", "p.Wx"), ("dWh", "p.Wh"), ("dbh", "p.bh"), ("dWy", "p.Wy"), ("dby", "p.by"),
]

/// What each step of a chunk adds to its gradients.
private func contributions(_ x: [Vector], _ y: [Int], _ start: Vector, _ p: ChunkParameters) -> [ChunkGradients] {
  let h = chunkStates(x, start, p)
  let dz = x.indices.map { softmax(p.Wy * h[$0 + 1] + p.by) - .oneHot(y[$0], count: p.by.count) }
  let da = chunkPreActivationGradients(dz, h, p)
  return x.indices.map { t in
    ChunkGradients(
      dWx: outer(da[t], x[t]), dWh: outer(da[t], h[t]), dbh: da[t], dWy: outer(dz[t], h[t + 1]), dby: dz[t])
  }
}

extension CaseGenerator {
  /// A network and a text for it, with the given inputs or drawn ones; the initial state is not zero.
  fileprivate mutating func text(
    reading given: [Vector]? = nil
  ) -> (x: [Vector], y: [Int], h0: Vector, p: ChunkParameters) {
    let sizes = dimensions(1, 1, 2)
    let (H, V) = (sizes[0], sizes[2])
    let x = given ?? vectors(length(), of: sizes[1])
    let p = ChunkParameters(
      Wx: weights(H, x[0].count), Wh: weights(H, H), bh: size == .saturated ? extremes(H) : weights(H),
      Wy: weights(V, H), by: size == .saturated ? extremes(V) : weights(V))
    return (x, indices(x.count, below: V), activations(H), p)
  }

  /// The length of a chunk: mostly shorter than the text of `T` steps, sometimes longer.
  fileprivate mutating func chunkLength(_ T: Int) -> Int {
    size == .long ? [7, 10][index(below: 2)] : integer(in: 1...T + (index(below: 4) == 0 ? 2 : 0))
  }
}
