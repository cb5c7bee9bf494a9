package import Course
internal import Files
internal import JSON

/// The known wrong programs of an exercise, compiled into one library that a worker can load.
struct WrongPrograms {
  /// The folder that holds the library.
  let folder: String
  /// The programs, in the order of the misconceptions.
  let programs: [WrongProgram]
  /// Which functions of the reference call which.
  let calls: CallGraph

  static let libraryName = "wrong-programs.so"
  private static let listName = "misconceptions.json"

  /// Reads what a builder has left in a folder; nil when it is not all there.
  init?(existing folder: String) {
    guard Files.exists("\(folder)/\(Self.libraryName)"), let text = try? Files.text("\(folder)/\(Self.listName)"),
      let list = try? JSONValue.parse(text), case .array(let entries)? = list["programs"],
      let calls = CallGraph(json: list["calls"])
    else { return nil }
    self.folder = folder
    self.calls = calls
    self.programs = entries.compactMap(WrongProgram.init(json:))
    guard programs.count == entries.count else { return nil }
  }

  /// Writes the list of programs, and the reference's calls, beside the library.
  static func write(_ programs: [WrongProgram], _ calls: CallGraph, to folder: String) throws(FileError) {
    let list: JSONValue = ["programs": .array(programs.map(\.json)), "calls": calls.json]
    try Files.write(list.pretty + "\n", to: "\(folder)/\(listName)")
  }
}

/// A known wrong program: the misconception that it stands for, and the checks that it fails.
struct WrongProgram: Hashable {
  /// The number of its form in the library, from 1.
  let number: Int
  /// The misconception.
  let id: String
  let title: String
  let lesson: String
  let explanation: String
  /// The functions in whose bodies the mistake is.
  let functions: [String]
  /// The names of the checks that it fails.
  var failingChecks: [String] = []

  init(_ form: MistakeForm, number: Int, functions: [String]) {
    self.number = number
    id = form.misconception.id
    title = form.misconception.title
    lesson = form.misconception.lesson
    explanation = form.misconception.explanationText
    self.functions = functions
  }

  fileprivate init?(json: JSONValue) {
    guard case .integer(let number)? = json["program"], case .string(let id)? = json["id"],
      case .string(let title)? = json["title"],
      case .string(let lesson)? = json["lesson"], case .string(let explanation)? = json["explanation"],
      let functions = json["functions"]?.strings, let checks = json["fails"]?.strings
    else { return nil }
    self.number = number
    self.id = id
    self.title = title
    self.lesson = lesson
    self.explanation = explanation
    self.functions = functions
    failingChecks = checks
  }

  fileprivate var json: JSONValue {
    [
      "program": .integer(number), "id": .string(id), "title": .string(title), "lesson": .string(lesson),
      "explanation": .string(explanation), "functions": .array(functions.map { .string($0) }),
      "fails": .array(failingChecks.map { .string($0) }),
    ]
  }
}

extension JSONValue {
  /// The strings of a list; nil where it is none.
  var strings: [String]? {
    guard case .array(let entries) = self else { return nil }
    return entries.compactMap { if case .string(let text) = $0 { text } else { nil } }
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
