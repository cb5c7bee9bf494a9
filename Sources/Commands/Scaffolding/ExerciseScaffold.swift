internal import Course
internal import Files

/// The files of a new exercise in a course with sources: what is written, what is changed, and what forbids it.
struct ExerciseScaffold {
  /// A file with its new content.
  struct Part: Hashable, Sendable {
    /// The path from the course's folder.
    let path: String
    let text: String
    /// What the file is, in a few words.
    let purpose: String
    /// Whether the file is there already and only gets something more.
    var isChange = false
  }

  private let layout: CourseLayout
  let names: ExerciseNames
  /// The parts in the order in which they are written, the table of checks last: it is what makes the exercise known.
  let parts: [Part]

  private static let table = "Sources/Checks/Course.swift"

  /// Plans the files of an exercise; nothing is written.
  ///
  /// - Throws: ``UsageError`` where the course has no sources, or something of the name is there already.
  init(_ layout: CourseLayout, _ topic: Topic, _ id: ExerciseID, lesson: LessonID?) throws {
    let root = layout.root
    guard Files.exists("\(root)/\(Self.table)"), Files.exists("\(root)/solutions") else {
      throw UsageError(
        "\(root) is an installed course, without \(Self.table) and solutions. New exercises are written in a checkout.")
    }
    try Self.refuseTaken(id, in: layout)
    try Self.refuseMistaken(topic, in: layout)
    let names = try Self.freeNames(id, in: root)
    let given = lesson ?? LessonID(rawValue: id.rawValue)
    guard let lesson = given else { throw UsageError("'\(id)' cannot be a lesson's name") }
    let lessons = try layout.lessons()
    let known = lessons.first { $0.id == lesson }
    let template = ExerciseTemplate(names: names, lesson: lesson, section: known == nil ? "#the-derivation" : "")
    let stem = "\(topic.folder)/\(id)"
    let checks = try Self.freeChecksFile(names, topic, in: root)
    var parts = [
      Part(path: "exercises/\(stem).md", text: template.statement, purpose: "the statement, with three hints"),
      Part(path: "exercises/\(stem).swift", text: template.starter, purpose: "the starter"),
      Part(path: "solutions/\(stem).swift", text: template.solution, purpose: "the reference"),
      Part(path: "solutions/\(stem).md", text: template.misconceptions, purpose: "its misconceptions"),
      Part(path: checks, text: template.checks, purpose: "what must hold"),
      Part(
        path: "Tests/Fixtures/alternatives/\(id)/one-by-one.swift", text: template.alternative,
        purpose: "right work written differently"),
    ]
    if let known {
      let path = String(known.file.dropFirst(root.count + 1))
      let text = try Files.text(known.file)
      parts.append(Part(path: path, text: text + template.lessonEnd, purpose: "the lesson links it", isChange: true))
    } else {
      let number = (lessons.map(\.order).max() ?? 0) + 1
      let path = "lessons/\(topic.folder)/\(number < 10 ? "0" : "")\(number)-\(lesson).md"
      parts.append(Part(path: path, text: template.newLesson, purpose: "a lesson to be written"))
    }
    let table = try Self.table(in: root, with: template.tableEntry)
    parts.append(Part(path: Self.table, text: table, purpose: "the table of checks names it", isChange: true))
    self.layout = layout
    self.names = names
    self.parts = parts
    let taken = parts.filter { !$0.isChange && Files.exists("\(root)/\($0.path)") }.map(\.path)
    guard taken.isEmpty else {
      throw UsageError("\(taken.joined(separator: ", ")) is there already. Nothing is overwritten: take another name.")
    }
  }

  /// Writes the files; what cannot be finished is taken back.
  func write() throws {
    var written: [Part] = []
    do {
      for part in parts {
        let path = "\(layout.root)/\(part.path)"
        try Files.makeFolder(Files.folder(of: path))
        if part.isChange {
          // In one step, so that a full disk costs nobody the old text.
          try Files.write(part.text, to: "\(path).new")
          try Files.move("\(path).new", to: path)
        } else {
          try Files.write(part.text, to: path)
        }
        written.append(part)
      }
    } catch {
      for part in written where !part.isChange { Files.remove("\(layout.root)/\(part.path)") }
      throw error
    }
  }
}

extension ExerciseScaffold {
  private static func refuseTaken(_ id: ExerciseID, in layout: CourseLayout) throws {
    guard let other = try layout.exercises().first(where: { $0.id == id }) else { return }
    throw UsageError("the exercise '\(id)' is there already, in \(other.topic.folder). Take another name.")
  }

  /// A new topic's folder is made, but not one that looks like another's misspelt.
  private static func refuseMistaken(_ topic: Topic, in layout: CourseLayout) throws {
    let topics = try Files.list("\(layout.root)/exercises").compactMap(Topic.init(folder:))
    guard !topics.contains(topic),
      let other = topics.first(where: { $0.name == topic.name || $0.order == topic.order })
    else { return }
    throw UsageError(
      "there is no topic '\(topic.folder)', but '\(other.folder)'. Name that one, or one with a number and a name of its own."
    )
  }

  /// The names of the exercise's functions, which no other solution and no other checks may have.
  private static func freeNames(_ id: ExerciseID, in root: String) throws -> ExerciseNames {
    let names = try ExerciseNames(id)
    let solutions = try swiftFiles(in: "\(root)/solutions")
    for path in solutions where Declarations(of: try Files.text(path)).function(named: names.function) != nil {
      throw UsageError("the function \(names.function) stands in \(path) already. Take another name.")
    }
    for path in try swiftFiles(in: "\(root)/Sources/Checks")
    where Declarations(of: try Files.text(path)).function(named: names.checks) != nil {
      throw UsageError("the function \(names.checks) stands in \(path) already. Take another name.")
    }
    return names
  }

  /// The checks' file: no two files of a module may have the same name, whatever their folders.
  private static func freeChecksFile(_ names: ExerciseNames, _ topic: Topic, in root: String) throws -> String {
    let taken = Set(try swiftFiles(in: "\(root)/Sources/Checks").map { Files.name(of: $0).lowercased() })
    let free = [names.checksFile, "\(names.checksFile)Checks"].first { !taken.contains("\($0.lowercased()).swift") }
    guard let free else {
      throw UsageError("Sources/Checks has a file \(names.checksFile).swift already. Take another name.")
    }
    return "Sources/Checks/\(topic.folder)/\(free).swift"
  }

  /// The table of checks with one more line, before the bracket that ends it.
  private static func table(in root: String, with entry: String) throws -> String {
    let text = try Files.text("\(root)/\(table)")
    guard let end = text.ranges(of: ",\n]\n").last else {
      throw UsageError(
        "\(table) does not end its table with a line ']' behind a comma. Let it, so that a line can be added there.")
    }
    return String(text[..<end.lowerBound]) + ",\n\(entry)]\n" + String(text[end.upperBound...])
  }

  private static func swiftFiles(in folder: String) throws -> [String] {
    try Files.list(folder).flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      if Files.kind(path) == .folder { return try swiftFiles(in: path) }
      return name.hasSuffix(".swift") ? [path] : []
    }
  }
}
