package import Course
internal import Markdown

extension GradingPolicy {
  /// The file in which a course says how it is graded.
  package static let file = "grading.yaml"

  /// The policy of a course; the defaults where it says nothing.
  ///
  /// - Parameter path: another file to read it from.
  /// - Throws: ``CourseError`` with everything that is wrong in it.
  package static func load(_ layout: CourseLayout, path: String? = nil) throws(CourseError) -> GradingPolicy {
    let own = "\(layout.root)/\(file)"
    guard let path = path ?? (SourceFile.exists(own) ? own : nil) else { return GradingPolicy() }
    let name = layout.relative(path)
    let text = try SourceFile.text(of: path, named: name)
    let entries: FrontMatter
    do throws(MarkdownError) {
      entries = try FrontMatter(parsing: text)
    } catch {
      throw CourseError(Problem(file: name, line: error.line, message: error.description, mend: error.mend))
    }
    var reader = PolicyReader(file: name, exercises: try layout.exercises().map(\.id))
    let policy = reader.policy(entries)
    if let error = CourseError(reader.problems) { throw error }
    return policy
  }
}

/// Reads a policy and collects what is wrong with it.
struct PolicyReader {
  let file: String
  let exercises: [ExerciseID]
  private(set) var problems: [Problem] = []

  private static let ruleKeys = [
    "due", "grace-minutes", "penalty-per-day", "cut-off-days", "attempt", "points", "weight", "hidden",
  ]

  init(file: String, exercises: [ExerciseID]) {
    self.file = file
    self.exercises = exercises
  }

  mutating func policy(_ entries: FrontMatter) -> GradingPolicy {
    var policy = GradingPolicy()
    for entry in entries.entries where entry.key != "exercises" { general(entry, &policy) }
    guard let own = entries.entry("exercises") else { return policy }
    guard case .map(let maps) = own.value else {
      problem(own, "'exercises' holds no exercises", "Write, indented, 'name:' and below it what holds for it")
      return policy
    }
    for entry in maps {
      guard let id = exercise(entry), case .map(let settings) = entry.value else {
        if exercise(entry, quietly: true) != nil {
          problem(entry, "'\(entry.key)' says nothing", "Write below it, indented, such as 'due: 2026-11-20 23:59'")
        }
        continue
      }
      var rule = policy.general
      for setting in settings { read(setting, &rule) }
      policy.rules[id] = rule
    }
    return policy
  }

  private mutating func general(_ entry: FrontMatter.Entry, _ policy: inout GradingPolicy) {
    switch entry.key {
    case "seed":
      if let number = entry.value.string.flatMap({ UInt64($0) }), number < 1 << 48 {
        policy.seed = number
      } else {
        problem(entry, "'seed' is no whole number from 0 to 2^48", "Write 'seed: 7'")
      }
    case "variants":
      if let variants = entry.value.string.flatMap(GradingPolicy.Variants.init(rawValue:)) {
        policy.variants = variants
      } else {
        problem(entry, "'variants' is per-student or same", "Write 'variants: per-student'")
      }
    case "extensions": extensions(entry, &policy)
    default:
      guard Self.ruleKeys.contains(entry.key) else {
        let keys = ["seed", "variants", "exercises", "extensions"] + Self.ruleKeys
        let near = Spelling.suggestion(for: entry.key, among: keys)
        problem(entry, "there is no setting '\(entry.key)'", near ?? "The settings are \(keys.joined(separator: ", "))")
        return
      }
      read(entry, &policy.general)
    }
  }

  private mutating func read(_ entry: FrontMatter.Entry, _ rule: inout GradingPolicy.Rule) {
    let text = entry.value.string
    let number = text.flatMap(Double.init).flatMap { $0.isFinite && $0 >= 0 && $0 <= 1e6 ? $0 : nil }
    switch entry.key {
    case "due":
      if let moment = text.flatMap(Moment.seconds) { rule.due = moment } else { noMoment(entry) }
    case "grace-minutes":
      if let number { rule.grace = Int(number * 60) } else { noNumber(entry) }
    case "penalty-per-day":
      if let number, number <= 100 { rule.penaltyPerDay = number / 100 } else { noNumber(entry, " in percent") }
    case "cut-off-days":
      if let number, number == number.rounded() { rule.cutOffDays = Int(number) } else { noNumber(entry) }
    case "attempt":
      if let choice = text.flatMap(GradingPolicy.Choice.init(rawValue:)) {
        rule.attempt = choice
      } else {
        problem(entry, "'attempt' is best or last", "Write 'attempt: best'")
      }
    case "points": if let number { rule.points = number } else { noNumber(entry) }
    case "weight": if let number { rule.weight = number } else { noNumber(entry) }
    case "hidden":
      if let names = entry.value.strings {
        rule.hidden = Set(names)
      } else {
        problem(entry, "'hidden' is no list of names of checks", "Write '- \"name of the check\"' on a line each")
      }
    default:
      let near = Spelling.suggestion(for: entry.key, among: Self.ruleKeys)
      problem(
        entry, "there is no setting '\(entry.key)'",
        near ?? "The settings of an exercise are \(Self.ruleKeys.joined(separator: ", "))")
    }
  }

  private mutating func extensions(_ entry: FrontMatter.Entry, _ policy: inout GradingPolicy) {
    guard case .map(let students) = entry.value else {
      problem(entry, "'extensions' holds no students", "Write, indented, 'identifier: 3' for three days")
      return
    }
    for student in students {
      if case .map(let own) = student.value {
        for entry in own where exercise(entry) != nil {
          if let value = moved(entry) { policy.extensions[student.key, default: [:]][entry.key] = value }
        }
      } else if let value = moved(student) {
        policy.extensions[student.key, default: [:]][""] = value
      }
    }
  }

  private mutating func moved(_ entry: FrontMatter.Entry) -> GradingPolicy.Extension? {
    if let days = entry.value.string.flatMap({ Int($0) }), (0...1000).contains(days) { return .days(days) }
    if let moment = entry.value.string.flatMap(Moment.seconds) { return .until(moment) }
    problem(
      entry, "the extension of '\(entry.key)' is neither a number of days nor a moment",
      "Write 'name: 3' for three days, or 'name: 2026-11-27 23:59'")
    return nil
  }

  private mutating func exercise(_ entry: FrontMatter.Entry, quietly: Bool = false) -> ExerciseID? {
    if let id = exercises.first(where: { $0.rawValue == entry.key }) { return id }
    guard !quietly else { return nil }
    let near = Spelling.suggestion(for: entry.key, among: exercises.map(\.rawValue))
    problem(entry, "there is no exercise '\(entry.key)'", near ?? "`gradus list` shows their names")
    return nil
  }

  private mutating func noNumber(_ entry: FrontMatter.Entry, _ unit: String = "") {
    problem(entry, "'\(entry.key)' is no number from 0 on\(unit)", "Write '\(entry.key): 10'")
  }

  private mutating func noMoment(_ entry: FrontMatter.Entry) {
    problem(
      entry, "'\(entry.key)' is no moment",
      "Write '\(entry.key): 2026-11-20 23:59' for UTC, or with a zone '2026-11-20 23:59 +01:00'")
  }

  private mutating func problem(_ entry: FrontMatter.Entry, _ message: String, _ mend: String) {
    problems.append(Problem(file: file, line: entry.line, message: message, mend: mend))
  }
}
