internal import Files

/// What a file of vectors looks like.
package enum VectorFormat: String, Hashable, Sendable, CaseIterable {
  /// A line with the number of words and of dimensions, then a word and its numbers a line.
  case word2VecText = "word2vec"
  /// A line as before, then each word, a space and its numbers as four bytes each, the least significant first.
  case word2VecBinary = "word2vec-binary"
  /// A word and its numbers a line.
  case glove

  /// The format by the name of a file, its first line and what follows.
  static func guess(_ stream: ByteStream) throws -> VectorFormat {
    if stream.path.hasSuffix(".bin") { return .word2VecBinary }
    // Nothing is taken: a pipe gives its bytes only once.
    let line = try stream.peek(before: { $0 == UInt8(ascii: "\n") })
    let fields = (line.last == UInt8(ascii: "\r") ? line.dropLast() : line).fields
    guard fields.count == 2, fields.joined().allSatisfy({ "+-0123456789".utf8.contains($0) }) else { return .glove }
    // A row of a text ends in a number; bytes that are numbers have control characters among them.
    let behind = try stream.peek(line.count + 4096).dropFirst(line.count + 1)
    let row = behind.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    if let last = row.fields.last, Float(decimal: last) != nil { return .word2VecText }
    return behind.contains { $0 < 0x20 && !"\t\r\n".utf8.contains($0) } ? .word2VecBinary : .word2VecText
  }
}

extension WordVectors {
  /// Reads a file of vectors, of a format or of that which it looks like.
  ///
  /// - Parameters:
  ///   - most: how many words to read at most, from the first on; nil for all.
  /// - Throws: ``EmbeddingsError`` for what is wrong in the file, `FileError` where it cannot be read.
  package init(
    reading path: String, _ format: VectorFormat? = nil, most: Int? = nil, limits: ReadingLimits = ReadingLimits()
  ) throws {
    let stream = try ByteStream.opened(path)
    try self.init(stream, try format ?? VectorFormat.guess(stream), most, limits)
  }

  /// Reads vectors that are in memory already, in the text format of word2vec.
  package init(word2VecText text: String) throws {
    try self.init(ByteStream("the text", bytes: Array(text.utf8)), .word2VecText, nil, ReadingLimits())
  }

  private init(_ stream: ByteStream, _ format: VectorFormat, _ most: Int?, _ limits: ReadingLimits) throws {
    var reader = TableReader(stream, limits, most)
    self =
      switch format {
      case .word2VecText: try reader.word2VecText()
      case .word2VecBinary: try reader.word2VecBinary()
      case .glove: try reader.glove()
      }
  }
}

/// Reads tables of vectors; nothing is held in memory for rows that are not there.
struct TableReader {
  let stream: ByteStream
  let limits: ReadingLimits
  let most: Int?
  var lines: LineReader

  init(_ stream: ByteStream, _ limits: ReadingLimits, _ most: Int?) {
    self.stream = stream
    self.limits = limits
    self.most = most
    lines = LineReader(stream, limit: limits.lineBytes)
  }

  mutating func word2VecText() throws -> WordVectors {
    let (words, dimensions) = try header(leastRowBytes: { 2 * $0 + 1 })
    var table = WordVectors(dimensions: dimensions)
    while table.words.count < min(words, most ?? words) {
      guard let line = try lines.next() else {
        throw lines.failure(
          "the file ends after \(table.words.count) of the \(words) words that its first line tells of",
          "It is cut off: get it once more, or correct the first line.")
      }
      try row(line, in: &table)
    }
    while most == nil, let line = try lines.next() {
      guard line.fields.isEmpty else {
        throw lines.failure(
          "there is another line after the \(words) words that the first line tells of", "Correct the first line.")
      }
    }
    return table
  }

  mutating func glove() throws -> WordVectors {
    guard let first = try lines.next(), !first.fields.isEmpty else { throw empty() }
    // The first word may have spaces in it; it may be a number itself.
    let numbers = first.fields.reversed().prefix { Float(decimal: $0) != nil }.count
    let dimensions = min(numbers, first.fields.count - 1)
    try check(words: 1, dimensions: dimensions)
    var table = WordVectors(dimensions: dimensions)
    try row(first, in: &table)
    while table.words.count < most ?? .max, let line = try lines.next() {
      // Empty lines at the end do no harm.
      if line.isEmpty, try stream.peek(4096).allSatisfy({ $0 == UInt8(ascii: "\n") }) { break }
      try check(words: table.words.count + 1, dimensions: dimensions)
      try row(line, in: &table)
    }
    return table
  }

