import Course
import Gradebook
import Testing

@testable import Reports

@Suite struct `Statistics of a class` {
  /// Computed by numpy.corrcoef.
  @Test(
    arguments: [
      ([1.0, 2, 3, 4], [2.0, 1, 4, 3], 0.6), ([0, 0.5, 1], [1, 0.5, 0], -1.0),
      ([1, 2, 3, 4, 5], [1, 4, 9, 16, 25], 0.9811049102515929),
    ])
  func `correlate as numpy does`(x: [Double], y: [Double], expected: Double) throws {
    let found = try #require(ClassStatistics.correlation(x, y))
    #expect(abs(found - expected) <= 1e-12)
  }

  @Test func `say nothing where nothing can be said`() {
    #expect(ClassStatistics.correlation([1, 2], [1, 2]) == nil)
    #expect(ClassStatistics.correlation([1, 1, 1], [1, 2, 3]) == nil)
    #expect(ClassStatistics.median([]) == nil)
    #expect(ClassStatistics.median([3, 1, 2]) == 2)
    #expect(ClassStatistics.median([4, 1, 2, 3]) == 2.5)
  }

  /// Three students, two exercises of 10 points: 10 and 10, 5 and 0, 0 and nothing.
  @Test func `count who passed, how hard it was and how it goes along with the rest`() throws {
    let ids = try ["mean", "bptt"].map { try ExerciseID($0) }
    let exercises = ids.map {
      GradedExercise(id: $0, title: "", lesson: "", points: 10, graderKey: "k", graderVersion: "v")
    }
    let policy = GradingPolicy()
    func entry(_ id: String, _ scores: [Double?]) -> ClassRecord.Entry {
      let attempts = zip(ids, scores).compactMap { exercise, score -> Attempt? in
        score.map { score in
          Attempt(
            id: 1, student: id, exercise: exercise, submission: "x", firstTime: nil, lastTime: nil,
            outcome: Attempt.Outcome(verdict: 1, status: score == 10 ? .passed : .failed, score: score, maximum: 10))
        }
      }
      let grades = exercises.map { exercise in
        policy.grade(exercise, of: id, attempts.filter { $0.exercise == exercise.id })
      }
      return ClassRecord.Entry(student: Student(id: id), grades: grades, attempts: attempts)
    }
    let entries = [entry("a", [10, 10]), entry("b", [5, 0]), entry("c", [0, nil]), entry("d", [nil, nil])]
    var statistics = ClassStatistics(ClassRecord(exercises: exercises, entries: entries, findings: []))
    #expect(statistics.shares == [1, 0.25, 0, nil])
    let (mean, bptt) = (statistics.exercises[0], statistics.exercises[1])
    #expect(mean.graded == 3)
    #expect(mean.passRate == 1.0 / 3)
    #expect(mean.difficulty == 0.5)
    // numpy.corrcoef([1, 0.5, 0], [1, 0, 0])
    #expect(abs((mean.discrimination ?? 0) - 0.8660254037844387) <= 1e-12)
    #expect(mean.medianAttempts == 1)
    #expect(bptt.graded == 2)
    #expect(bptt.difficulty == 0.5)
    #expect(bptt.discrimination == nil)
    // Checks that all pass, or all fail, tell nobody from anybody.
    for isLast in [false, true] {
      var verdict = Verdict(exercise: ids[0], status: .failed, score: 0, maxScore: 10, seed: 1, sandbox: "")
      verdict.checks = [
        CheckResult(name: "easy", status: .passed, points: 1, maxPoints: 1),
        CheckResult(name: "hard", status: .failed, points: 0, maxPoints: 1),
        CheckResult(name: "telling", status: isLast ? .passed : .crashed, points: 0, maxPoints: 1),
      ]
      statistics.add(verdict)
    }
    #expect(statistics.exercises[0].checks.map(\.saysNothing) == [true, true, false])
    #expect(statistics.exercises[0].checks.map(\.failed) == [0, 2, 1])
  }
}
