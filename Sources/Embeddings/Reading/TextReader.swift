internal import Files

extension EncodedText {
  /// The words of a line from which on the rest is taken for another sentence: text8 is a single line.
  static let longestSentence = 1_000

  /// Reads a plain text: words between white space, a sentence a line.
  ///
  /// Words are taken as they stand. Lines of more than 1,000 words are cut into sentences of that many.
  package static func read(_ path: String, minimumCount: Int = 1, limits: ReadingLimits = ReadingLimits()) throws
    -> EncodedText
  {
    let stream = try ByteStream.opened(path)
    var draft = TextDraft()
    var length = 0
    while let next = try stream.peek() {
      if next <= UInt8(ascii: " ") {
        _ = try stream.take()
        if next == UInt8(ascii: "\n") || length == longestSentence {
          draft.endSentence()
          length = 0
        }
        continue
      }
      let start = stream.offset
      // White space itself is left for the next turn, so that the end of a line is seen.
      guard let bytes = try stream.take(before: { $0 <= UInt8(ascii: " ") }, limit: limits.wordBytes) else { break }
      guard bytes.count <= limits.wordBytes else {
        throw EmbeddingsError(
          path, .byte(start), problem: "a word has more than \(limits.wordBytes) bytes",
          advice: "Check that this is a plain text with spaces between words.")
      }
      guard let word = bytes[...].text else {
        throw EmbeddingsError(
          path, .byte(start), problem: "the word is not UTF-8",
          advice: "Convert the file to UTF-8, with `iconv` for instance.")
      }
      draft.append(word)
      length += 1
      guard draft.tokens.count <= limits.tokens, draft.wordCount <= limits.differentWords else {
        throw EmbeddingsError(
          path, .byte(start),
          problem: "the text has more than \(limits.tokens) words, or \(limits.differentWords) different ones",
          advice: "Train on a part of it: `head -c 1000000000`.")
      }
    }
    draft.endSentence()
    let text = draft.encoded(minimumCount: minimumCount)
    guard text.vocabulary.words.count >= 2 else {
      throw EmbeddingsError(
        path,
        problem: minimumCount == 1
          ? "there are no two different words" : "no two words occur \(minimumCount) times or more",
        advice: "Lower the minimum count, or use a longer text.")
    }
    return text
  }
}
