import Course
import Foundation
import Testing

@Suite struct `The numbers of the lessons` {
  static let course = CourseLayout(
    root: URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL.path)

  @Test(arguments: lessonNumbers)
  func `follow from what is given`(numbers: LessonNumbers) throws {
    let lesson = try Self.course.lessons().first { $0.id.rawValue == numbers.lesson }
    let text = try String(contentsOfFile: try #require(lesson).file, encoding: .utf8)
    #expect(numbers.gaps(in: text) == [])
  }

  @Test func `are recomputed in every lesson`() throws {
    #expect(lessonNumbers.map(\.lesson) == (try Self.course.lessons()).map(\.id.rawValue))
  }

  @Test(arguments: [
    ("x is 0.25 or -0.25", ["0.25", "0.25"]),
    ("160,000 or $160{,}000$ or $160\\,000$", ["160000", "160000", "160000"]),
    ("$1.9 \\times 10^{-4}$", ["1.9e-4"]), ("h_10, $h_{11}$, x2.5, `0.5`, [a](b-12.5)", []),
    ("3 of 12, in 2024-2025", ["12", "2024", "2025"]),
    ("$(0.4, 12, 13)$", ["0.4", "12", "13"]),
  ])
  func `are read from the text`(text: String, numerals: [String]) {
    #expect(Numeral.all(in: text).map(\.description) == numerals)
  }

  @Test func `are missed when they come from nowhere, or are not stated`() {
    let numbers = LessonNumbers("x", given: ["0.5", "11"], computed: [("square", [0.25]), ("cube", [0.125])])
    #expect(
      numbers.gaps(in: "0.5 squared is 0.25, or 0.26, or 0.3")
        == ["line 1: 0.26 comes from nowhere", "cube = 0.125 is not stated", "11 is not stated"])
  }
}
