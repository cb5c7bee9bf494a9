internal import LinearAlgebra
internal import Wire

/// What is systematically wrong with a block of numbers.
enum Pattern: Hashable {
  /// Every number is 0.
  case zero
  /// Every number has the other sign.
  case sign
  /// Every number is the same multiple of the right one, in all cases.
  case factor(Double)
  /// Every number of a case is the same multiple of the right one, and the multiple is the length of the sequence or its inverse.
  case timesLength(inverse: Bool)
  /// Rows and columns are exchanged.
  case transpose
  /// One time step's contribution is missing: the first or the last.
  case missingStep(Step)
  /// Only one time step's contribution is there: the first or the last.
  case onlyStep(Step)

  enum Step: String, Hashable {
    case first, last
  }

  /// The pattern as a sentence about the blocks that show it; none are named where the result is a single block.
  func sentence(blocks: [String]) -> String {
    let names = blocks.filter { !$0.isEmpty }.joined(separator: ", ")
    let entries = names.isEmpty ? "every entry" : "every entry of \(names)"
    let sum = names.isEmpty ? "the sum" : "the sum for \(names)"
    return switch self {
    case .zero: "\(entries) is 0."
    case .sign: "\(entries) has the opposite sign."
    case .factor(let factor): "\(entries) is \(ValueText.number(factor)) times the expected one."
    case .timesLength(let inverse):
      inverse
        ? "\(entries) is the expected one divided by the length T of the sequence."
        : "\(entries) is the expected one times the length T of the sequence."
    case .transpose: "\(names.isEmpty ? "the result" : names): rows and columns are exchanged (the transpose)."
    case .missingStep(let step): "\(sum) lacks the contribution of the \(step) time step."
    case .onlyStep(let step): "\(sum) holds the contribution of the \(step) time step alone."
    }
  }
}

/// One failing case, as the search for patterns sees it.
struct PatternCase {
  var student: Value
  var expected: Value
  /// The contributions of the time steps, if the result is a sum over time.
  var terms: [Value]
  var length: Int { terms.count }
}

/// Finds what the failing cases have in common, block by block.
enum PatternSearch {
  /// The pattern of each wrong block that all its decisive cases share.
  static func patterns(in cases: [PatternCase], blocks: [String]) -> [(block: String, pattern: Pattern)] {
    blocks.compactMap { block in
      pattern(of: cases.compactMap { BlockCase($0, block) }).map { (block, $0) }
    }
  }

  private static func pattern(of cases: [BlockCase]) -> Pattern? {
    // What is not finite is no multiple of anything, so that one such case contradicts every pattern.
    guard !cases.isEmpty, cases.allSatisfy({ $0.student.allSatisfy(\.isFinite) }) else { return nil }
    if shared(cases, { $0.isTransposed }) { return .transpose }
    let numbers = cases.filter { $0.student.count == $0.expected.count }
    guard numbers.count == cases.count else { return nil }
    if shared(cases, { $0.isZero }) { return .zero }
    for step in [Pattern.Step.last, .first] where shared(cases, { $0.isOnly(step) }) { return .onlyStep(step) }
    for step in [Pattern.Step.first, .last] where shared(cases, { $0.lacks(step) }) { return .missingStep(step) }
    return factor(of: cases)
  }

  /// A property that some cases decide and no case contradicts.
  private static func shared(_ cases: [BlockCase], _ property: (BlockCase) -> Bool?) -> Bool {
    let answers = cases.compactMap(property)
    return !answers.isEmpty && answers.allSatisfy { $0 }
  }

