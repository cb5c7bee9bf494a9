import CSV
import Course
import Export
import Testing

@testable import Gradebook

@Suite struct `Tables that other systems read` {
  private let exercise: ExerciseID

  init() throws { exercise = try ExerciseID("bptt") }

  private func record(_ entries: [(Student, Grade)]) -> ClassRecord {
    ClassRecord(
      exercises: [
        GradedExercise(
          id: exercise, title: "Backpropagation", lesson: "bptt", points: 20, graderKey: "k", graderVersion: "1")
      ],
      entries: entries.map { ClassRecord.Entry(student: $0, grades: [$1], attempts: []) }, findings: [])
  }

  private func grade(_ state: Grade.State, earned: Double = 0, points: Double = 0) -> Grade {
    var grade = Grade(exercise: exercise, state: state, attempts: 1, possible: 20, weight: 1)
    (grade.earned, grade.points) = (earned, points)
    if state == .graded {
      grade.attempt = Attempt(
        id: 1, student: "s1", exercise: exercise, submission: "", firstTime: 1_700_000_000, lastTime: 1_700_000_000)
    }
    return grade
  }

  @Test func `are nbgrader's, with a fault that is no grade`() throws {
    let table = NbgraderTable.table(
      record([
        (Student(id: "s1", name: "Noether, Emmy", email: "e@x"), grade(.graded, earned: 18, points: 16.2)),
        (Student(id: "s2", name: "Ada King Lovelace"), grade(.fault)), (Student(id: "s3"), grade(.missing)),
      ]), GradingPolicy())
    #expect(
      table.text == """
        assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score
        bptt,,2023-11-14 22:13:20,s1,Noether,Emmy,e@x,18,1.8,16.2,20
        bptt,,,s2,Lovelace,Ada King,,,,,20
        bptt,,,s3,,,,0,0,0,20

        """)
  }

  @Test func `are Canvas's, joined by its own export`() throws {
    let export = try CSVTable(
      """
      Student,ID,SIS User ID,SIS Login ID,Section,bptt (4711),Quiz (12)
      "    Points Possible",,,,,20.00,5.00
      "Noether, Emmy",101,s1,emmy,A,,
      "=cmd|x",102,S2,ada,A,,
      Somebody Else,103,s9,else,B,,
      """)
    let table = try CanvasTable(
      record([
        (Student(id: "s1"), grade(.graded, earned: 18, points: 16.2)), (Student(id: "s2"), grade(.fault)),
        (Student(id: "s7"), grade(.missing)),
      ]), joining: export)
    #expect(
      table.text.text == """
        Student,ID,SIS User ID,SIS Login ID,Section,bptt (4711)
            Points Possible,,,,,20.00
        "Noether, Emmy",101,s1,emmy,A,16.20
        '=cmd|x,102,S2,ada,A,

        """)
    #expect(table.unknown.map(\.id) == ["s7"])
  }

  @Test func `refuse an export that is none`() throws {
    let export = try CSVTable("Name,Points\nx,1\n")
    #expect(throws: CSVTable.Failure.self) { try CanvasTable(record([]), joining: export) }
  }
}
