import Testing

@testable import Course
@testable import Grading

@Suite struct `The source of all wrong programs` {
  private let solution = """
    /// Twice.
    private func twice(_ x: Double, by factor: Double = 2) -> Double {
      x * factor
    }

    func both(_ x: inout [Double], _ y: Double) throws -> Double {
      let t = twice(y)
      x.append(t)
      return t
    }

    """

  private func form(_ diff: String) throws -> MistakeForm {
    let edit = SourceEdit(diff: diff)
    return try #require(
      Misconception(id: "m", title: "", lesson: "", explanation: [], edits: [edit], line: 1).forms.first)
  }

  @Test func `has every body, and functions that run the chosen one`() throws {
    var source = WrongProgramSource(solution: solution)
    #expect(try source.add(form("-  x * factor\n+  x + factor\n")) == ["twice"])
    #expect(try source.add(form("-  x.append(t)\n+  x = [t]\n")) == ["both"])
    #expect(try source.add(form("-  x * factor\n+  x * x\n")) == ["twice"])
    let text = source.text
    for line in [
      "private func twice__0(_ x: Double, by factor: Double = 2) -> Double {", "  x + factor", "  x * x",
      "  case 3: return twice__3(x, by: factor)", "  default: return twice__0(x, by: factor)",
      "  case 2: return try both__2(&x, y)", "    case 1: gradus_chosen_twice = 1",
    ] {
      #expect(text.split(separator: "\n").contains(Substring(line)), "\(line) in \(text)")
    }
    #expect(text.contains("func twice(_ x: Double, by factor: Double = 2) -> Double {\n  switch"))
  }

  @Test(arguments: [
    ("-  nothing\n+  something\n", "does not apply exactly once"),
    ("-func both(_ x: inout [Double], _ y: Double) throws -> Double {\n+func both() {\n", "bodies"),
    ("-/// Twice.\n+/// Thrice.\n", "bodies"),
    ("-  x * factor\n+  x * factor\n", "changes nothing"),
  ])
  func `takes changes of bodies only`(diff: String, complaint: String) throws {
    var source = WrongProgramSource(solution: solution)
    let form = try form(diff)
    let problem = #expect(throws: UnusableEdit.self) { try source.add(form) }
    #expect(problem?.what.contains(complaint) == true, "\(problem as Any)")
  }
}
