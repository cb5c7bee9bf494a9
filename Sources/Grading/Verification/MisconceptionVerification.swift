internal import Course
internal import Files

extension ExerciseVerification {
  /// Tries every form of every known mistake, which must fail and be named.
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
    progress("\(location.id): \(misconceptions.count) misconceptions")
    var complaints = misconceptions.map { misconception in
      misconception.forms.compactMap { unusable($0, solution) }
    }
    if complaints.allSatisfy(\.isEmpty) {
      do {
        var trials = try grader.trials(of: KnownMistakes(layout, location), checks, seed: seeds.lowerBound)[...]
        complaints = misconceptions.map { misconception in
          zip(misconception.forms, trials.popFirst(misconception.forms.count)).compactMap(complaint)
        }
      } catch {
        report.problems.append(Problem(file: path, message: "\(error)", mend: "Let every edit compile and run"))
        return
      }
    }
    for (misconception, complaints) in zip(misconceptions, complaints) {
      if complaints.isEmpty { report.misconceptions.good += 1 }
      report.problems += complaints.map { complaint in
        let message = "misconception '\(misconception.id)': \(complaint.message)"
        return Problem(file: path, line: misconception.line, message: message, mend: complaint.mend)
      }
    }
  }

  private typealias Complaint = (message: String, mend: String)

  /// Why a form makes no wrong program; nil where it makes one.
  private func unusable(_ form: MistakeForm, _ solution: String) -> Complaint? {
    var source = WrongProgramSource(solution: solution)
    do throws(UnusableEdit) {
      _ = try source.add(form)
      return nil
    } catch {
      return ("\(form.isFirst ? "its edit" : "the edit of its form '\(form.name)'") \(error.what)", error.mend)
    }
  }

  /// What is wrong with a form of a mistake; nil where it fails and is named.
  private func complaint(_ form: MistakeForm, _ trial: MistakeTrial) -> Complaint? {
    let it = form.isFirst ? "it" : "its form '\(form.name)'"
    if trial.failed.isEmpty {
      return ("\(it) passes", "Draw inputs in the checks that show the mistake, or remove it")
    }
    if trial.named.contains(form.misconception.id) { return nil }
    let others = trial.named.joined(separator: ", ")
    return (
      "\(it) fails, but is not named\(others.isEmpty ? "" : "; named is \(others)")",
      "Let its numbers differ from the reference in two cases of a check at least, or draw inputs that show it"
    )
  }
}

extension ArraySlice {
  /// Removes the first so many and gives them.
  fileprivate mutating func popFirst(_ count: Int) -> ArraySlice {
    defer { self = dropFirst(count) }
    return prefix(count)
  }
}
