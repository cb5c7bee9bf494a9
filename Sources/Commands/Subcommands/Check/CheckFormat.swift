internal import Course
internal import Export
internal import Files
internal import Glibc
internal import Gradebook
internal import JSON

/// The forms in which `gradus check` tells how files came out.
enum CheckFormat: String, CaseIterable {
  case text, json, gradescope, classroom50, prairielearn, junit, sarif

  /// The form that a command line asks for.
  init(_ arguments: Arguments) throws {
    let name = try arguments.choice("format", of: Self.allCases.map(\.rawValue))
    self = Self(rawValue: name) ?? .text
  }

  /// Writes graded files and says how the command ends.
  func write(_ files: [GradedFile], isAboutMany: Bool, _ codes: [ExitCode], _ console: Console) throws -> ExitCode {
    let code = codes.worst
    switch self {
    case .text: return code
    case .json:
      let reports = files.map { VerdictJSON.value($0.verdict, seconds: $0.seconds) }
      console.write((isAboutMany ? JSONValue.array(reports) : reports[0]).pretty + "\n")
      return code
    case .junit:
      console.write(JUnitReport.text(files, moment: String(now.filter { $0 != "Z" })))
      return code
    case .sarif:
      console.write(SARIFLog.value(files, version: Gradus.version).pretty + "\n")
      return code
    case .gradescope:
      console.write(GradescopeResults.value(files, version: Gradus.version).pretty + "\n")
    case .classroom50:
      guard code != .fault else { return notGraded(files, console) }
      console.write(
        Classroom50Result.value(files, environment: { Files.environment($0) }, moment: now).pretty + "\n")
    case .prairielearn:
      guard files.count == 1, let file = files.first else {
        throw UsageError("PrairieLearn takes one file at a time: gradus check ID --format prairielearn")
      }
      guard code != .fault else { return notGraded(files, console) }
      console.write(PrairieLearnResults.value(file).pretty + "\n")
    }
    return code == .fault ? .fault : .passed
  }

  private var now: String { Moment.text(time(nil)) }

  /// Systems that have no word for a fault of the grader are told nothing.
  private func notGraded(_ files: [GradedFile], _ console: Console) -> ExitCode {
    for file in files where !file.isGraded {
      console.note("gradus: \(file.path): \(file.verdict.explanation ?? file.verdict.status.rawValue)")
    }
    return .fault
  }
}

extension [ExitCode] {
  /// The exit code of several files together.
  var worst: ExitCode { contains(.fault) ? .fault : contains(.notPassed) ? .notPassed : .passed }
}
