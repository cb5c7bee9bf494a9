internal import Course
internal import Wire

/// A check with its cases drawn and its expected values computed.
struct PreparedCheck {
  let check: Check
  let cases: [PreparedCase]

  init(_ check: Check, exercise: String, seed: UInt64) throws(GradingFault) {
    self.check = check
    switch check.kind {
    case .agreement(let agreement):
      cases = try PreparedCase.all(check, agreement, exercise: exercise, seed: seed)
    case .cost: cases = []
    }
  }
}

/// Runs the checks of one submission, one after the other.
final class CheckRun {
  private let pool: ProgramPool
  private let text: OutcomeText
  private let seed: UInt64
  private let hidesCases: Bool
  /// What the failed checks tell, for diagnosis.
  private(set) var evidence: [Evidence] = []
  /// How often the program was started anew only to learn more of a crashing function.
  private var freshStarts = 0
  private static let mostFreshStarts = 4
  /// Where the program crashed, each place once.
  private(set) var crashes: [Diagnostic] = []

  init(
    _ pool: ProgramPool, _ compilation: Compilation, _ submission: Submission, seed: UInt64, hidesCases: Bool
  ) {
    self.pool = pool
    self.text = OutcomeText(pool, compilation, submission, isTerse: hidesCases)
    self.seed = seed
    self.hidesCases = hidesCases
  }

  /// The result of one check.
  func result(of prepared: PreparedCheck) throws -> CheckResult {
    if pool.isExhausted {
      return failed(
        prepared.check, .timedOut, "not run: the checks before it have used up the time of the whole file.")
    }
    return switch prepared.check.kind {
    case .agreement(let agreement): try agreementResult(prepared, agreement)
    case .cost(let comparison): try costResult(prepared.check, comparison)
    }
  }

  private func agreementResult(_ prepared: PreparedCheck, _ agreement: Agreement) throws -> CheckResult {
    let arguments = prepared.cases.map { $0.arguments.map(Request.Argument.value) }
    let outcomes = try pool.program().call(agreement.function.name, arguments)
    let evaluation = AgreementEvaluation(
      prepared.check, agreement, prepared.cases, outcomes, seed: seed, hidesCases: hidesCases)
    if evaluation.first != nil {
      evidence.append(Evidence(prepared.check, agreement, prepared.cases, values: evaluation.values))
    }
    let cause =
      hidesCases || evaluation.isMerelyInaccurate ? nil : try OwnLoss(pool, agreement, evaluation.failures).cause()
    if let result = evaluation.result(cause: cause) { return result }
    guard case .without(let failing, let outcome)? = evaluation.first else {
      throw GradingFault("the check '\(prepared.check.name)' has no result")
    }
    let report = try explain(outcome, agreement.function)
    if report.status == .crashed { try gatherEvidence(prepared, agreement, after: outcomes) }
    var example: Counterexample?
    if report.status != .notImplemented && !hidesCases {
      example = Counterexample(
        function: agreement.function.name, arguments: evaluation.argumentTexts(failing), seed: seed,
        index: failing.index)
    }
    return failed(prepared.check, report.status, report.message, example)
  }

  /// Tries the cases after one in which the function crashed: what it returns there may show its mistake.
  private func gatherEvidence(_ prepared: PreparedCheck, _ agreement: Agreement, after outcomes: [CallOutcome]) throws {
    var outcomes = outcomes
    while let next = outcomes.firstIndex(where: \.isNotMade), freshStarts < Self.mostFreshStarts, !pool.isExhausted {
      freshStarts += 1
      let arguments = prepared.cases[next...].map { $0.arguments.map(Request.Argument.value) }
      outcomes.replaceSubrange(next..., with: try pool.program().call(agreement.function.name, arguments))
    }
    let evaluation = AgreementEvaluation(
      prepared.check, agreement, prepared.cases, outcomes, seed: seed, hidesCases: hidesCases)
    evidence[evidence.count - 1] = Evidence(prepared.check, agreement, prepared.cases, values: evaluation.values)
  }

  private func explain(_ outcome: CallOutcome, _ function: Function) throws -> OutcomeText.Explanation {
    let report = try text.explain(outcome, function.name)
    if let place = report.place, !crashes.contains(place) { crashes.append(place) }
    return report
  }

