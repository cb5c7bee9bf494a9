package import Course
internal import Files
internal import JSON

/// The known wrong programs of an exercise, compiled into one library that a worker can load.
struct WrongPrograms {
  /// The folder that holds the library.
  let folder: String
  /// The programs, in the order of the misconceptions.
  let programs: [WrongProgram]

  static let libraryName = "wrong-programs.so"
  private static let listName = "misconceptions.json"

  /// Reads what a builder has left in a folder; nil when it is not all there.
  init?(existing folder: String) {
    guard Files.exists("\(folder)/\(Self.libraryName)"), let text = try? Files.text("\(folder)/\(Self.listName)"),
      case .array(let entries)? = try? JSONValue.parse(text)
    else { return nil }
    self.folder = folder
    self.programs = entries.compactMap(WrongProgram.init(json:))
    guard programs.count == entries.count else { return nil }
  }

  /// Writes the list of programs beside the library.
  static func write(_ programs: [WrongProgram], to folder: String) throws(FileError) {
    try Files.write(JSONValue.array(programs.map(\.json)).pretty + "\n", to: "\(folder)/\(listName)")
  }

  /// The name under which a program offers one of its functions.
  static func name(of function: String, in program: String) -> String { "\(program)/\(function)" }
}

/// A known wrong program: the misconception that it stands for, and the checks that it fails.
struct WrongProgram: Hashable {
  /// The program's name in the library: the misconception's, with a number behind it for all forms of the mistake but the first.
  let name: String
  /// The misconception.
  let id: String
  let title: String
  let lesson: String
  let explanation: String
  /// The names of the checks that it fails.
  let failingChecks: [String]

  init(_ name: String, _ misconception: Misconception, failingChecks: [String]) {
    self.name = name
    id = misconception.id
    title = misconception.title
    lesson = misconception.lesson
    explanation = misconception.explanationText
    self.failingChecks = failingChecks
  }

  fileprivate init?(json: JSONValue) {
    guard case .string(let name)? = json["program"], case .string(let id)? = json["id"],
      case .string(let title)? = json["title"],
      case .string(let lesson)? = json["lesson"], case .string(let explanation)? = json["explanation"],
      case .array(let checks)? = json["fails"]
    else { return nil }
    self.name = name
    self.id = id
    self.title = title
    self.lesson = lesson
    self.explanation = explanation
    self.failingChecks = checks.compactMap { if case .string(let name) = $0 { name } else { nil } }
  }

  fileprivate var json: JSONValue {
    [
      "program": .string(name), "id": .string(id), "title": .string(title), "lesson": .string(lesson),
      "explanation": .string(explanation),
      "fails": .array(failingChecks.map { .string($0) }),
    ]
  }
}

/// Where the misconceptions of an exercise come from, read only when a check has failed.
package struct KnownMistakes {
  let exercise: String
  /// The reference's source and its misconceptions; nil where an installation holds only what was prepared of them.
  let read: () throws -> (solution: String, misconceptions: [Misconception])?

  init(exercise: String, read: @escaping () throws -> (solution: String, misconceptions: [Misconception])?) {
    self.exercise = exercise
    self.read = read
  }

  /// The misconceptions that stand in a course's folder.
  package init(_ layout: CourseLayout, _ location: ExerciseLocation) {
    exercise = location.id.rawValue
    read = {
      guard Files.exists(location.files.solution) else { return nil }
      return (try Files.text(location.files.solution), try layout.loadMisconceptions(at: location))
    }
  }
}
