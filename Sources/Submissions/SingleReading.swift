package import Gradebook

extension SubmissionReader {
  /// Reads the files of one student: a folder or an archive that is theirs alone.
  ///
  /// - Parameter accept: is given every file that may be graded, once, and keeps it or says why not.
  /// - Throws: ``SubmissionsError`` when nothing can be read there, and what `accept` throws.
  package func read(
    _ path: String, of student: Student, accept: ([UInt8]) throws -> Intake.Acceptance
  ) throws -> Intake {
    var pile = Pile()
    let name = SubmissionName(owner: Owner(id: student.id))
    try SubmissionTree(path: path).walk { item in try take(item, name, item.time, into: &pile, accept) }
    var intake = Intake()
    intake.students = [student]
    settle(student, pile, &intake)
    return intake
  }
}
