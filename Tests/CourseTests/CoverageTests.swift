import Course
import Testing

@Suite struct `Coverage of the lectures` {
  private static let list = """
    ---
    lectures:
      - name: gao
        title: Sums
        by: nobody
        slides:
          - topic: 01-sums
            titles: [One, "Two: three", Four]
          - aside: contents
            titles: [Outline]
    ...

    """

  private func expect(_ problem: Problem, list: String) throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.write("lessons/lectures.yaml", list)
    #expect(course.layout.validate().contains(problem), "\(course.layout.validate())")
  }

  @Test func `says which lesson teaches a slide, and which slide none teaches`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.write("lessons/lectures.yaml", Self.list)
    #expect(course.layout.validate().isEmpty)
    let coverage = Coverage(course.layout.load(), try course.layout.lectures())
    #expect(coverage.rows.map(\.slide.title) == ["One", "Two: three", "Four", "Outline"])
    #expect(coverage.rows.map { $0.lessons.map(\.rawValue) } == [["sums", "products"], ["sums", "products"], [], []])
    #expect(coverage.rows.map(\.isMissing) == [false, false, true, false])
  }

  @Test func `is empty where a course lists no lectures`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    #expect(try course.layout.lectures().isEmpty)
  }

  @Test func `finds slides and lectures that are not in the list`() throws {
    let file = "lessons/01-sums/01-sums.md"
    try expect(
      Problem(file: file, line: 3, message: "the lecture 'gao' has no slide 'One'", mend: "Did you mean 'Once'?"),
      list: Self.list.replacing("One", with: "Once"))
    try expect(
      Problem(file: file, line: 3, message: "there is no lecture 'gao'", mend: "Did you mean 'gaol'?"),
      list: Self.list.replacing("gao", with: "gaol"))
  }

  @Test(arguments: [
    (("    by: nobody\n", ""), 2, "lecture 1 of the list is not whole"),
    (("topic: 01-sums", "tropic: 01-sums"), 2, "lecture 1 of the list is not whole"),
    (("lectures:", "lecture:"), 1, "there is no list 'lectures' between '---' and '...'"),
  ])
  func `says what is wrong with a list`(change: (String, String), line: Int, message: String) throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.write("lessons/lectures.yaml", Self.list.replacing(change.0, with: change.1))
    let problem = try #require(course.layout.validate().first { $0.file == "lessons/lectures.yaml" })
    #expect(problem.line == line)
    #expect(problem.message == message)
  }
}
