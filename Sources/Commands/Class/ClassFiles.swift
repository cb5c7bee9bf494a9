internal import Course
internal import Export
internal import Files
internal import Gradebook

/// The files that students handed in, as a gradebook keeps them.
enum ClassFiles {
  /// The attempts that count, with what students may see of their verdicts, by student and exercise.
  static func graded(
    _ record: ClassRecord, _ policy: GradingPolicy, _ gradebook: Gradebook
  ) throws -> [GradedFile] {
    try counted(record).compactMap { student, grade, attempt in
      guard let number = attempt.outcome?.verdict, let verdict = try gradebook.verdict(number) else { return nil }
      return GradedFile(
        verdict.hiding(policy.rule(for: grade.exercise).hidden), path: "\(name(student.id))/\(grade.exercise).swift",
        source: String(decoding: try gradebook.content(attempt.submission), as: UTF8.self), seconds: 0)
    }
  }

  /// Writes a folder for each exercise, in it a folder for each student with the file that counts; returns how many files.
  ///
  /// - Throws: ``UsageError`` when there is something else at that place already, or nothing can be written there.
  static func write(_ record: ClassRecord, _ gradebook: Gradebook, to folder: String) throws -> Int {
    var count = 0
    do {
      if Files.exists(folder) {
        guard try Files.list(folder).isEmpty else {
          throw UsageError("\(folder) is not empty. Name a new folder, so that no file of another run stays in it.")
        }
      }
      for (student, grade, attempt) in counted(record) {
        let place = "\(folder)/\(grade.exercise)/\(name(student.id))"
        try Files.makeFolder(place)
        try Files.replace(try gradebook.content(attempt.submission), at: "\(place)/\(grade.exercise).swift")
        count += 1
      }
    } catch let error as FileError {
      throw UsageError("\(error)")
    }
    return count
  }

  private static func counted(_ record: ClassRecord) -> [(Student, Grade, Attempt)] {
    record.entries.flatMap { entry in
      entry.grades.compactMap { grade in grade.attempt.map { (entry.student, grade, $0) } }
    }
  }

  /// A student's identifier as the name of a folder: what is no letter, digit, hyphen, underscore or dot within is written as its bytes in
  /// percent, so that no name leads elsewhere and no two become the same.
  static func name(_ id: String) -> String {
    var text = ""
    for (place, byte) in id.utf8.enumerated() {
      let isPlain =
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
          true
        case UInt8(ascii: "-"), UInt8(ascii: "."): place > 0
        default: false
        }
      let digits = String(byte, radix: 16, uppercase: true)
      text += isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
    }
    return text.isEmpty ? "%" : text
  }
}
