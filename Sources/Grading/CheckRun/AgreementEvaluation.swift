internal import Course
internal import Wire

/// Judges what a student's function made of the cases of a check, and explains what is wrong.
struct AgreementEvaluation {
  let check: Check
  let agreement: Agreement
  let seed: UInt64
  /// Whether inputs and values are kept to ourselves.
  let hidesCases: Bool
  private(set) var failures: [Failure] = []
  /// The student's values, in the form in which they are compared; nil where the function returned nothing.
  private(set) var values: [Value?] = []
  private let total: Int

  /// A case in which the function's value is not the expected one.
  struct Failure {
    let wholeCase: PreparedCase
    let student: Value
    let comparison: Comparison

    /// Whether the first number that is wrong is infinite or not a number.
    var isNotFinite: Bool {
      if case .notFinite? = comparison.first?.kind { true } else { false }
    }
  }

  /// The first case, in the order of the cases, without the expected value.
  private(set) var first: FirstProblem?

  enum FirstProblem {
    case different(Failure)
    case without(PreparedCase, CallOutcome)
  }

  /// Compares the outcomes with the expected values.
  init(
    _ check: Check, _ agreement: Agreement, _ cases: [PreparedCase], _ outcomes: [CallOutcome], seed: UInt64,
    hidesCases: Bool
  ) {
    self.check = check
    self.agreement = agreement
    self.seed = seed
    self.hidesCases = hidesCases
    self.total = cases.count
    for (index, prepared) in cases.enumerated() {
      let outcome = index < outcomes.count ? outcomes[index] : .notMade
      guard case .returned(let value) = outcome else {
        values.append(nil)
        if first == nil { first = .without(prepared, outcome) }
        continue
      }
      let student = agreement.canonical?(value, prepared.arguments) ?? value
      values.append(student)
      let comparison = Comparison(student: student, expected: prepared.expected, tolerance: agreement.tolerance)
      guard !comparison.agrees else { continue }
      let failure = Failure(wholeCase: prepared, student: student, comparison: comparison)
      failures.append(failure)
      if first == nil { first = .different(failure) }
    }
  }

  /// The result of the check, but for what became of the program when it ended.
  ///
  /// `cause` is what further calls found out about the cause of a wrong gradient.
  func result(cause: String?) -> CheckResult? {
    switch first {
    case nil:
      return CheckResult(
        name: check.name, status: .passed, points: Double(check.points), maxPoints: Double(check.points),
        message: "\(total) of \(total) cases agree")
    case .different(let failure):
      return CheckResult(
        name: check.name, status: .failed, points: 0, maxPoints: Double(check.points),
        message: hidesCases ? hiddenMessage : message(failure, cause: cause),
        counterexample: hidesCases ? nil : counterexample(failure))
    case .without: return nil
    }
  }

  private func message(_ failure: Failure, cause: String?) -> String {
    var lines = [differenceText(failure, withNumbers: false)]
    if let blocks = blocksText() { lines.append(blocks) }
    if let accuracy = accuracyText {
      lines.append(accuracy)
    } else {
      lines += patternTexts()
      if let cause { lines.append(cause) }
    }
    if failures.count > 1 || total > failures.count {
      lines.append("\(failures.count) of \(total) cases fail; this is the smallest.")
    }
    return lines.joined(separator: "\n")
  }

  /// What is said of a failure whose inputs are secret: neither numbers nor places, since a program could tell its inputs by either.
  private var hiddenMessage: String {
    let wrong = wrongBlocks.filter { !$0.isEmpty }
    let subject =
      wrong.isEmpty ? agreement.function.name : "\(agreement.function.name), \(wrong.joined(separator: ", "))"
    let verdict = isMerelyInaccurate ? "close, but not accurate enough" : "not what is expected"
    return "\(subject): yours is \(verdict). The inputs of this check are hidden."
  }

  /// Errors up to here are lost digits, not another formula.
  private static let largestInaccuracy = 1e-4

  /// Whether the numbers are right but for lost digits.
  var isMerelyInaccurate: Bool {
    !failures.isEmpty && failures.allSatisfy { $0.comparison.largestError < Self.largestInaccuracy }
  }

  /// What kind of wrong numbers these are, where it is their accuracy.
  private var accuracyText: String? {
    if isMerelyInaccurate {
      let largest = failures.map(\.comparison.largestError).max() ?? 0
      return "Close, but not accurate enough: errors of up to \(ValueText.number(rounded(largest))), where "
        + "\(ValueText.number(agreement.tolerance.largestError)) is allowed. Digits are lost on the way: look for numerical instability (a "
        + "difference of nearly equal numbers), a sum cut short, or single precision."
    }
    guard values.count > failures.count else { return nil }
    if failures.allSatisfy({ $0.wholeCase.size == .saturated }) {
      return
        "Only extreme inputs fail; moderate ones agree. The formula is numerically unstable there: an exponential overflows, a "
        + "probability underflows, or infinities meet. Rearrange it so that every intermediate number stays finite."
    }
    if failures.allSatisfy(\.isNotFinite) {
      return
        "Wherever it is wrong it is not finite, and elsewhere it agrees. The formula is numerically unstable there: a division by 0, a "
        + "logarithm of 0, or an infinity times 0. Rearrange it so that every intermediate number stays finite."
    }
    return nil
  }

