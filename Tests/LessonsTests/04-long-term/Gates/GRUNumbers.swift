import LinearAlgebra

@testable import Solutions

/// The worked step of the lesson on the GRU, in Gao's form and with his numbers in the others'.
let gruNumbers: LessonNumbers = {
  let h: Vector = [0.8, -0.4]
  let x: Vector = [1]
  let gao = GaoGRU(
    Wz: [[1, 0, 0.2], [0, 1, -0.6]], bz: [0, 0], Wr: [[0, 0, 0], [0, -1, 0.6]], br: [0, 0], Wh: [[0.5, 1], [1, 0.5]],
    Wx: [[1], [-0.5]], bh: [0, 0.2])
  let notes = SeparateGRU(
    Wz: [[0.2], [-0.6]], Uz: [[1, 0], [0, 1]], bz: [0, 0], Wr: [[0], [0.6]], Ur: [[0, 0], [0, -1]], br: [0, 0],
    Wh: [[1], [-0.5]], Uh: [[0.5, 1], [1, 0.5]], bh: [0, 0.2])
  let p = GRUParameters(Wz: gao.Wz, Wr: gao.Wr, bz: gao.bz, br: gao.br, Wh: gao.Wh, Wx: gao.Wx, bh: gao.bh)

  let z = gruUpdateGate(h, x, p)
  let r = gruResetGate(h, x, p)
  let candidate = gruCandidate(h, x, r, p)
  let visible = r .* h
  let input = p.Wx * x + p.bh
  let recurrent = p.Wh * visible
  let product = p.Wh * h
  let hx = concatenate(h, x)
  func power(_ base: Double, _ exponent: Int) -> Double { (0..<exponent).reduce(1) { result, _ in result * base } }

  return LessonNumbers(
    "gru", given: ["0.8", "0.4", "0.2", "0.6", "50", "2014", "0.9", "0.99", "1000"],
    computed: [
      ("sigmoid of 4", [sigmoid(4)]),
      ("scores of the gates", (p.Wz * hx).elements + (p.Wr * hx).elements),
      ("z", z.elements),
      ("r", r.elements),
      ("r .* h", visible.elements),
      ("what the candidate adds up", recurrent.elements + input.elements + (recurrent + input).elements),
      ("candidate", candidate.elements),
      ("kept and written", (z .* h).elements + ((1 - z) .* candidate).elements),
      ("h", gruStep(h, x, p).elements + gaoStep(h, x, gao).elements),
      ("gates, rounded", [0.73, 0.27]),
      ("writing", notesStep(h, x, notes).elements),
      ("W_h h", product.elements),
      ("reset after", (r .* product).elements + trendsStep(h, x, notes).elements),
      ("reversed gate", (1 - z).elements + notesStep(h, x, withGateReversed(notes)).elements),
      ("difference", resetDifference(notes.Uh, r, h).elements),
      ("left after 50 steps", [power(0.9, 50), power(0.99, 50)]),
    ].map { entry in (entry.0, entry.1.filter { abs($0 - $0.rounded()) > 1e-9 }) })
}()