  /// The first line of word2vec's formats.
  mutating func header(leastRowBytes: (Int) -> Int) throws -> (words: Int, dimensions: Int) {
    guard let line = try lines.next() else { throw empty() }
    let fields = line.fields.map { $0.text.flatMap { Int($0) } }
    guard fields.count == 2, let words = fields[0], let dimensions = fields[1], words >= 0 else {
      throw lines.failure(
        "the first line does not hold the number of words and the number of dimensions",
        "Files of word2vec begin with such a line; those of GloVe have none: read them with `--as glove`.")
    }
    guard words > 0 else {
      throw lines.failure("the first line tells of no words", "Get the file once more.")
    }
    try check(words: min(words, most ?? words), dimensions: dimensions)
    let least = words.multipliedReportingOverflow(by: leastRowBytes(dimensions))
    if let size = stream.size, least.overflow || least.partialValue > size, most == nil {
      throw lines.failure(
        "the first line tells of \(words) words of \(dimensions) numbers, for which the file's \(size) bytes are too "
          + "few",
        "It is cut off or its first line is wrong: get it once more.")
    }
    return (words, dimensions)
  }

  /// Holds numbers of words and dimensions against the limits.
  func check(words: Int, dimensions: Int) throws {
    guard dimensions >= 1, dimensions <= limits.dimensions else {
      throw lines.failure(
        "vectors have \(dimensions) numbers, where 1 to \(limits.dimensions) are taken",
        "Check the file's format, and name it with `--as`.")
    }
    guard words <= limits.words, words <= limits.numbers / dimensions else {
      throw lines.failure(
        "\(words) words of \(dimensions) numbers are more than is taken, which is \(limits.words) words and "
          + "\(limits.numbers) numbers in all",
        "Read the first words only, with `--most`.")
    }
  }

  /// Adds the word and the numbers of a line.
  private func row(_ line: ArraySlice<UInt8>, in table: inout WordVectors) throws {
    let fields = line.fields
    let dimensions = table.dimensions
    guard fields.count > dimensions, fields.first?.startIndex == line.startIndex else {
      throw lines.failure(
        fields.count > dimensions
          ? "the line begins with a space, where a word belongs"
          : "there are \(max(0, fields.count - 1)) numbers where \(dimensions) belong",
        "The line is cut off or its word is missing: get the file once more.")
    }
    let numbers = fields.suffix(dimensions)
    // Some files of GloVe have words with spaces in them; a number among their parts means a row that is too long.
    let parts = fields.dropLast(dimensions)
    guard parts.count == 1 || !parts.dropFirst().contains(where: { Float(decimal: $0) != nil }) else {
      throw lines.failure(
        "there are more than \(dimensions) numbers", "All lines must have equally many: get the file once more.")
    }
    guard let first = parts.first, let last = parts.last, let word = line[first.startIndex..<last.endIndex].text else {
      throw lines.failure("the word is not UTF-8", "Convert the file to UTF-8, with `iconv` for instance.")
    }
    var vector: [Float] = []
    vector.reserveCapacity(dimensions)
    for (index, field) in numbers.enumerated() {
      guard let number = Float(decimal: field) else {
        let shown = String(decoding: field.prefix(20), as: UTF8.self)
        throw lines.failure(
          "number \(index + 1) of '\(word)' is '\(shown)', which is no finite decimal number",
          "Correct or leave out this line.")
      }
      vector.append(number)
    }
    try add(word, vector, .line(lines.number), to: &table)
  }

  /// Adds a word, which must be new and not too long.
  func add(_ word: String, _ vector: [Float], _ place: EmbeddingsError.Place, to table: inout WordVectors) throws {
    guard word.utf8.count <= limits.wordBytes else {
      throw EmbeddingsError(
        stream.path, place, problem: "the word has more than \(limits.wordBytes) bytes",
        advice: "Check the file's format, and name it with `--as`.")
    }
    guard table.append(word, vector) else {
      throw EmbeddingsError(
        stream.path, place, problem: "the word '\(word)' is there a second time",
        advice: "Leave one of its rows out.")
    }
  }

  private func empty() -> EmbeddingsError {
    EmbeddingsError(stream.path, problem: "the file is empty", advice: "Get it once more.")
  }
}