  private func failed(
    _ check: Check, _ status: Status, _ message: String, _ example: Counterexample? = nil
  ) -> CheckResult {
    CheckResult(
      name: check.name, status: status == .passed ? .failed : status, points: 0, maxPoints: Double(check.points),
      message: message, counterexample: example)
  }

  private func costResult(_ check: Check, _ comparison: CostComparison) throws -> CheckResult {
    var least: [Double] = []
    // A machine may be busy with something else just then: the best of three attempts counts.
    for attempt in 0..<3 {
      var times: [Double] = []
      for size in [comparison.sizes.small, comparison.sizes.large] {
        switch try time(comparison, size: size, attempt: attempt) {
        case .seconds(let seconds): times.append(seconds)
        case .problem(let outcome):
          let report = try explain(outcome, comparison.function)
          return failed(check, report.status, report.message)
        case .wrong:
          return failed(
            check, .failed,
            "\(comparison.function.name) returns something else than expected where \(comparison.quantity) is \(size). Its cost counts "
              + "only where its results are right.")
        }
      }
      least = least.isEmpty ? times : zip(least, times).map(min)
      if least[1] <= comparison.largestRatio * least[0] {
        return CheckResult(
          name: check.name, status: .passed, points: Double(check.points), maxPoints: Double(check.points),
          message: "the cost does not grow with \(comparison.quantity)")
      }
    }
    let factor = comparison.sizes.large / comparison.sizes.small
    return failed(
      check, .failed,
      "\(comparison.function.name) takes more than \(ValueText.number(comparison.largestRatio)) times as long when \(comparison.quantity) "
        + "grows \(factor)-fold, from \(comparison.sizes.small) to \(comparison.sizes.large). Its cost must not depend on it: touch only "
        + "the rows that the call names, and make nothing of that size.")
  }

  private enum Timing {
    case seconds(Double)
    case problem(CallOutcome)
    case wrong
  }

  /// The processor time of the calls for one size of the large argument.
  private func time(_ comparison: CostComparison, size: Int, attempt: Int) throws -> Timing {
    let program = try pool.program()
    var calls: [[Request.Argument]] = []
    var generator = CaseGenerator(
      seed: Seed.derive(seed, "\(comparison.function.name)/\(size)/\(attempt)"), size: .general)
    let large = try Value(of: comparison.large(&generator, size))
    if let ending = try program.keep(large, slot: 0) { return .problem(.ended(ending)) }
    for _ in 0..<comparison.calls {
      let others = try comparison.others(&generator, size).map { Request.Argument.value(try Value(of: $0)) }
      calls.append(others[..<comparison.largeArgument] + [.kept(slot: 0)] + others[comparison.largeArgument...])
    }
    // The first call may have to set something up.
    let warmUp = try program.call(comparison.function.name, [calls[0]])
    if case .returned = warmUp[0] {} else { return .problem(warmUp[0]) }
    guard let before = program.processorSeconds else { return .problem(.ended(program.ending ?? .exited(code: 0))) }
    let outcomes = try program.call(comparison.function.name, calls)
    guard let after = program.processorSeconds else { return .problem(.ended(program.ending ?? .exited(code: 0))) }
    var results: [Value] = []
    for outcome in outcomes {
      guard case .returned(let value) = outcome else { return .problem(outcome) }
      results.append(value)
    }
    // One that nobody can tell beforehand; to compare them all would take longer than the check.
    let chosen = Int(Seed.derive(seed, "\(comparison.function.name)/compared/\(size)", attempt) % UInt64(calls.count))
    let arguments = calls[chosen].map { argument in
      switch argument {
      case .value(let value): value
      case .kept: large
      }
    }
    return try comparison.accepts(results[chosen], for: arguments) ? .seconds(after - before) : .wrong
  }
}

extension CostComparison {
  /// Whether a result of the timed function is right.
  fileprivate func accepts(_ result: Value, for arguments: [Value]) throws -> Bool {
    let expected = try function.call(arguments)
    let tolerance = agreement?.tolerance ?? Tolerance.results
    if Comparison(student: result, expected: expected, tolerance: tolerance).agrees { return true }
    // Bringing results of this size into another form takes time, and is seldom needed.
    guard let canonical = agreement?.canonical else { return false }
    return Comparison(
      student: canonical(result, arguments), expected: canonical(expected, arguments), tolerance: tolerance
    ).agrees
  }
}
