internal import Files

extension AnalogySection {
  /// Reads analogy questions in the format of `questions-words.txt`: a line `: relation`, then four words a line.
  package static func read(_ path: String, limits: ReadingLimits = ReadingLimits()) throws -> [AnalogySection] {
    var lines = LineReader(try ByteStream.opened(path), limit: limits.lineBytes)
    var sections: [AnalogySection] = []
    var count = 0
    while let line = try lines.next() {
      guard let text = line.text else {
        throw lines.failure("the line is not UTF-8", "Convert the file to UTF-8, with `iconv` for instance.")
      }
      let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
      // Files by the authors of word2vec begin with a line on their copyright.
      if words.isEmpty || words[0].hasPrefix("//") { continue }
      if words[0].hasPrefix(":") {
        let name = text.drop { $0 == ":" || $0 == " " || $0 == "\t" }
        guard !name.isEmpty else {
          throw lines.failure("the relation has no name", "Write one behind the colon, as in `: capitals`.")
        }
        guard sections.count < limits.relations else {
          throw lines.failure("there are more than \(limits.relations) relations", "Split the file.")
        }
        sections.append(AnalogySection(name: String(name), questions: []))
        continue
      }
      guard !sections.isEmpty else {
        throw lines.failure(
          "there is a question before the first relation", "Begin with a line that names one, as in `: capitals`.")
      }
      guard words.count == 4 else {
        throw lines.failure(
          "there are \(words.count) words where a question has 4", "Write it as in `athens greece oslo norway`.")
      }
      count += 1
      guard count <= limits.questions else {
        throw lines.failure("there are more than \(limits.questions) questions", "Split the file.")
      }
      sections[sections.count - 1].questions.append(
        AnalogyQuestion(a: words[0], b: words[1], c: words[2], d: words[3]))
    }
    guard count > 0 else {
      throw EmbeddingsError(path, problem: "there are no questions", advice: "Check the path: `head \(path)`.")
    }
    return sections
  }
}
