import Course
import Testing

/// A way to spoil the miniature course and the problem it must lead to.
struct Spoilt: Sendable, CustomTestStringConvertible {
  var file: String
  var line: Int?
  /// Part of the problem's message.
  var message: String
  var spoil: @Sendable (MiniatureCourse) throws -> Void

  init(
    _ file: String, _ line: Int?, _ message: String, _ spoil: @escaping @Sendable (MiniatureCourse) throws -> Void
  ) {
    self.file = file
    self.line = line
    self.message = message
    self.spoil = spoil
  }

  /// Replaces a text in the file itself.
  init(_ file: String, _ line: Int?, _ message: String, _ old: String, to new: String) {
    self.init(file, line, message) { try $0.replace(old, with: new, in: file) }
  }

  var testDescription: String { message }
}

private let statement = "exercises/01-sums/add.md"
private let starter = "exercises/01-sums/add.swift"
private let solution = "solutions/01-sums/add.swift"
private let misconceptions = "solutions/01-sums/add.md"
private let lesson = "lessons/01-sums/01-sums.md"

@Suite struct `Validation` {
  @Test func `finds nothing in a valid course`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    #expect(course.layout.validate().isEmpty)
  }

  @Test func `knows the explanations of surviving mutants`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.write("Sources/Checks/01-sums/survivors/add.md", "")
    #expect(course.layout.validate().isEmpty)
  }

  @Test(arguments: [
    Spoilt(starter, nil, "has no starter") { try $0.remove(starter) },
    Spoilt(solution, nil, "has no solution") { try $0.remove(solution) },
    Spoilt(misconceptions, nil, "has no list of misconceptions") { try $0.remove(misconceptions) },
    Spoilt(statement, nil, "cannot be read: No such file") { try $0.remove(statement) },
    Spoilt("course.yaml", 3, "there is no limit 'check-second'") {
      try $0.write("course.yaml", "limits:\n  file-seconds: 4\n  check-second: 2\n")
    },
    Spoilt("course.yaml", 2, "'memory-megabytes' is not a number above 0") {
      try $0.write("course.yaml", "limits:\n  memory-megabytes: -1\n")
    },
    Spoilt("course.yaml", 1, "there is no setting 'limit'") { try $0.write("course.yaml", "limit:\n  threads: 4\n") },
    Spoilt("course.yaml", 1, "'limits' holds no limits") { try $0.write("course.yaml", "limits: 4\n") },
    Spoilt(statement, 6, "'check-seconds' is not a number above 0") {
      try $0.replace("difficulty: 2\n", with: "difficulty: 2\nlimits:\n  check-seconds: soon\n", in: statement)
    },
    Spoilt("solutions/02-products/add.swift", nil, "belongs to no exercise") {
      try $0.write("solutions/02-products/add.swift", "")
    },
    Spoilt("Sources/Checks/01-sums/survivors/subtract.md", nil, "belongs to no exercise") {
      try $0.write("Sources/Checks/01-sums/survivors/subtract.md", "")
    },
    Spoilt("exercises/02-products/add.md", nil, "the name 'add' is taken by 'exercises/01-sums/add.md'") {
      try $0.exercise("add", in: "02-products", lesson: "sums")
    },
    Spoilt("lessons/02-products/02-sums.md", nil, "the name 'sums' is taken") {
      try $0.lesson("lessons/02-products/02-sums.md", links: ["exercise:add"])
    },
    Spoilt("exercises/01-sums/Add_2.md", nil, "'Add_2' is not the name of an exercise") {
      try $0.write("exercises/01-sums/Add_2.md", "")
    },
    Spoilt("lessons/01-sums/later.md", nil, "'later' is not the name of a lesson") {
      try $0.write("lessons/01-sums/later.md", "")
    },
    Spoilt("exercises/more", nil, "'more' is not a topic's folder") { try $0.write("exercises/more/a.md", "") },
  ])
  func `finds files that lack or do not belong`(spoilt: Spoilt) throws { try expect(spoilt) }

  @Test(arguments: [
    Spoilt(statement, 4, "the difficulty is 4", "difficulty: 2", to: "difficulty: 4"),
    Spoilt(statement, 3, "there is no lesson 'sum'", "lesson: sums", to: "lesson: sum"),
    Spoilt(lesson, nil, "does not link its exercise 'add'", "exercise:add)", to: "exercise:double)"),
    Spoilt(statement, 6, "the prerequisite 'dbl' is not an exercise", "prerequisites: []", to: "prerequisites: [dbl]"),
    Spoilt(
      statement, 6, "in a circle: add needs double needs add", "prerequisites: []", to: "prerequisites: [double]"),
    Spoilt(statement, 6, "in a circle: add needs add", "prerequisites: []", to: "prerequisites: [add]"),
    Spoilt(lesson, 7, "the prerequisite 'none' is not a lesson", "prerequisites: []", to: "prerequisites: [none]"),
    Spoilt(
      lesson, 7, "in a circle: sums needs products needs sums", "prerequisites: []", to: "prerequisites: [products]"),
    Spoilt(statement, 2, "the front matter is not YAML", "title: Exercise", to: "title: Exercise: "),
    Spoilt(statement, 1, "is not closed", "---\nCompute", to: "Compute"),
  ])
  func `finds front matter that does not fit`(spoilt: Spoilt) throws { try expect(spoilt) }

  @Test(arguments: [
    Spoilt(statement, 8, "leads to lesson 'suns'", "lesson:sums#", to: "lesson:suns#"),
    Spoilt(statement, 8, "section 'an-idea' of the lesson 'sums'", "#the-idea", to: "#an-idea"),
    Spoilt(statement, 8, "'lesson:Sums#the-idea' is not a link to", "lesson:sums#", to: "lesson:Sums#"),
    Spoilt(statement, 17, "leads to exercise 'none'", "Look at `b`.", to: "[a](exercise:none)"),
    Spoilt(misconceptions, nil, "there is no section 'Afterwards'", "## Afterwards", to: "## Before"),
    Spoilt(misconceptions, 1, "the section 'Afterwards' is empty", "Well added.", to: ""),
    Spoilt(misconceptions, 7, "leads to lesson 'none'", "lesson:sums", to: "lesson:none"),
    Spoilt(misconceptions, 1, "is not closed") { try $0.write(misconceptions, "---\n") },
    Spoilt(lesson, 11, "section 'idea' of this document", "(#the-idea)", to: "(#idea)"),
    Spoilt(lesson, 14, "section 'none' of the exercise 'add-all'", "add-all#functions", to: "add-all#none"),
  ])
  func `finds links that lead nowhere`(spoilt: Spoilt) throws { try expect(spoilt) }

  @Test(arguments: [
    Spoilt(statement, nil, "no section 'Hints'", "## Hints", to: "## Ideas"),
    Spoilt(statement, 14, "there are 2 hints", "3. Put", to: "Put"),
    Spoilt(statement, 14, "there are 4 hints", "3. Put", to: "3. Put\n4. Put"),
    Spoilt(statement, 14, "there are 0 hints", "1. Look at $a$.\n2. Look at `b`.\n3. Put", to: "- Put"),
    Spoilt(statement, 14, "hint 2 is empty", "2. Look at `b`.", to: "2."),
  ])
  func `finds hints that are not three`(spoilt: Spoilt) throws { try expect(spoilt) }

  @Test(arguments: [
    Spoilt(statement, nil, "no section 'Functions'", "## Functions", to: "## Sums"),
    Spoilt(starter, 3, "does not name 'add'") { try $0.replace("`add(", with: "`sum(", in: statement) },
    Spoilt(starter, 3, "does not name 'add'") { try $0.replace("`add(a, b)`", with: "add", in: statement) },
    Spoilt(solution, nil, "the solution has no function 'add'", "func add(", to: "private func add("),
    Spoilt(solution, 3, "differs from the starter's", "_ b: Double", to: "_ b: Float"),
    Spoilt(solution, 3, "differs from the starter's", "-> Double", to: "-> Double?"),
    Spoilt(starter, nil, "declares no function", "func add(", to: "private func add("),
  ])
  func `finds functions that differ`(spoilt: Spoilt) throws { try expect(spoilt) }

  @Test func `finds all problems at once, in their order`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.replace("difficulty: 2", with: "difficulty: 9", in: statement)
    try course.replace("1. Look at $a$.\n", with: "", in: statement)
    try course.replace("lesson:sums", with: "lesson:sum", in: misconceptions)
    try course.remove("solutions/02-products/double.swift")
    let problems = course.layout.validate()
    #expect(problems.count == 4)
    #expect(problems == problems.sorted())
  }

  @Test func `shows a problem with its place and what to do`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.replace("difficulty: 2", with: "difficulty: 4", in: statement)
    #expect(
      course.layout.validate().first?.description == """
        exercises/01-sums/add.md:4: the difficulty is 4, which is not 1, 2 or 3
          Write 1 for easy, 2 for medium, 3 for hard
        """)
  }

  private func expect(_ spoilt: Spoilt) throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try spoilt.spoil(course)
    let problems = course.layout.validate()
    let found = problems.contains {
      $0.file == spoilt.file && $0.line == spoilt.line && $0.message.contains(spoilt.message) && !$0.mend.isEmpty
    }
    #expect(found, "\(problems.map(\.description).joined(separator: "\n"))")
  }
}