  private func counterexample(_ failure: Failure) -> Counterexample {
    let prepared = failure.wholeCase
    return Counterexample(
      function: agreement.function.name, arguments: argumentTexts(prepared),
      student: resultText(failure.student, failure),
      expected: resultText(prepared.expected, failure),
      difference: differenceText(failure, withNumbers: true), seed: seed, index: prepared.index)
  }

  /// The result in full while it is small; else the first block that is wrong.
  private func resultText(_ result: Value, _ failure: Failure) -> String {
    guard let block = failure.comparison.first?.location.block, !block.isEmpty, let part = result[block],
      ValueText.full(result).count > 100
    else { return ValueText.short(result) }
    return "\(block) = \(ValueText.short(part))"
  }

  /// The arguments as `name = value`.
  func argumentTexts(_ prepared: PreparedCase) -> [String] {
    zip(agreement.parameters, prepared.arguments).flatMap { name, value -> [String] in
      // A structure of some size is easier to read field by field.
      guard case .structure(_, let fields) = value, ValueText.full(value).count > 80 else {
        return ["\(name) = \(ValueText.short(value))"]
      }
      return fields.map { "\(name).\($0.label) = \(ValueText.short($0.value))" }
    }
  }

  private func differenceText(_ failure: Failure, withNumbers: Bool) -> String {
    guard let difference = failure.comparison.first else { return "" }
    let firstStep = agreement.timeSteps[difference.location.block]
    let place = difference.location.description(firstStep: firstStep)
    let subject = place.isEmpty ? agreement.function.name : "\(agreement.function.name), \(place)"
    return "\(subject): \(kindText(difference.kind))"
  }

  private func kindText(_ kind: Comparison.Difference.Kind) -> String {
    switch kind {
    case .shape(let student, let expected): return "yours is \(student), expected is \(expected)"
    case .count(let student, let expected):
      return "yours has \(student) \(student == 1 ? "item" : "items"), expected are \(expected)"
    case .notFinite(let student, let expected):
      return "yours is \(student.isNaN ? "not a number (NaN)" : "infinite"), expected \(ValueText.number(expected))"
    case .number(let student, let expected):
      let absolute = ValueText.number(rounded(abs(student - expected)))
      let relative = ValueText.number(rounded(Tolerance.error(student, expected)))
      return "yours is \(ValueText.number(student)), expected \(ValueText.number(expected)) "
        + "(absolute error \(absolute), relative error \(relative))"
    case .unequal(let student, let expected):
      return "yours is \(ValueText.short(student)), expected \(ValueText.short(expected))"
    }
  }

  /// Three digits are enough for an error.
  private func rounded(_ error: Double) -> Double {
    guard error.isFinite, error > 0 else { return error }
    var scale = 1.0
    while error * scale < 100 { scale *= 10 }
    let digits = (error * scale).rounded()
    return digits / scale
  }

  /// Which blocks of the result are wrong in some case, and which are right in all.
  private func blocksText() -> String? {
    var names: [String] = []
    for failure in failures {
      for block in failure.comparison.blocks where !names.contains(block.name) { names.append(block.name) }
    }
    guard names.count > 1 else { return nil }
    let wrong = wrongBlocks
    let right = names.filter { !wrong.contains($0) }
    let counts = wrong.map { name in
      let entries = failures.reduce(0) { $0 + ($1.comparison.wrong[name] ?? 0) }
      let all = failures.reduce(0) { sum, failure in
        sum + (failure.comparison.blocks.first { $0.name == name }?.count ?? 0)
      }
      return "\(name) (\(entries) of \(all) entries)"
    }
    return "Wrong: \(counts.joined(separator: ", "))."
      + (right.isEmpty ? " No block is right in all cases." : " Right: \(right.joined(separator: ", ")).")
  }

  private var wrongBlocks: [String] {
    var names: [String] = []
    for failure in failures {
      for block in failure.comparison.blocks
      where failure.comparison.wrong[block.name] != nil && !names.contains(block.name) {
        names.append(block.name)
      }
    }
    return names
  }

  private func patternTexts() -> [String] {
    let cases = failures.map { failure in
      PatternCase(
        student: failure.student, expected: failure.wholeCase.expected, terms: terms(failure.wholeCase.arguments))
    }
    let found = PatternSearch.patterns(in: cases, blocks: wrongBlocks)
    var distinct: [Pattern] = []
    for (_, pattern) in found where !distinct.contains(pattern) { distinct.append(pattern) }
    return distinct.map { pattern in
      "Pattern: \(pattern.sentence(blocks: found.filter { $0.pattern == pattern }.map(\.block)))"
    }
  }

  private func terms(_ arguments: [Value]) -> [Value] {
    guard let terms = agreement.terms, case .list(let values)? = try? terms.call(arguments) else { return [] }
    return values
  }
}
