package import Markdown

extension CourseLayout {
  /// Reads the misconceptions of an exercise, in their order; none where there is no file of them.
  package func loadMisconceptions(at location: ExerciseLocation) throws(CourseError) -> [Misconception] {
    let path = location.files.misconceptions
    guard SourceFile.exists(path) else { return [] }
    let document = try document(at: path)
    var problems: [Problem] = []
    var found: [Misconception] = []
    for (heading, blocks) in document.blocks.sections where heading.plainText != Self.afterwardsTitle {
      do throws(CourseError) {
        let misconception = try misconception(heading, blocks, file: relative(path))
        if found.contains(where: { $0.id == misconception.id }) {
          throw CourseError(
            Problem(
              file: relative(path), line: misconception.line,
              message: "the misconception '\(misconception.id)' stands twice",
              mend: "Rename one of the two"))
        }
        found.append(misconception)
      } catch {
        problems += error.problems
      }
    }
    if let error = CourseError(problems) { throw error }
    return found
  }

  /// What to tell whoever has passed the exercise: what the reference does well, and what to compare; nil where nothing is written.
  ///
  /// It stands beside the misconceptions. An installation without these has a file of its own with that section alone.
  package func loadAfterwards(at location: ExerciseLocation) throws(CourseError) -> [Block]? {
    for path in [location.files.misconceptions, location.files.afterwards] where SourceFile.exists(path) {
      return try document(at: path).section(titled: Self.afterwardsTitle).map { Array($0.blocks) }
    }
    return nil
  }

  /// The heading of the section that is shown when an exercise was passed.
  static let afterwardsTitle = "Afterwards"

  private func misconception(
    _ heading: Block, _ blocks: ArraySlice<Block>, file: String
  ) throws(CourseError) -> Misconception {
    let id = heading.plainText
    func problem(_ message: String, _ mend: String) -> CourseError {
      CourseError(
        Problem(file: file, line: heading.lines.lowerBound, message: "misconception '\(id)': \(message)", mend: mend))
    }
    guard Slug.isValid(id) else {
      throw problem("this is no name", "Write lowercase letters, digits and hyphens in the heading")
    }
    var title: String?
    var lesson: String?
    var edits: [SourceEdit] = []
    var explanation: [Block] = []
    for block in blocks {
      switch block.kind {
      case .code(info: "misconception", let text):
        for line in text.split(separator: "\n") {
          if line.hasPrefix("title: ") { title = String(line.dropFirst(7)) }
          if line.hasPrefix("lesson: ") { lesson = String(line.dropFirst(8)) }
        }
      case .code(info: "diff", let text): edits.append(SourceEdit(diff: text))
      default: explanation.append(block)
      }
    }
    guard let title, let lesson else {
      throw problem(
        "title or lesson is missing", "Write a block ```misconception with the lines 'title: ...' and 'lesson: ...'")
    }
    guard !edits.isEmpty else {
      throw problem("there is no edit", "Write a block ```diff that turns the solution into the wrong program")
    }
    guard !explanation.isEmpty else {
      throw problem("there is no explanation", "Say what the numbers show and why that is wrong")
    }
    return Misconception(
      id: id, title: title, lesson: lesson, explanation: explanation, edits: edits, line: heading.lines.lowerBound)
  }
}

extension [Block] {
  /// The headings of level 2, each with the blocks up to the next.
  fileprivate var sections: [(heading: Block, blocks: ArraySlice<Block>)] {
    let starts = indices.filter {
      if case .heading(level: 2, _) = self[$0].kind { true } else { false }
    }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : endIndex
      return (self[start], self[(start + 1)..<end])
    }
  }
}
