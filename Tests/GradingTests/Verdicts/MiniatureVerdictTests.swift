import Course
import Foundation
import LinearAlgebra
import Testing
import Wire

@testable import Grading
@testable import MiniatureCourse

@Suite(.needsGrader) struct `The miniature course is graded by the same engine` {
  private static let exercises = miniatureChecks.keys.sorted()

  @Test(arguments: exercises)
  func `solutions get full marks`(exercise: String) throws {
    let verdict = try Graders.grade("\(Graders.fixtures)/miniature/solutions/01-start/\(exercise).swift", for: exercise)
    #expect(verdict.status == .passed)
    #expect(verdict.score == 5 && verdict.maxScore == 5)
    #expect(verdict.diagnostics.isEmpty)
  }

  @Test(arguments: exercises)
  func `starters are not implemented, with the line of every todo`(exercise: String) throws {
    let path = "\(Graders.fixtures)/miniature/exercises/01-start/\(exercise).swift"
    let verdict = try Graders.grade(path, for: exercise)
    #expect(verdict.status == .notImplemented)
    #expect(verdict.score == 0)
    #expect(verdict.diagnostics.isEmpty)
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let todos = lines.indices.filter { lines[$0].contains("todo(") }.map { $0 + 1 }
    for (check, line) in zip(verdict.checks, todos) { #expect(check.message.contains("line \(line) ")) }
    #expect(todos.count == verdict.checks.count)
  }
}

@Suite(.needsGrader) struct `The course's own files` {
  @Test(arguments: ["bptt", "lstm-gates", "gru-gates", "softmax-versus-sampling", "glove-loss", "bias-neutralise"])
  func `pass as solutions and are unwritten as starters`(exercise: String) throws {
    let layout = CourseLayout(root: Graders.home)
    let files = try layout.locate(ExerciseID(exercise)).files
    #expect(try Graders.grade(files.solution, for: exercise).status == .passed)
    #expect(try Graders.grade(files.starter, for: exercise).status == .notImplemented)
  }

  @Test func `a file that does not parse is a compile error with its line`() throws {
    let verdict = try Graders.grade(Submission(source: "import LinearAlgebra\nfunc mean(", path: "F"), for: "mean")
    #expect(verdict.status == .compileError)
    #expect(verdict.diagnostics.first?.line == 2)
    #expect(verdict.checks.isEmpty)
  }

  @Test func `a call gives what the function returns, and goes on behind one that crashes`() throws {
    let source = """
      import LinearAlgebra
      func mean(_ x: Vector) -> Double { x[2] }
      func centred(_ x: Vector) -> Vector { todo("later") }
      """
    let checks = try Graders.checks("mean")
    let results = try Graders.withGrader {
      try $0.call(
        checks.functions[0], of: Submission(source: source, path: "F"), checks,
        with: [[.vector([1, 2, 3])], [.vector([1])], [.vector([4, 5, 6])]])
    }
    #expect(results.count == 3)
    #expect(try results[0].get() == .number(3))
    #expect(throws: CallProblem.self) { try results[1].get() }
    #expect(try results[2].get() == .number(6))
    guard case .failure(let problem) = results[1] else { return }
    #expect(problem.description.contains("crashed at line 2: no entry 2 in a vector of 1 entries"))
    let unwritten = try Graders.withGrader {
      try $0.call(checks.functions[1], of: Submission(source: source, path: "F"), checks, with: [[.vector([1])]])
    }
    #expect(throws: CallProblem(description: "not implemented yet: line 3 (later)")) { try unwritten[0].get() }
  }
}
