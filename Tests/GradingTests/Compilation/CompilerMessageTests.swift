import Testing
import Wire

@testable import Grading

@Suite struct `Messages of the compiler` {
  @Test func `are read from its lines`() {
    let output = """
      submission.swift:12:7: error: cannot find 'y' in scope
        10 | let x = y
      submission.swift:13:1: warning: never used: 'x'
      submission.swift:13:1: note: did you mean 'z'?
      harness.swift:3:28: error: cannot find 'f' in scope
      """
    #expect(
      CompilerMessage.parse(output) == [
        CompilerMessage(
          file: "submission.swift", line: 12, column: 7, severity: .error, text: "cannot find 'y' in scope"),
        CompilerMessage(file: "submission.swift", line: 13, column: 1, severity: .warning, text: "never used: 'x'"),
        CompilerMessage(file: "submission.swift", line: 13, column: 1, severity: .note, text: "did you mean 'z'?"),
        CompilerMessage(file: "harness.swift", line: 3, column: 28, severity: .error, text: "cannot find 'f' in scope"),
      ])
  }

  @Test func `that repeat are read once`() {
    let line = "submission.swift:1:1: error: twice: the same\n"
    #expect(CompilerMessage.parse(line + line).map(\.text) == ["twice: the same"])
  }

  @Test func `about a student's file come with their notes, but not with those about other files`() {
    let output = """
      submission.swift:1:6: error: 'f' is already declared
      submission.swift:9:6: note: 'f' previously declared here
      submission.swift:2:9: error: no such initialiser
      LinearAlgebra.Vector:1:10: note: found this one
      submission.swift:4:1: warning: never used: 'x'
      submission.swift:4:1: note: remove it
      harness.swift:4:11: error: the result cannot be inferred
      Worker.expose:1:13: note: in call to function 'expose'
      """
    let errors = CompilerMessage.parse(output).errors { $0 == "submission.swift" }
    #expect(errors.map(\.text) == ["'f' is already declared", "'f' previously declared here", "no such initialiser"])
  }

  @Test(arguments: [
    "", "error: no file", "submission.swift: error: no line", "submission.swift:x:1: error: no number",
    "submission.swift:1:1: remark: of no interest", "submission.swift:1:1", ":::::", "<unknown>:0: error: no column",
    "submission.swift:99999999999999999999:1: error: too large a number", "\u{0}\u{FFFD}",
  ])
  func `that are none are passed over`(output: String) { #expect(CompilerMessage.parse(output).isEmpty) }
}

@Suite struct `The harness` {
  private let functions = [
    Function("first") { (x: Double) in x }, Function("second") { (x: Double, y: Int) in x * Double(y) },
  ]

  @Test func `hands over each function by name, and no name of the student's can stand in for the worker's`() throws {
    let source = HarnessSource.make(for: functions)
    let lines = source.split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.contains("expose(\"") } == [
        #"  Worker::expose("first", first)"#, #"  Worker::expose("second", second)"#,
      ])
    #expect(lines.contains("import Worker"))
    #expect(source.hasSuffix("}\n"))
  }

  @Test func `of no functions is a function all the same`() {
    #expect(HarnessSource.make(for: []).contains("func gradus_expose() {\n}"))
  }
}
