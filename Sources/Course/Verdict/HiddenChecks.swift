extension Verdict {
  /// What somebody may see of a verdict who may not see some of the checks.
  ///
  /// Of a hidden check nothing is left but whether it passed, and its points. Where there is one, whatever else could tell of its cases is left
  /// out as well: what the program printed, where and of what it crashed, the seed, from which all cases come, and what the program gave in
  /// checks behind the hidden one, since it may have kept the inputs.
  package func hiding(_ names: Set<String>) -> Verdict {
    guard !names.isEmpty, checks.isEmpty || checks.contains(where: { names.contains($0.name) }) else { return self }
    var shown = self
    shown.seed = 0
    // Of a file that does not compile nothing ran; but the next one will run with the same seed.
    guard !checks.isEmpty else { return shown }
    shown.output = ""
    // Errors beside checks that ran are crashes, not the compiler's.
    shown.diagnostics = diagnostics.filter { $0.severity != .error }
    var hasMet = false
    shown.checks = checks.map { check in
      hasMet = hasMet || names.contains(check.name)
      if names.contains(check.name) { return check.hidden }
      var seen = check
      seen.counterexample?.seed = 0
      if hasMet {
        seen.message = ""
        seen.counterexample?.student = nil
        seen.counterexample?.difference = nil
      }
      return seen
    }
    let unsolved = shown.checks.filter { $0.status != .passed }
    shown.status =
      status.isGrade ? (unsolved.first { $0.status != .notImplemented } ?? unsolved.first)?.status ?? .passed : status
    shown.misconceptions = misconceptions.compactMap { found in
      var seen = found
      seen.checks.removeAll { names.contains($0) }
      return seen.checks.isEmpty ? nil : seen
    }
    return shown
  }
}

extension CheckResult {
  /// The name of every hidden check.
  package static let hiddenName = "A hidden check"

  /// Whether this is all that is shown of a hidden check.
  package var isHidden: Bool { name == Self.hiddenName }

  fileprivate var hidden: CheckResult {
    CheckResult(
      name: Self.hiddenName, status: status == .passed ? .passed : .failed, points: points, maxPoints: maxPoints)
  }
}
