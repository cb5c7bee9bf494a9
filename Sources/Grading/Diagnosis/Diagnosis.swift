internal import Course
internal import Wire

/// Finds the known mistakes that give the student's numbers.
struct Diagnosis {
  private let runner: WrongProgramRunner
  private let programs: [WrongProgram]
  /// Which functions call which, in the student's file and in the reference.
  private let calls: (student: CallGraph, reference: CallGraph)
  private let evidence: [Evidence]
  private let failedChecks: Set<String>

  /// How many equal mistakes are named for one check.
  private static let mostNamed = 3

  /// What explains a failed check.
  private struct Match {
    let evidence: Evidence
    /// The mistakes of which each would do.
    let alternatives: [WrongProgram]
    /// Those already found in other functions that are at work here, too.
    var besides: [WrongProgram] = []
  }

  /// - Parameter calls: which functions of the student's file call which.
  init(
    _ runner: WrongProgramRunner, _ programs: WrongPrograms, _ calls: CallGraph, _ evidence: [Evidence],
    failedChecks: Set<String>
  ) {
    self.runner = runner
    self.programs = programs.programs
    self.calls = (calls, programs.calls)
    self.evidence = evidence
    self.failedChecks = failedChecks
  }

  /// The misconceptions that explain the failed checks; none where none fits.
  func misconceptions() throws -> [NamedMisconception] {
    var matches = try explainedAlone()
    while let more = try explainedTogether(matches) { matches.append(more) }
    return names(standing(matches))
  }

  // MARK: - One mistake

  /// The checks whose numbers one mistake gives.
  ///
  /// A mistake that would also fail a check which the student passes is taken only if no other explains the check.
  private func explainedAlone() throws -> [Match] {
    let fits = try evidence.map { item in try fitting(item, candidates(for: item)) }
    let matches = try evidence.indices.map { index in
      // A mistake is not the cause if the function in which it sits shows other numbers than its own.
      let found = try fits[index].filter { program in
        try zip(evidence, fits).allSatisfy { own, fits in
          try !mustShow(program, own) || fits.contains { $0.id == program.id }
            || (fits.isEmpty && mostlyAgrees(program, own))
        }
      }
      return Match(evidence: evidence[index], alternatives: found.preferringConsistent(with: failedChecks))
    }
    return zip(matches, fits).map { match, fits in
      // What the functions that it calls do is in its numbers, before any mistake of its own.
      let called = calls.student.called(by: match.evidence.function)
      let inherited = matches.filter { called.contains($0.evidence.function) }.flatMap(\.alternatives)
        .filter { $0.failingChecks.contains(match.evidence.check.name) }
      guard !inherited.isEmpty else { return match }
      let shared = fits.filter { program in inherited.contains { $0.id == program.id } }
      return Match(evidence: match.evidence, alternatives: shared)
    }.filter { !$0.alternatives.isEmpty }
  }

  private func candidates(for item: Evidence) -> [WrongProgram] {
    programs.filter { $0.failingChecks.contains(item.check.name) }
  }

  /// Whether a failed check is one of the very function that the mistake is in, so that its numbers must be those of the mistake.
  private func mustShow(_ program: WrongProgram, _ item: Evidence) -> Bool {
    item.isTelling && program.functions.contains(item.function) && program.failingChecks.contains(item.check.name)
  }

  /// Whether a mistake gives most of the student's wrong values, if not all.
  private func mostlyAgrees(_ program: WrongProgram, _ item: Evidence) throws -> Bool {
    try item.differing.count { try agree([program], item, [$0]) } * 2 > item.differing.count
  }

  // MARK: - Several mistakes

  /// One more check that the mistakes found so far explain together, or with another one in a function that calls theirs; nil where there is
  /// none.
  private func explainedTogether(_ matches: [Match]) throws -> Match? {
    let found = best(matches).compactMap(\.first)
    for item in evidence where !matches.contains(where: { $0.evidence.check.name == item.check.name }) {
      let atWork = found.filter { $0.failingChecks.contains(item.check.name) }.inFunctionsOfTheirOwn
      guard !atWork.isEmpty, item.isTelling else { continue }
      if atWork.count > 1, try explain(atWork, item) {
        return Match(evidence: item, alternatives: [], besides: atWork)
      }
      let sets = atWork.count > 1 ? [atWork] + atWork.map { [$0] } : [atWork]
      for besides in sets {
        let taken = Set(besides.flatMap(\.functions))
        let others = candidates(for: item).filter { taken.isDisjoint(with: $0.functions) }
        let fits = try fitting(item, others, besides: besides).filter { program in
          try evidence.filter { mustShow(program, $0) }.allSatisfy { own in
            try explain(besides.filter { $0.failingChecks.contains(own.check.name) } + [program], own)
          }
        }.preferringConsistent(with: failedChecks)
        if !fits.isEmpty { return Match(evidence: item, alternatives: fits, besides: besides) }
      }
    }
    return nil
  }

