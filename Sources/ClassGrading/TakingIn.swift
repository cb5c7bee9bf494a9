internal import Course
package import Gradebook
internal import Grading
package import Submissions

extension ClassCourse {
  /// Takes submissions into a gradebook: students, files and what else was found, all of it or, if that fails, nothing.
  package func takeIn(
    _ path: String, _ reader: SubmissionReader, _ policy: GradingPolicy, into gradebook: Gradebook
  ) throws -> Intake {
    try gradebook.transaction {
      try gradebook.take(entries.map(\.graded))
      let intake = try reader.read(path) { bytes in
        do {
          _ = try Submission(bytes: bytes, path: "the file")
        } catch let refusal as Submission.Refusal {
          return .refused(refusal.description)
        }
        return .kept(try gradebook.take(content: bytes))
      }
      for student in intake.students { try gradebook.take(student) }
      for file in intake.files {
        try gradebook.take(
          HandIn(
            student: file.student, exercise: file.exercise, submission: file.digest, time: file.time,
            isMarkedLate: file.isMarkedLate, path: file.path, seed: policy.seed(for: file.student, file.exercise)))
      }
      // What came before has the policy's seeds as well, if they have changed.
      try gradebook.take(seedsOf: policy)
      try gradebook.take(intake.findings, from: path)
      return intake
    }
  }
}
