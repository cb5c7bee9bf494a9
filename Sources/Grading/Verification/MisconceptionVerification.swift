internal import Course
internal import Files

extension ExerciseVerification {
  /// Grades every form of every known mistake, which must fail and be named.
  func verifyMisconceptions(_ report: inout Report, _ progress: (String) -> Void) {
    let path = location.files.misconceptions
    let misconceptions: [Misconception]
    let solution: String
    do {
      misconceptions = try layout.loadMisconceptions(at: location)
      solution = try Files.text(location.files.solution)
    } catch {
      report.problems +=
        (error as? CourseError)?.problems ?? [Problem(file: path, message: "\(error)", mend: "Put the file there")]
      return
    }
    report.misconceptions.all = misconceptions.count
    for (number, misconception) in misconceptions.enumerated() {
      progress("\(location.id): misconception \(number + 1) of \(misconceptions.count)")
      let complaints = misconception.forms.compactMap { complaint(about: $0, of: solution, &report) }
      if complaints.isEmpty { report.misconceptions.good += 1 }
      report.problems += complaints.map { complaint in
        let message = "misconception '\(misconception.id)': \(complaint.message)"
        return Problem(file: path, line: misconception.line, message: message, mend: complaint.mend)
      }
    }
  }

  /// What is wrong with a form of a mistake; nil where it fails and is named.
  private func complaint(
    about form: MistakeForm, of solution: String, _ report: inout Report
  ) -> (message: String, mend: String)? {
    let it = form.isFirst ? "it" : "its form '\(form.name)'"
    guard let source = form.edit.apply(to: solution) else {
      return (
        "\(form.isFirst ? "its edit" : "the edit of \(it)") does not apply exactly once to the solution",
        "Let the lines of its diff block stand once, letter for letter, in the solution"
      )
    }
    let verdict = grader.grade(
      Submission(source: source, path: "\(form.name).swift"), for: location.id, checks, seed: seeds.lowerBound,
      mistakes: KnownMistakes(layout, location))
    switch verdict.status {
    case .failed where verdict.misconceptions.contains { $0.id == form.misconception.id }: return nil
    case .failed:
      let others = verdict.misconceptions.map(\.id).joined(separator: ", ")
      return (
        "\(it) fails, but is not named\(others.isEmpty ? "" : "; named is \(others)")",
        "Let its numbers differ from the reference in two cases of a check at least, or draw inputs that show it"
      )
    case .passed: return ("\(it) passes", "Draw inputs in the checks that show the mistake, or remove it")
    case .notGradable:
      report.hadFault = true
      return ("\(it) could not be graded: \(verdict.reason)", "Mend what the message names")
    default:
      return ("\(it) is \(verdict.status.rawValue), not failed: \(verdict.reason)", "Let its edit compile and run")
    }
  }
}
