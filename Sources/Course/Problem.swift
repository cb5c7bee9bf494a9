/// Something wrong in a course: where it is, what it is and what to do next.
package struct Problem: Hashable, Sendable {
  /// The file, as a path from the course's folder; nil where no file is concerned.
  package var file: String?

  /// The line of the file, counted from 1; nil where the whole file is meant.
  package var line: Int?

  /// What is wrong, as a sentence without a full stop.
  package var message: String

  /// What to do next, as a sentence without a full stop.
  package var mend: String

  /// Makes a problem.
  package init(file: String? = nil, line: Int? = nil, message: String, mend: String) {
    self.file = file
    self.line = line
    self.message = message
    self.mend = mend
  }
}

extension Problem: Comparable {
  /// Orders by file, then line, then words.
  package static func < (left: Problem, right: Problem) -> Bool {
    (left.file ?? "", left.line ?? 0, left.message) < (right.file ?? "", right.line ?? 0, right.message)
  }
}

extension Problem: CustomStringConvertible {
  /// Two lines: `file:line: message` and, indented, what to do next.
  package var description: String {
    let place = [file, line.map(String.init)].compactMap(\.self).joined(separator: ":")
    return (place.isEmpty ? "" : place + ": ") + message + "\n  " + mend
  }
}

/// The reason why something of a course could not be had: one problem or several.
package struct CourseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The problems, at least one.
  package let problems: [Problem]

  /// Makes an error of one problem.
  package init(_ problem: Problem) { problems = [problem] }

  /// Makes an error of all problems found, or nil where there are none.
  package init?(_ problems: [Problem]) {
    guard !problems.isEmpty else { return nil }
    self.problems = problems.sorted()
  }

  /// The file of the first problem.
  package var file: String? { problems[0].file }

  /// The line of the first problem.
  package var line: Int? { problems[0].line }

  /// The problems, each on two lines.
  package var description: String { problems.map(\.description).joined(separator: "\n") }
}
