import LinearAlgebra
import Testing

@testable import Solutions

/// One step of a GRU, its weights held as Notes holds them.
private struct ConventionProblem {
  let p: SeparateGRU
  let h: Vector
  let x: Vector

  init(_ shape: RecurrentShape) {
    var generator = SeededGenerator(seed: shape.seed + 400)
    let (D, H) = (shape.inputs, shape.units)
    p = SeparateGRU(
      Wz: generator.matrix(H, D), Uz: generator.matrix(H, H), bz: generator.vector(H), Wr: generator.matrix(H, D),
      Ur: generator.matrix(H, H), br: generator.vector(H), Wh: generator.matrix(H, D), Uh: generator.matrix(H, H),
      bh: generator.vector(H))
    h = generator.vector(H)
    let input = generator.vector(D)
    x = shape.saturation.map { input.saturated($0) } ?? input
  }

  /// The reset gate.
  var r: Vector { sigmoid(p.Wr * x + p.Ur * h + p.br) }
}

@Suite struct `The conventions of the GRU` {
  @Test(arguments: RecurrentShape.all)
  func `give the same state with converted weights: Notes, Gao, Hennebert & Melchior`(shape: RecurrentShape) {
    let problem = ConventionProblem(shape)
    let (p, h, x) = (problem.p, problem.h, problem.x)
    let state = notesStep(h, x, p)
    #expect(Agreement.exact.disagreement(gaoStep(h, x, gaoFromNotes(p)), state) == nil)
    #expect(Agreement.exact.disagreement(hennebertStep(h, x, hennebertFromNotes(p)), state) == nil)
    #expect(Agreement.exact.disagreement(notesStep(h, x, withGateReversed(withGateReversed(p))), state) == nil)
  }

  @Test(arguments: RecurrentShape.all)
  func `have in Gao's form the step of gru-gates`(shape: RecurrentShape) {
    let problem = ConventionProblem(shape)
    let q = gaoFromNotes(problem.p)
    let p = GRUParameters(Wz: q.Wz, Wr: q.Wr, bz: q.bz, br: q.br, Wh: q.Wh, Wx: q.Wx, bh: q.bh)
    let expected = gruStep(problem.h, problem.x, p)
    #expect(Agreement.exact.disagreement(gaoStep(problem.h, problem.x, q), expected) == nil)
  }

  /// Trends agrees where the matrix is diagonal, and its scores differ by the reset difference elsewhere.
  @Test(arguments: RecurrentShape.all)
  func `part where Trends resets after the product`(shape: RecurrentShape) {
    let problem = ConventionProblem(shape)
    let (h, x) = (problem.h, problem.x)
    var p = problem.p
    let difference = resetDifference(p.Uh, problem.r, h)
    #expect(shape.units > 1 ? difference.norm > 1e-9 || shape.saturation != nil : difference.norm < 1e-15)
    let shifted = candidateResettingAfter(h, x, problem.r, p.Uh, p.Wh, p.bh + difference)
    let before = candidateResettingBefore(h, x, problem.r, p.Uh, p.Wh, p.bh)
    #expect(Agreement.exact.disagreement(shifted, before) == nil)

    var diagonal = Matrix.zeros(shape.units, shape.units)
    for unit in 0..<shape.units { diagonal[unit, unit] = p.Uh[unit, unit] }
    p.Uh = diagonal
    let keeping = gaoStep(h, x, gaoFromNotes(withGateReversed(p)))
    #expect(Agreement.exact.disagreement(trendsStep(h, x, p), keeping) == nil)
  }
}
