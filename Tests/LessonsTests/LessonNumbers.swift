/// Where the numbers of a lesson come from.
struct LessonNumbers: Sendable, CustomStringConvertible {
  /// The lesson, such as `bptt`.
  let lesson: String
  /// What the lesson sets or quotes: inputs of examples, sizes, years, as they are written.
  let given: Set<String>
  /// What follows from it, computed here anew, each with a name for reports.
  let computed: [(name: String, value: Double)]

  init(_ lesson: String, given: Set<String>, computed: [(name: String, values: [Double])]) {
    self.lesson = lesson
    self.given = given
    self.computed = computed.flatMap { entry in entry.values.map { (entry.name, $0) } }
  }

  var description: String { lesson }

  /// The numbers that a lesson states and nothing accounts for, and those that are accounted for and not stated.
  func gaps(in text: String) -> [String] {
    let stated = Numeral.all(in: text)
    let unknown = stated.filter { numeral in
      !given.contains(numeral.description) && !computed.contains { numeral.states($0.value) }
    }
    let missing = computed.filter { entry in !stated.contains { $0.states(entry.value) } }
    let unused = given.filter { text in !stated.contains { $0.description == text } }
    return unknown.map { "line \($0.line): \($0) comes from nowhere" }
      + missing.map { "\($0.name) = \($0.value) is not stated" } + unused.sorted().map { "\($0) is not stated" }
  }
}
