internal import Course

/// What becomes of a form of a known mistake when it is graded itself.
struct MistakeTrial {
  /// The names of the checks that it fails.
  let failed: [String]
  /// The misconceptions that it is named for.
  let named: [String]

  /// Tries a wrong program on the cases of all checks.
  init(
    _ program: WrongProgram, source: String, _ runner: WrongProgramRunner, _ programs: WrongPrograms,
    _ checks: [PreparedCheck]
  ) throws {
    var evidence: [Evidence] = []
    for prepared in checks {
      guard case .agreement(let agreement) = prepared.check.kind else { continue }
      let values = try runner.values(of: agreement, in: [program], prepared.cases)
      let item = Evidence(prepared.check, agreement, prepared.cases, values: values)
      if !item.differing.isEmpty || values.contains(where: { $0 == nil }) { evidence.append(item) }
    }
    failed = evidence.map(\.check.name)
    named = try Diagnosis(runner, programs, CallGraph(source), evidence, failedChecks: Set(failed)).misconceptions()
      .map(\.id)
  }
}
