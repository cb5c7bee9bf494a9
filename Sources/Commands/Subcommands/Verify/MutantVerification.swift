internal import Course
internal import Grading
internal import JSON
internal import Mutation
internal import Terminal

/// `gradus verify --mutate`: the checks themselves put to the test, with mutants of the solutions.
struct MutantVerification {
  private let run: MutationRun
  private let checks: @Sendable (ExerciseLocation) throws -> ExerciseChecks
  private let console: Console

  /// The part of the mutants that checks must notice.
  static let leastKillRate = 0.97

  init(_ run: MutationRun, _ console: Console, checks: @escaping @Sendable (ExerciseLocation) throws -> ExerciseChecks)
  {
    self.run = run
    self.console = console
    self.checks = checks
  }

  /// Makes and tries the mutants of each exercise's solution and prints the report.
  func run(_ locations: [ExerciseLocation], asJSON: Bool) throws -> ExitCode {
    var reports: [MutationReport] = []
    for location in locations {
      let (id, checks, console) = (location.id.rawValue, checks, console)
      let report = try run.report(
        id, { try checks(location) }, solution: try Submission(path: location.files.solution),
        explanations: try SurvivorExplanation.load(location.files.survivors)
      ) { console.progress("verifying \(id): mutant \($0.done) of \($0.total)") }
      reports.append(report)
    }
    console.write(asJSON ? JSONValue.array(reports.map(json)).pretty + "\n" : text(reports, locations))
    return reports.allSatisfy(holds) ? .passed : .notPassed
  }

  private func holds(_ report: MutationReport) -> Bool {
    report.killRate >= Self.leastKillRate && report.unexplained.isEmpty && report.staleExplanations.isEmpty
  }

  private func text(_ reports: [MutationReport], _ locations: [ExerciseLocation]) -> String {
    let width = max(8, reports.map(\.exercise.count).max() ?? 0)
    var text =
      console.style.paint("\("exercise".padded(to: width))  mutants  killed  equivalent  rate", .heading) + "\n"
    for report in reports {
      text +=
        "\(report.exercise.padded(to: width))  \("\(report.compiled)".padded(to: 7))  \("\(report.killed)".padded(to: 6))  "
      text += "\("\(report.survivors.count - report.unexplained.count)".padded(to: 10))  \(rate(report))\n"
    }
    for (report, location) in zip(reports, locations) {
      if report.killRate < Self.leastKillRate {
        text += "\n\(location.files.solution): the checks notice \(rate(report)) of the mutants, not 97 %\n"
        text += "  Draw inputs that tell them from the solution, or write the solution so that fewer compute the same\n"
      }
      for survivor in report.unexplained {
        text +=
          "\n\(location.files.solution):\(survivor.mutant.line): survives: \(TerminalText.safe(survivor.change))\n"
        text += "  \(TerminalText.safe(survivor.lineText))\n"
        text +=
          "  Draw inputs in the checks that show it, or explain in \(location.files.survivors) why it computes the same\n"
      }
      for explanation in report.staleExplanations {
        text +=
          "\n\(location.files.survivors):\(explanation.number): explains a mutant that is not made or does not survive\n"
        text += "  Remove the explanation\n"
      }
    }
    let good = reports.allSatisfy(holds)
    return text + "\n" + console.style.paint(good ? "all well" : "the checks let wrong work pass", good ? .good : .bad)
      + "\n"
  }

  /// Cut off, not rounded, so that nothing seems to reach what it does not.
  private func rate(_ report: MutationReport) -> String { "\((report.killRate * 1000).rounded(.down) / 10) %" }

  private func json(_ report: MutationReport) -> JSONValue {
    [
      "exercise": .string(report.exercise),
      "made": .integer(report.made),
      "compiled": .integer(report.compiled),
      "killed": .integer(report.killed),
      "kill_rate": .number(report.killRate),
      "survivors": .array(
        report.survivors.map { survivor in
          [
            "line": .integer(survivor.mutant.line), "kind": .string(survivor.mutant.kind.rawValue),
            "change": .string(survivor.change), "text": .string(survivor.lineText),
            "explanation": survivor.explanation.map { .string($0.reason) } ?? nil,
          ]
        }),
      "stale_explanations": .array(report.staleExplanations.map { .integer($0.number) }),
    ]
  }
}
