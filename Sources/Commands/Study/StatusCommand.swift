internal import Course
internal import Progress
internal import Terminal
internal import Workspace

extension Gradus {
  /// `gradus` alone, in a workspace: where one is and what is next, in one screen.
  func showStatus(_ console: Console) throws -> ExitCode {
    let study = try Study(try installation(), console)
    console.write(StatusText(study, checks: points, style: console.style).text)
    return .passed
  }
}

/// Where a learner is and what is next, in one screen.
struct StatusText {
  private let study: Study
  private let points: (ExerciseID) -> Int
  private let style: TerminalStyle

  init(_ study: Study, checks points: @escaping (ExerciseID) -> Int, style: TerminalStyle) {
    self.study = study
    self.points = points
    self.style = style
  }

  var text: String {
    let parts = [overall] + (study.current.map { [present($0), commands($0)] } ?? [finished])
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var overall: String {
    let exercises = study.catalogue.exercises
    let passed = exercises.filter { study.standings[$0.id].isPassed }
    let earned = exercises.reduce(0) { $0 + study.standings[$1.id].best.earned }
    let possible = exercises.reduce(0) { $0 + points($1.id) }
    let line =
      "You have passed \(passed.count) of \(exercises.count) exercises: \(Points(earned: earned, possible: Double(possible))) points."
    let skipped = exercises.filter { study.standings[$0.id].isSkipped && !study.standings[$0.id].isPassed }
    let aside = skipped.isEmpty ? "" : "\nPut off: \(skipped.map(\.id.rawValue).joined(separator: ", "))."
    let way = study.way == .fast ? "\nYou are on the fast track." : ""
    return style.wrap(line + aside + way, indent: 0)
  }

  private func present(_ exercise: Exercise) -> String {
    let standing = study.standings[exercise.id]
    let hasBegun = standing.attempts > 0 || study.chosen != nil
    var lines = [
      "\(hasBegun ? "Now" : "Next"): \(style.paint(exercise.id.rawValue, .heading))  \(exercise.title)",
      style.wrap(ExerciseFacts.text(exercise, standing, points: points(exercise.id)), indent: 2),
      "  file     \(study.file(of: exercise))",
      "  task     \(study.statement(of: exercise))",
      "  lesson   \(exercise.lesson)",
    ]
    let missing = study.path.missing(for: exercise, done: study.done)
    if !missing.isEmpty {
      let names = missing.map(\.id.rawValue).joined(separator: " and ")
      lines.append(style.wrap("It builds on \(names), not passed yet.", indent: 2))
    }
    let then = study.path.exercises(of: study.way).filter { $0.id != exercise.id && !study.done.contains($0.id) }
    if !then.isEmpty {
      let names = then.prefix(3).map(\.id.rawValue).joined(separator: ", ")
      lines.append("Then: \(names)\(then.count > 3 ? " and \(then.count - 3) more" : "")")
    }
    return lines.map { style.wrap($0, indent: 0) }.joined(separator: "\n")
  }

  private func commands(_ exercise: Exercise) -> String {
    let hints = study.standings[exercise.id].hints
    let hint = hints == 0 ? "a hint" : hints < Exercise.hintCount ? "the next hint" : "all hints again"
    return """
        gradus watch     checks whenever you save
        gradus check     checks now
        gradus hint      \(hint)
        gradus read      the lesson
        gradus skip      puts it off
        gradus path      all exercises, and what needs what
      """
  }

  private var finished: String {
    let open = study.catalogue.exercises.filter { !study.done.contains($0.id) }
    guard open.isEmpty else {
      return style.wrap(
        "You have come to the end of the fast track. Of the whole course there are left: "
          + "\(open.map(\.id.rawValue).joined(separator: ", ")). `gradus path --follow recommended` goes on with them.",
        indent: 0)
    }
    return style.wrap(
      "That was the last exercise. `gradus progress` looks back; `gradus solution ID` shows how the reference does it.",
      indent: 0)
  }
}

/// The facts of an exercise in one line.
enum ExerciseFacts {
  static func text(_ exercise: Exercise, _ standing: Standing, points: Int) -> String {
    var facts = ["difficulty \(exercise.difficulty) of 3", "about \(exercise.minutes) minutes"]
    if standing.attempts > 0 {
      facts = [
        "\(Points(earned: standing.best.earned, possible: Double(points))) points",
        standing.attempts == 1 ? "1 attempt" : "\(standing.attempts) attempts", time(standing.seconds),
      ]
    } else {
      facts.insert("\(points) points", at: 0)
    }
    if standing.hints > 0 { facts.append("\(standing.hints) of \(Exercise.hintCount) hints") }
    if standing.gaveUp { facts.append("given up") }
    return facts.joined(separator: ", ")
  }

  /// A time in words, such as `1 h 20 min`.
  static func time(_ seconds: Double) -> String {
    let minutes = Int((seconds / 60).rounded())
    if minutes < 1 { return "less than a minute" }
    return minutes < 60 ? "\(minutes) min" : "\(minutes / 60) h \(minutes % 60) min"
  }
}
