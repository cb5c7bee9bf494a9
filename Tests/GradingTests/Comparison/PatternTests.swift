import LinearAlgebra
import Testing
import Wire

@testable import Grading

@Suite struct `Patterns of wrong numbers` {
  /// Contributions of the steps of three sequences, of 2 x 3 matrices; the first sequence has one step alone.
  private static let sequences: [[Matrix]] = [1, 3, 4].map { length in
    var generator = CaseGenerator(seed: UInt64(length), size: .general)
    return (0..<length).map { _ in generator.matrix(2, 3) }
  }

  private static func sum(_ terms: some Sequence<Matrix>) -> Matrix { terms.reduce(.zeros(2, 3), +) }

  /// The pattern that is found where a mistake makes of the steps' contributions what `student` says.
  private func pattern(
    _ sequences: [[Matrix]] = Self.sequences, hasTerms: Bool = true, _ student: ([Matrix]) -> Matrix
  ) -> Pattern? {
    let cases = sequences.map { terms in
      PatternCase(
        student: .matrix(student(terms)), expected: .matrix(Self.sum(terms)),
        terms: hasTerms ? terms.map(\.value) : [])
    }
    return PatternSearch.patterns(in: cases, blocks: [""]).first?.pattern
  }

  @Test func `each mistake has its pattern`() {
    #expect(pattern { _ in .zeros(2, 3) } == .zero)
    #expect(pattern { -Self.sum($0) } == .sign)
    #expect(pattern { 2 * Self.sum($0) } == .factor(2))
    #expect(pattern { -0.5 * Self.sum($0) } == .factor(-0.5))
    #expect(pattern { Double($0.count) * Self.sum($0) } == .timesLength(inverse: false))
    #expect(pattern { Self.sum($0) / Double($0.count) } == .timesLength(inverse: true))
    #expect(pattern { Self.sum($0).transposed } == .transpose)
    #expect(pattern { Self.sum($0.dropFirst()) } == .missingStep(.first))
    #expect(pattern { Self.sum($0.dropLast()) } == .missingStep(.last))
    #expect(pattern { Self.sum($0.prefix(1)) } == .onlyStep(.first))
    #expect(pattern { Self.sum($0.suffix(1)) } == .onlyStep(.last))
  }

  @Test func `without contributions the patterns of time are not found`() {
    #expect(pattern(hasTerms: false) { Self.sum($0.dropFirst()) } == nil)
    #expect(pattern(hasTerms: false) { Self.sum($0.suffix(1)) } == nil)
    #expect(pattern(hasTerms: false) { Double($0.count) * Self.sum($0) } == nil)
    #expect(pattern(hasTerms: false) { -Self.sum($0) } == .sign)
  }

  @Test func `a mistake without a pattern gets none`() {
    #expect(pattern { terms in Self.sum(terms).map { $0 + 1 } } == nil)
    #expect(pattern { terms in Self.sum(terms).map { abs($0) } } == nil)
    #expect(pattern { Self.sum($0.dropFirst()) + Self.sum($0.dropFirst(2)) } == nil)
    // One entry wrong, and one entry alone with the other sign.
    #expect(pattern { terms in replacing(Self.sum(terms)) { $0 + 0.5 } } == nil)
    #expect(pattern { terms in replacing(Self.sum(terms)) { -$0 } } == nil)
    #expect(pattern { terms in replacing(-Self.sum(terms)) { -$0 } } == nil)
    // Other mistakes in other cases.
    #expect(pattern { $0.count == 1 ? -Self.sum($0) : 2 * Self.sum($0) } == nil)
    #expect(pattern { $0.count == 4 ? Self.sum($0) : .zeros(2, 3) } == nil)
  }

  @Test func `a number that is a little wrong is no multiple`() {
    #expect(pattern { (1 + 5e-8) * Self.sum($0) } == nil)
  }

  @Test func `what is not finite has no pattern`() {
    #expect(pattern { _ in Matrix([[.nan, .nan, .nan], [.nan, .nan, .nan]]) } == nil)
    #expect(pattern { terms in Self.sum(terms).map { _ in .infinity } } == nil)
    // Not even when the finite cases have one.
    #expect(
      pattern {
        $0.count == 1 ? Matrix(rows: 2, columns: 3, elements: Array(repeating: .nan, count: 6)) : -Self.sum($0)
      } == nil)
  }

  @Test func `a single number is a multiple of any other, and says nothing`() {
    let cases = [(3.0, 6.0), (1, 2)].map { PatternCase(student: .number($1), expected: .number($0), terms: []) }
    #expect(PatternSearch.patterns(in: cases, blocks: [""]).isEmpty)
  }

  @Test func `a symmetric matrix does not decide whether it is a transpose`() {
    let symmetric = Matrix([[1, 2], [2, 1]])
    let cases = [PatternCase(student: .matrix(-symmetric), expected: .matrix(symmetric), terms: [])]
    #expect(PatternSearch.patterns(in: cases, blocks: [""]).first?.pattern == .sign)
  }

  @Test func `a vector has no transpose, and other shapes no factor`() {
    let cases = [PatternCase(student: .vector([1, 2, 3]), expected: .vector([1, 2]), terms: [])]
    #expect(PatternSearch.patterns(in: cases, blocks: [""]).isEmpty)
  }

  @Test func `patterns are found block by block`() {
    func result(_ a: Matrix, _ b: Matrix) -> Value {
      .structure("R", [Value.Field("a", a.value), Value.Field("b", b.value)])
    }
    let cases = Self.sequences.map { terms in
      let sum = Self.sum(terms)
      return PatternCase(student: result(-sum, sum.transposed), expected: result(sum, sum), terms: [])
    }
    let found = PatternSearch.patterns(in: cases, blocks: ["a", "b"])
    #expect(found.map(\.block) == ["a", "b"])
    #expect(found.map(\.pattern) == [.sign, .transpose])
  }

  @Test(arguments: [
    (Pattern.zero, "every entry of dW, db is 0."), (.sign, "every entry of dW, db has the opposite sign."),
    (.factor(2), "every entry of dW, db is 2 times the expected one."),
    (.timesLength(inverse: true), "every entry of dW, db is the expected one divided by the length T of the sequence."),
    (.timesLength(inverse: false), "every entry of dW, db is the expected one times the length T of the sequence."),
    (.transpose, "dW, db: rows and columns are exchanged (the transpose)."),
    (.missingStep(.first), "the sum for dW, db lacks the contribution of the first time step."),
    (.onlyStep(.last), "the sum for dW, db holds the contribution of the last time step alone."),
  ])
  func `a pattern is a sentence`(pattern: Pattern, sentence: String) {
    #expect(pattern.sentence(blocks: ["dW", "db"]) == sentence)
    #expect(!pattern.sentence(blocks: [""]).contains("dW"))
  }

  /// The matrix with its first entry replaced.
  private func replacing(_ matrix: Matrix, _ change: (Double) -> Double) -> Matrix {
    var matrix = matrix
    matrix[0, 0] = change(matrix[0, 0])
    return matrix
  }
}
