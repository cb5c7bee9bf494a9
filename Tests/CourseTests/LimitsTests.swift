import Course
import Testing

@Suite struct `Limits` {
  @Test func `are none where nothing sets them`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    #expect(try course.limits(of: "add").values.isEmpty)
  }

  @Test func `are the course's, and over them the exercise's own`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.write("course.yaml", "limits:\n  check-seconds: 5\n  memory-megabytes: 512\n")
    try course.replace(
      "difficulty: 2\n", with: "difficulty: 2\nlimits:\n  check-seconds: 0.5\n  threads: 8\n",
      in: "exercises/01-sums/add.md")
    #expect(try course.limits(of: "add").values == [.checkSeconds: 0.5, .memoryMegabytes: 512, .threads: 8])
    #expect(try course.limits(of: "double").values == [.checkSeconds: 5, .memoryMegabytes: 512])
  }

  @Test func `that cannot be read are never passed over`() throws {
    let course = try MiniatureCourse()
    defer { course.delete() }
    try course.write("course.yaml", "limits:\n  check-seconds: none\n")
    #expect(throws: CourseError.self) { try course.limits(of: "add") }
  }
}

extension MiniatureCourse {
  /// The limits of an exercise.
  fileprivate func limits(of exercise: String) throws -> LimitSettings {
    let id = try ExerciseID(exercise)
    let location = try #require(try layout.exercises().first { $0.id == id })
    return try layout.limits(for: location)
  }
}