  // MARK: - Holding numbers against numbers

  /// The candidates that give the student's values in every case, each together with the mistakes besides it.
  private func fitting(
    _ item: Evidence, _ candidates: [WrongProgram], besides: [WrongProgram] = []
  ) throws -> [WrongProgram] {
    try candidates.filter { try explain(besides + [$0], item) }
  }

  private func explain(_ mistakes: [WrongProgram], _ item: Evidence) throws -> Bool {
    let differing = item.differing
    guard item.isTelling, let first = differing.first, let last = differing.last else { return false }
    let probes = Set([first, differing[differing.count / 2], last]).sorted()
    let rest = item.cases.indices.filter { item.values[$0] != nil && !probes.contains($0) }
    return try agree(mistakes, item, probes) && agree(mistakes, item, rest)
  }

  private func agree(_ mistakes: [WrongProgram], _ item: Evidence, _ indices: [Int]) throws -> Bool {
    let values = try runner.values(of: item.agreement, in: mistakes, indices.map { item.cases[$0] })
    return zip(indices, values).allSatisfy { index, value in
      guard let value, let student = item.values[index] else { return false }
      return value.coincides(with: student)
    }
  }

  // MARK: - Names

  /// The matches that accuse no function of what another one does.
  ///
  /// What a function returns is no sign of its own mistake if it calls another failing function whose numbers nothing explains, or one that the
  /// reference does without.
  private func standing(_ matches: [Match]) -> [Match] {
    let explained = Set(matches.map(\.evidence.function))
    let failing = Set(evidence.map(\.function))
    let kept = matches.filter { match in
      let function = match.evidence.function
      // What the mistakes beside it do is in its numbers already.
      let expected = match.besides.isEmpty ? calls.reference.called(by: function).intersection(explained) : explained
      let suspects = calls.student.called(by: function).intersection(failing).subtracting(expected)
      return suspects.isEmpty || match.alternatives.contains { !suspects.isDisjoint(with: $0.functions) }
        || matches.contains { other in
          other.evidence.function != function
            && other.alternatives.contains { program in match.alternatives.contains { $0.id == program.id } }
        }
    }
    let names = Set(kept.flatMap(\.alternatives).map(\.id))
    return kept.filter { $0.besides.allSatisfy { names.contains($0.id) } }
  }

  /// Of several mistakes that fit a check, those that also fit the most others; none where those beside it explain it.
  private func best(_ matches: [Match]) -> [[WrongProgram]] {
    matches.map { match in
      let reach = match.alternatives.map { program in
        matches.count { $0.alternatives.contains { $0.id == program.id } }
      }
      let best = zip(match.alternatives, reach).filter { $1 == reach.max() }.map(\.0)
      return Array(best.uniqueMistakes.prefix(Self.mostNamed))
    }
  }

  private func names(_ matches: [Match]) -> [NamedMisconception] {
    var named: [NamedMisconception] = []
    for (match, best) in zip(matches, best(matches)) {
      // A mistake that is already named for another check explains this one, too.
      let known = best.filter { program in named.contains { $0.id == program.id } }
      for program in match.besides + (known.isEmpty ? best : known) {
        if let index = named.firstIndex(where: { $0.id == program.id }) {
          named[index].checks.append(match.evidence.check.name)
        } else {
          named.append(
            NamedMisconception(
              id: program.id, title: program.title, explanation: explanation(program, match.evidence.function),
              lesson: program.lesson, checks: [match.evidence.check.name]))
        }
      }
    }
    return named
  }

  private func explanation(_ program: WrongProgram, _ function: String) -> String {
    let spoilsFailuresOnly = failedChecks.isSuperset(of: program.failingChecks)
    let isElsewhere = !spoilsFailuresOnly && !evidence.contains { program.functions.contains($0.function) }
    guard isElsewhere else { return program.explanation }
    return
      "The numbers of \(function) are those of this mistake, while the functions that it would spoil as well are right: look for it in "
      + "\(function) itself.\n\(program.explanation)"
  }
}

extension [WrongProgram] {
  /// Those that fail no check which the student passes; all, if that leaves none.
  fileprivate func preferringConsistent(with failedChecks: Set<String>) -> [WrongProgram] {
    let consistent = filter { failedChecks.isSuperset(of: $0.failingChecks) }
    return consistent.isEmpty ? self : consistent
  }

  /// Of several forms of the same mistake, the first.
  fileprivate var uniqueMistakes: [WrongProgram] {
    enumerated().filter { index, program in !self[..<index].contains { $0.id == program.id } }.map(\.element)
  }

  /// Of several mistakes in the same function, the first.
  fileprivate var inFunctionsOfTheirOwn: [WrongProgram] {
    var taken: Set<String> = []
    return filter { program in
      guard taken.isDisjoint(with: program.functions) else { return false }
      taken.formUnion(program.functions)
      return true
    }
  }
}
