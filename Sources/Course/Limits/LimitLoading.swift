internal import Markdown

extension CourseLayout {
  /// The file at the head of a course with what holds for all of it; a course need not have one.
  package static let settingsFile = "course.yaml"

  /// The limits for an exercise: the course's, and over them those of the exercise's own front matter.
  package func limits(for exercise: ExerciseLocation) throws(CourseError) -> LimitSettings {
    let own = try limits(in: try document(at: exercise.files.statement).frontMatter, of: exercise.files.statement)
    return try courseLimits().overridden(by: own)
  }

  /// The limits that hold for the whole course.
  package func courseLimits() throws(CourseError) -> LimitSettings {
    let path = path(Self.settingsFile)
    guard SourceFile.exists(path) else { return LimitSettings() }
    let text = try SourceFile.text(of: path, named: Self.settingsFile)
    let settings: FrontMatter
    do throws(MarkdownError) {
      // The same small part of YAML as at the head of a lesson, where it stands between two lines.
      settings = try Document(parsing: "---\n\(text)\n---\n").frontMatter
    } catch {
      throw CourseError(
        Problem(
          file: Self.settingsFile, line: max(1, error.line - 1), message: error.description,
          mend: "Write 'limits:' and below it, indented, 'name: number' on each line"))
    }
    if let odd = settings.entries.first(where: { $0.key != "limits" }) {
      throw CourseError(
        Problem(
          file: Self.settingsFile, line: odd.line - 1, message: "there is no setting '\(odd.key)'",
          mend: "The settings of a course are: limits"))
    }
    return try limits(in: settings, of: path, firstLine: 1)
  }

  private func limits(
    in settings: FrontMatter, of path: String, firstLine: Int = 0
  ) throws(CourseError) -> LimitSettings {
    guard let entry = settings.entry("limits") else { return LimitSettings() }
    func refuse(_ message: String, line: Int) -> CourseError {
      let names = LimitSettings.Name.allCases.map(\.rawValue).joined(separator: ", ")
      return CourseError(
        Problem(
          file: relative(path), line: max(1, line - firstLine), message: message,
          mend: "Write 'limits:' and below it, indented, 'name: number'. The names are: \(names)"))
    }
    guard case .map(let entries) = entry.value else { throw refuse("'limits' holds no limits", line: entry.line) }
    var values: [LimitSettings.Name: Double] = [:]
    for entry in entries {
      guard let name = LimitSettings.Name(rawValue: entry.key) else {
        throw refuse("there is no limit '\(entry.key)'", line: entry.line)
      }
      guard let value = entry.value.string.flatMap(Double.init), value.isFinite, value > 0, value <= 1_000_000 else {
        throw refuse("'\(entry.key)' is not a number above 0", line: entry.line)
      }
      values[name] = value
    }
    return LimitSettings(values)
  }
}
