internal import Course
internal import Files
internal import Grading

extension Gradus {
  /// `gradus new`: the files of a new exercise, with a small example that works as it stands.
  var new: Command {
    Command(
      name: "new", summary: "Writes the files of a new exercise, with a small example that works as it stands.",
      positional: ["TOPIC/ID"],
      options: [
        .valued("lesson", "NAME", "the lesson that the exercise belongs to (default: ID; a new one gets a stub)")
      ],
      discussion: """
        Works in the checkout around the working folder. TOPIC is a folder's name, such as 03-recurrent; ID consists of lowercase
        letters, digits and hyphens. Nothing is overwritten. After building again, `gradus verify ID` passes: then replace the
        example, file by file, as CONTRIBUTING.md says.
        """,
      example: "gradus new 03-recurrent/temperature"
    ) { arguments, console in
      try runNew(arguments, console)
    }
  }

  private func runNew(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    let course = FoundCourse.find(try installation())
    guard course.isAround else {
      throw UsageError("there is no course around this folder. Go to a checkout of one, and try again there.")
    }
    let (topic, id) = try Self.place(arguments.positional.first, in: course)
    let lesson = try arguments["lesson"].map { try LessonID($0) }
    let scaffold = try ExerciseScaffold(course.layout, topic, id, lesson: lesson)
    try scaffold.write()
    let width = scaffold.parts.map(\.path.count).max() ?? 0
    for part in scaffold.parts {
      console.write("\(part.isChange ? "changed" : "wrote  ")  \(part.path.padded(to: width))  \(part.purpose)\n")
    }
    console.write(
      """

      Next, in \(course.layout.root):
        make build && ./gradus verify \(id)
      That passes as it stands. Then replace the example, file by file; CONTRIBUTING.md says what belongs into each.
      The names of its functions are in all of them: \(scaffold.names.function) is the example's. `make test` demands
      recorded values for every function, too: see "Recorded values" there.

      """)
    return .passed
  }

  /// The topic and the name in `03-recurrent/temperature`.
  private static func place(_ word: String?, in course: FoundCourse) throws -> (Topic, ExerciseID) {
    let topics = try Files.list("\(course.layout.root)/exercises").compactMap(Topic.init(folder:)).sorted()
    let known = "Topics here: \(topics.map(\.folder).joined(separator: ", "))."
    let parts = (word ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      throw UsageError("say which topic and which name: gradus new TOPIC/ID. \(known)")
    }
    guard let topic = Topic(folder: parts[0]) else {
      let near = topics.first { $0.name == parts[0] }.map { " Did you mean '\($0.folder)/\(parts[1])'?" } ?? ""
      throw UsageError("'\(parts[0])' is not a topic's folder, such as 03-recurrent.\(near) \(known)")
    }
    return (topic, try ExerciseID(parts[1]))
  }
}
