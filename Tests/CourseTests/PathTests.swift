import Course
import Testing

@Suite struct `Ways through a course` {
  /// The miniature course: add, add-all (needs add), double (needs both).
  private func path(_ change: (MiniatureCourse) throws -> Void = { _ in }) throws -> LearningPath {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try change(course)
    return LearningPath(course.layout.load())
  }

  private func names(_ exercises: [Exercise]) -> [String] { exercises.map(\.id.rawValue) }

  private func ids(_ names: String...) throws -> Set<ExerciseID> { Set(try names.map { try ExerciseID($0) }) }

  @Test func `go by topic and lesson where nothing is needed`() throws {
    #expect(names(try path().recommended) == ["add", "add-all", "double"])
  }

  @Test func `have what is needed first, whatever its topic`() throws {
    let path = try path {
      try $0.replace("prerequisites: []", with: "prerequisites: [double]", in: "exercises/01-sums/add.md")
      try $0.replace(
        "prerequisites: [add, add-all]", with: "prerequisites: []", in: "exercises/02-products/double.md")
    }
    #expect(names(path.recommended) == ["double", "add", "add-all"])
  }

  @Test func `have every exercise once even where needs lead in a circle`() throws {
    let path = try path {
      try $0.replace("prerequisites: []", with: "prerequisites: [double]", in: "exercises/01-sums/add.md")
    }
    #expect(Set(names(path.recommended)) == ["add", "add-all", "double"])
    #expect(path.recommended.count == 3)
  }

  @Test func `have a fast track of what is marked and what that needs`() throws {
    #expect(try path().fast.isEmpty)
    let path = try path {
      try $0.replace("minutes: 15", with: "minutes: 15\nfast-track: true", in: "exercises/01-sums/add-all.md")
    }
    #expect(names(path.fast) == ["add", "add-all"])
  }

  @Test func `lead to the first that is open, and to what was put off at the end`() throws {
    let path = try path()
    func next(_ done: Set<ExerciseID>, _ skipped: Set<ExerciseID>) -> String? {
      path.next(on: .recommended, done: done, skipped: skipped)?.id.rawValue
    }
    #expect(next([], []) == "add")
    #expect(try next(ids("add"), []) == "add-all")
    #expect(try next([], ids("add")) == "add-all")
    #expect(try next(ids("add-all", "double"), ids("add")) == "add")
    #expect(try next(ids("add", "add-all", "double"), []) == nil)
  }

  @Test func `say what is missing`() throws {
    let path = try path()
    #expect(names(path.missing(for: path.recommended[2], done: [])) == ["add", "add-all"])
    #expect(try names(path.missing(for: path.recommended[2], done: ids("add"))) == ["add-all"])
  }

  @Test func `do not know a fast track that is neither on nor off`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.replace("minutes: 15", with: "minutes: 15\nfast-track: perhaps", in: "exercises/01-sums/add.md")
    #expect(course.layout.load().problems.contains { $0.message.contains("'fast-track' is neither true nor false") })
  }
}
