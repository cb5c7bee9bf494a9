import Course
import Foundation
import Markdown
import Testing

@Suite struct `A course's folders` {
  @Test func `give exercises and lessons in their order without reading a file`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.write("exercises/01-sums/add.md", "---\nbroken")
    try course.write("exercises/README.md", "words")
    try course.write("exercises/01-sums/README.md", "words")
    try course.write("exercises/01-sums/.hidden.md", "words")
    try course.write("exercises/01-sums/picture.png", "words")
    try course.write("exercises/10-last/starter-only.swift", "")
    try course.write("lessons/01-sums/10-later.md", "words")
    let exercises = try course.layout.exercises()
    #expect(exercises.map(\.id.rawValue) == ["add", "add-all", "double", "starter-only"])
    #expect(exercises.map(\.topic.order) == [1, 1, 2, 10])
    #expect(exercises[0].files.starter == course.folder.path + "/exercises/01-sums/add.swift")
    #expect(exercises[0].files.misconceptions == course.folder.path + "/solutions/01-sums/add.md")
    #expect(try course.layout.lessons().map(\.id.rawValue) == ["sums", "later", "products"])
    #expect(try course.layout.locate(ExerciseID("double")).topic.name == "products")
    #expect(try course.layout.locate(LessonID("products")).order == 1)
  }

  @Test func `may be named with slashes at the end`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    let layout = CourseLayout(root: course.folder.path + "//")
    #expect(layout == course.layout)
    #expect(CourseLayout(root: "/").root == "/")
  }

  @Test func `suggest the exercise that was meant`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    #expect(try course.layout.suggestion(for: "duoble") == "Did you mean 'double'?")
    #expect(try course.layout.suggestion(for: "something") == nil)
    let error = try #require(throws: CourseError.self) { try course.layout.locate(ExerciseID("duoble")) }
    #expect(error.description == "there is no exercise 'duoble'\n  Did you mean 'double'?")
    let other = try #require(throws: CourseError.self) { try course.layout.loadLesson(LessonID("product")) }
    #expect(other.description.contains("Did you mean 'products'?"))
  }

  @Test func `that are not there are named`() throws {
    let error = try #require(throws: CourseError.self) { try CourseLayout(root: "/nowhere").exercises() }
    #expect(error.file == "exercises")
    #expect(error.description.contains("'/nowhere'"))
    #expect(CourseLayout(root: "/nowhere").load().problems.count == 2)
  }

  @Test func `with one name in two topics are ambiguous`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.exercise("add", in: "02-products", lesson: "products")
    let error = try #require(throws: CourseError.self) { try course.layout.locate(ExerciseID("add")) }
    #expect(error.description.contains("01-sums and 02-products"))
  }
}

@Suite struct `Loading` {
  @Test func `reads an exercise`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    let exercise = try course.layout.loadExercise(ExerciseID("add-all"))
    #expect(exercise.title == "Exercise add-all")
    #expect(exercise.lesson.rawValue == "sums")
    #expect(exercise.difficulty == 2 && exercise.minutes == 15)
    #expect(exercise.prerequisites.map(\.rawValue) == ["add"])
    #expect(exercise.hints.map(\.plainText) == ["Look at a.", "Look at b.", "Put them together."])
    #expect(exercise.document.headings.map(\.slug) == ["functions", "hints"])
    #expect(exercise.statement.headings.map(\.slug) == ["functions"])
    #expect(exercise.topic.folder == "01-sums")
  }

  @Test func `reads a lesson`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    let lesson = try course.layout.loadLesson(LessonID("products"))
    #expect(lesson.title == "A lesson")
    #expect(lesson.sources.map(\.slides) == [["One", "Two: three"]])
    #expect(lesson.objectives == ["add numbers"])
    #expect(lesson.prerequisites.map(\.rawValue) == ["sums"])
    #expect(lesson.exercises.map(\.rawValue) == ["double"])
  }

  @Test func `reads a whole course`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    let catalogue = course.layout.load()
    #expect(catalogue.exercises.count == 3 && catalogue.lessons.count == 2)
    #expect(catalogue.problems.isEmpty)
    #expect(catalogue.exercise(try ExerciseID("double"))?.title == "Exercise double")
    #expect(catalogue.lesson(try LessonID("none")) == nil)
  }

  @Test func `collects every problem of every file`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.write("exercises/01-sums/add.md", "---\ntitle:\nlesson: A B\ndificulty: 1\nminutes: 0\n---\n")
    try course.write("exercises/02-products/double.md", "---\ntitle: a: b\n---\n")
    try course.write("lessons/01-sums/01-sums.md", "---\ntitle: x\nsources: [a]\nobjectives: b\n---\n")
    let catalogue = course.layout.load()
    #expect(catalogue.exercises.map(\.id.rawValue) == ["add-all"])
    #expect(catalogue.lessons.map(\.id.rawValue) == ["products"])
    let places = catalogue.problems.map { "\($0.file ?? ""):\($0.line ?? 0)" }
    #expect(
      places == [
        "exercises/01-sums/add.md:1", "exercises/01-sums/add.md:2", "exercises/01-sums/add.md:3",
        "exercises/01-sums/add.md:4", "exercises/01-sums/add.md:5", "exercises/02-products/double.md:2",
        "lessons/01-sums/01-sums.md:1", "lessons/01-sums/01-sums.md:3", "lessons/01-sums/01-sums.md:4",
      ])
    #expect(catalogue.problems[3].mend == "Is 'dificulty' meant?")
    #expect(catalogue.problems.allSatisfy { !$0.mend.isEmpty })
    let error = try #require(throws: CourseError.self) { try course.layout.loadExercise(ExerciseID("add")) }
    #expect(error.problems.count == 5)
  }

  @Test func `refuses what is no text file`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    let path = course.url("exercises/01-sums/add.md").path
    func message() throws -> Problem? {
      let error = try #require(throws: CourseError.self) { try course.layout.loadExercise(ExerciseID("add")) }
      return error.problems.first
    }
    try Data([0x61, 0x0A, 0xFF, 0x0A]).write(to: URL(filePath: path))
    #expect(try message()?.message == "the file is not UTF-8 text")
    #expect(try message()?.line == 2)
    try Data(count: SourceFile.largestSize + 1).write(to: URL(filePath: path))
    #expect(try message()?.message == "the file is larger than 4 MiB")
    #expect(try message()?.line == 1)
    try course.remove("exercises/01-sums/add.md")
    #expect(try message()?.message == "the file cannot be read: No such file or directory")
    #expect(unsafe mkfifo(path, 0o600) == 0)
    #expect(try message()?.message == "this is not a regular file")
    try course.remove("exercises/01-sums/add.md")
    try course.write("exercises/01-sums/add.md/inside", "")
    #expect(try message()?.message == "this is not a regular file")
  }
}
