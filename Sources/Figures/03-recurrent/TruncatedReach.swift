internal import Charts
internal import LinearAlgebra

@testable internal import Solutions

/// How much of the gradient of each step's loss arrives at each step, in one piece and in chunks.
package enum TruncatedReach {
  /// The sizes of the figure.
  package static let (steps, chunk, hiddenSize) = (12, 4, 8)

  /// The length of the gradient of step t's loss at step s, in that at step t: row t, column s; nil where a cut keeps it
  /// from arriving, and where s comes after t.
  package static func shares(chunk k: Int) -> [[Double?]] {
    var draws = Draws(seed: 6)
    let H = hiddenSize
    let p = ChunkParameters(
      Wx: draws.weights(H, H), Wh: draws.weights(H, H), bh: .zeros(H), Wy: .identity(H), by: .zeros(H))
    let x = (0..<steps).map { _ in draws.vector(H) }
    let dz = draws.vector(H)
    let h = chunkStates(x, .zeros(H), p)
    let bounds = chunkBounds(steps, k)
    return (0..<steps).map { t in
      var row = [Double?](repeating: nil, count: steps)
      for (begin, end) in zip(bounds, bounds.dropFirst()) where begin <= t && t < end {
        let scores = (begin..<end).map { $0 == t ? dz : .zeros(H) }
        let da = chunkPreActivationGradients(scores, Array(h[begin...end]), p)
        for s in begin...t { row[s] = da[s - begin].norm / da[t - begin].norm }
      }
      return row
    }
  }
}

@Sendable func truncatedReachFigure() -> ComputedFigure {
  let (steps, chunk) = (TruncatedReach.steps, TruncatedReach.chunk)
  let (full, cut) = (TruncatedReach.shares(chunk: steps), TruncatedReach.shares(chunk: chunk))
  func panel(_ heading: String, _ shares: [[Double?]], _ series: Series) -> Panel {
    var cells: [Cell] = []
    for (t, row) in shares.enumerated() {
      for (s, share) in row.enumerated() {
        if let share { cells.append(Cell(Point(Double(s + 1), Double(t + 1)), share: share)) }
      }
    }
    let ticks = stride(from: 1.0, through: Double(steps), by: 1).filter { Int($0) % chunk == 0 || $0 == 1 }
    let range = 0.5...Double(steps) + 0.5
    return Panel(
      heading: heading, x: Axis("arrives at step", range: range, ticks: ticks),
      y: Axis("loss of step", range: range, ticks: ticks), hasEqualUnits: true, marks: [.cells(cells, series)])
  }
  let count = { (shares: [[Double?]]) in shares.joined().count { $0 != nil } }
  let farthest = NumberText.short((full[steps - 1][0] ?? 0))
  return ComputedFigure(
    name: "truncated-reach",
    caption: """
      The stronger a square, the more of the gradient is left there. Cut every \(chunk) steps, it arrives at no step of an \
      earlier chunk.
      """,
    chart: Chart(
      title: "Which steps the gradient of each step's loss reaches",
      description: """
        Two squares of \(steps) by \(steps), a row for the loss of each step and a column for each step that it may reach. In \
        one piece \(count(full)) cells are filled, a triangle: every loss reaches all steps before it, ever more faintly; at \
        step 1 the loss of step \(steps) has \(farthest) of its length left. In chunks of \(chunk), \(count(cut)) cells are \
        filled, three small triangles along the diagonal, as strong as in the first square; nothing lies outside them.
        """,
      panels: [
        panel("In one piece", full, Series("", look: 1)),
        panel("Chunks of \(chunk)", cut, Series("", look: 1)),
      ], arrangement: .row))
}
