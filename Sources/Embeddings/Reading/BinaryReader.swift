internal import Files

extension TableReader {
  /// Reads word2vec's binary format, with a line's end after each row, as the original program writes it, or without.
  mutating func word2VecBinary() throws -> WordVectors {
    let (words, dimensions) = try header(leastRowBytes: { 4 * $0 + 2 })
    var table = WordVectors(dimensions: dimensions)
    while table.words.count < min(words, most ?? words) {
      while try stream.peek() == UInt8(ascii: "\n") { _ = try stream.take() }
      let start = stream.offset
      guard let bytes = try stream.take(upTo: { $0 == UInt8(ascii: " ") }, limit: limits.wordBytes) else {
        throw cutOff(table, words)
      }
      guard bytes.count <= limits.wordBytes else {
        throw failure(
          start, "no word ends within \(limits.wordBytes) bytes",
          "The number of dimensions in the first line is wrong, or this is no file of word2vec's binary format.")
      }
      guard !bytes.isEmpty, let word = bytes[...].text else {
        throw failure(
          start, bytes.isEmpty ? "there is no word" : "the word is not UTF-8",
          "The number of dimensions in the first line is wrong, or the file is not in UTF-8.")
      }
      let numbers = try stream.take(4 * dimensions)
      guard numbers.count == 4 * dimensions else { throw cutOff(table, words) }
      let vector = (0..<dimensions).map { index in
        let bits = (0..<4).reduce(UInt32(0)) { $0 | UInt32(numbers[4 * index + $1]) << (8 * UInt32($1)) }
        return Float(bitPattern: bits)
      }
      if let index = vector.firstIndex(where: { !$0.isFinite }) {
        throw failure(
          start, "number \(index + 1) of '\(word)' is not finite",
          "The file is damaged, or the number of dimensions in its first line is wrong: get it once more.")
      }
      try add(word, vector, .byte(start), to: &table)
    }
    if most == nil { try checkEnd(words) }
    return table
  }

  /// Makes sure that nothing but line ends follows the last row.
  private func checkEnd(_ words: Int) throws {
    while let byte = try stream.peek() {
      guard byte == UInt8(ascii: "\n") else {
        throw failure(
          stream.offset, "there is more after the \(words) words that the first line tells of",
          "Correct the first line, or name another format with `--as`.")
      }
      _ = try stream.take()
    }
  }

  private func cutOff(_ table: WordVectors, _ words: Int) -> EmbeddingsError {
    failure(
      stream.offset,
      "the file ends after \(table.words.count) whole rows of the \(words) that its first line tells of",
      "It is cut off: get it once more.")
  }

  private func failure(_ offset: Int, _ problem: String, _ advice: String) -> EmbeddingsError {
    EmbeddingsError(stream.path, .byte(offset), problem: problem, advice: advice)
  }
}
