import LinearAlgebra

@testable import Solutions

/// The worked example of the lesson on truncated backpropagation through time: one unit, two words, four steps.
let truncatedBPTTNumbers: LessonNumbers = {
  let x: [Vector] = [[-0.5], [0.1], [-0.5], [0.1]]
  let y = [0, 1, 0, 1]
  let h0: Vector = [0.5]
  func parameters(Wh: Double) -> ChunkParameters {
    ChunkParameters(Wx: [[1]], Wh: [[Wh]], bh: [0], Wy: [[1], [0]], by: [0, 0])
  }
  let p = parameters(Wh: 2)
  let h = chunkStates(x, h0, p)
  let dz = x.indices.map { scoreGradient(p.Wy * h[$0 + 1] + p.by, y[$0]) }

  func da(k: Int) -> [Double] {
    let bounds = chunkBounds(x.count, k)
    return zip(bounds, bounds.dropFirst()).flatMap { begin, end in
      chunkPreActivationGradients(Array(dz[begin..<end]), Array(h[begin...end]), p).map { $0[0] }
    }
  }
  func dWh(k: Int) -> Double { truncatedBPTT(x, y, h0, p, k).dWh[0, 0] }

  /// The loss of two chunks, the second from a given state or from the one that the first leaves.
  func loss(Wh: Double, second: Vector?) -> Double {
    let p = parameters(Wh: Wh)
    let start = second ?? chunkStates(Array(x[..<2]), h0, p)[2]
    return chunkLoss(Array(x[..<2]), Array(y[..<2]), h0, p) + chunkLoss(Array(x[2...]), Array(y[2...]), start, p)
  }
  func slope(second: Vector?) -> Double {
    (loss(Wh: 2.01, second: second) - loss(Wh: 1.99, second: second)) / 0.02
  }
  let numbers = 1_000_000.0 * 100

  return LessonNumbers(
    "truncated-bptt", given: ["1000000", "100", "20", "10", "0.5", "0.1", "1.99", "2.01", "0.02"],
    computed: [
      ("numbers to keep", [numbers, numbers * 8 / 1e9]),
      ("h", h.dropFirst().map { $0[0] }),
      ("from above", dz.map { $0[0] }),
      ("da", [4, 2, 1].flatMap { da(k: $0) }),
      ("dWh", [4, 2, 1].map { dWh(k: $0) }),
      ("differences", [slope(second: h[2]), slope(second: nil)]),
    ])
}()
