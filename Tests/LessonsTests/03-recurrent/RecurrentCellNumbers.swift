import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on the recurrent cell: two units that change places, three words.
let recurrentCellNumbers: LessonNumbers = {
  let p = VanillaParameters(
    Wh: [[0, 1], [1, 0]], Wx: [[1, 0, -1], [0, 1, 0]], bh: [0, 0], Wy: [[-1, 0], [2, -2], [0, 2]], by: [0, 0, 0])
  let h0: Vector = [0, 0]
  let words = (0..<3).map { Vector.oneHot($0, count: 3) }  // the, dog, chases
  let states = vanillaStates(words, h0, p)
  let outputs = vanillaOutputs(words, h0, p)
  let a2 = vanillaPreActivation(states[0], words[1], p)
  let a3 = vanillaPreActivation(states[1], words[2], p)
  let otherOrder = [words[1], words[0]]

  func parameters(_ H: Int, _ D: Int, _ V: Int) -> [Double] {
    [H * H, H * D, H, V * H, V].map { Double($0) }
  }
  let (V, H, T) = (10_000, 100, 20)
  let small = parameters(3, 4, 5)

  return LessonNumbers(
    "recurrent-cell", given: ["10000", "100", "20", "710", "746"],
    computed: [
      ("a", [a2[1], a3[0]]),
      ("h", [states[0][0], states[1][1], states[2][0]]),
      ("scores", [(p.Wy * states[1])[2]]),
      ("outputs", outputs.flatMap(\.elements)),
      ("the other order", [vanillaStates(otherOrder, h0, p)[1][0], vanillaOutputs(otherOrder, h0, p)[1][1]]),
      ("an MLP's weights", [Double(H * V * T)]),
      ("the cell's parameters", [parameters(H, V, V).prefix(3).reduce(0, +)]),
      ("a small network", [small[1], small[3], small.reduce(0, +)]),
    ])
}()