  private static func factor(of cases: [BlockCase]) -> Pattern? {
    let telling = cases.filter { $0.expected.contains { abs($0) > 1e-6 } }
    let factors = telling.map(\.factor)
    // A single number is a multiple of any other: a factor counts when a case of several numbers shows it.
    guard telling.contains(where: { $0.hasSeveralNumbers }), let known = factors.first ?? nil else { return nil }
    let all = factors.compactMap { $0 }
    // Numbers that are only a little wrong are no multiple of the right ones that is worth naming.
    guard all.count == factors.count, !all.allSatisfy({ close($0, 1) }) else { return nil }
    if all.allSatisfy({ close($0, known) }) {
      return close(known, -1) ? .sign : .factor(rounded(known))
    }
    let lengths = telling.map { Double($0.length) }
    guard lengths.allSatisfy({ $0 > 0 }) else { return nil }
    if zip(all, lengths).allSatisfy({ close($0, $1) }) { return .timesLength(inverse: false) }
    if zip(all, lengths).allSatisfy({ close($0, 1 / $1) }) { return .timesLength(inverse: true) }
    return nil
  }

  /// A factor without the rounding errors of the division that found it.
  private static func rounded(_ factor: Double) -> Double { (factor * 1e6).rounded() / 1e6 }
}

/// One block of one failing case.
private struct BlockCase {
  let student: [Double]
  let expected: [Double]
  let studentMatrix: Matrix?
  let expectedMatrix: Matrix?
  let terms: [[Double]]

  var length: Int { terms.count }

  init?(_ wholeCase: PatternCase, _ block: String) {
    func part(_ value: Value) -> Value? { block.isEmpty ? value : value[block] }
    func flat(_ value: Value) -> [Double] { Leaf.all(in: value).flatMap { $0.value.numbers ?? [] } }
    guard let student = part(wholeCase.student), let expected = part(wholeCase.expected) else { return nil }
    self.student = flat(student)
    self.expected = flat(expected)
    if case .matrix(let matrix) = student { studentMatrix = matrix } else { studentMatrix = nil }
    if case .matrix(let matrix) = expected { expectedMatrix = matrix } else { expectedMatrix = nil }
    terms = wholeCase.terms.compactMap { part($0).map(flat) }
  }

  var hasSeveralNumbers: Bool { Set(expected.filter { abs($0) > 1e-6 }).count >= 2 }

  var isZero: Bool? {
    expected.contains { abs($0) > 1e-6 } ? student.allSatisfy { $0 == 0 } : nil
  }

  /// Whether the student's matrix is the transpose; undecided where the transpose equals the matrix itself.
  var isTransposed: Bool? {
    guard let student = studentMatrix, let expected = expectedMatrix else { return false }
    let transposed = expected.transposed
    if expected.rows == expected.columns && allClose(transposed.elements, expected.elements) { return nil }
    return student.rows == transposed.rows && student.columns == transposed.columns
      && allClose(student.elements, transposed.elements)
  }

  /// Whether the sum lacks the step; undecided with one step, or where the step contributes nothing.
  func lacks(_ step: Pattern.Step) -> Bool? {
    guard let term = term(step) else { return terms.isEmpty ? false : nil }
    return allClose(student, zip(expected, term).map { $0 - $1 })
  }

  /// Whether the sum is that one step; undecided with one step.
  func isOnly(_ step: Pattern.Step) -> Bool? {
    guard let term = term(step) else { return terms.isEmpty ? false : nil }
    return allClose(student, term)
  }

  private func term(_ step: Pattern.Step) -> [Double]? {
    guard terms.count >= 2, let term = step == .first ? terms.first : terms.last else { return nil }
    guard term.count == expected.count, term.contains(where: { abs($0) > 1e-6 }) else { return nil }
    return term
  }

  /// The one number that turns the expected numbers into the student's.
  var factor: Double? {
    guard let pivot = expected.indices.max(by: { abs(expected[$0]) < abs(expected[$1]) }) else { return nil }
    let factor = student[pivot] / expected[pivot]
    guard factor.isFinite, factor != 0 else { return nil }
    return allClose(student, expected.map { factor * $0 }) ? factor : nil
  }
}

private func close(_ a: Double, _ b: Double) -> Bool { Tolerance(1e-7).accepts(a, b) }

private func allClose(_ a: [Double], _ b: [Double]) -> Bool {
  a.count == b.count && zip(a, b).allSatisfy { close($0, $1) }
}
