/// The lines of a source text as bytes, which know their numbers in the file.
struct SourceLines {
  /// All bytes, with a line feed for every line end.
  private(set) var bytes: [UInt8]

  /// Where each line begins; a text that ends in a line feed has no empty line behind it.
  private let starts: [Int]

  /// The number in the file of the first line, counted from 1.
  let firstLine: Int

  /// Takes a text, of any line ends and with or without a byte order mark.
  init(_ text: String) throws(MarkdownError) {
    var text = text
    text.makeContiguousUTF8()
    guard text.utf8.count <= Document.largestSize else {
      throw MarkdownError(.tooLarge(limit: Document.largestSize), line: 1)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\r") {
        bytes.append(UInt8(ascii: "\n"))
      } else if byte != UInt8(ascii: "\n") || previous != UInt8(ascii: "\r") {
        bytes.append(byte)
      }
      previous = byte
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    self.init(bytes: bytes, firstLine: 1)
  }

  /// Takes bytes in which a line feed stands for every line end.
  init(bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
    var starts = bytes.isEmpty ? [] : [0]
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") && index + 1 < bytes.count {
      starts.append(index + 1)
    }
    self.starts = starts
  }

  /// The number of lines.
  var count: Int { starts.count }

  /// Where the line of the given index, counted from 0, stands in `bytes`, its line feed included.
  func range(_ index: Int) -> Range<Int> {
    starts[index]..<(index + 1 < starts.count ? starts[index + 1] : bytes.count)
  }

  /// The index of the line on which a byte stands.
  func line(at byte: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= byte { low = middle } else { high = middle }
    }
    return low
  }

  /// The line of the given index without white space at its end.
  func trimmedLine(_ index: Int) -> String {
    var line = bytes[range(index)]
    while let last = line.last, last.isWhiteSpace { line.removeLast() }
    return String(decoding: line, as: UTF8.self)
  }

  /// The given lines, which keep their numbers in the file.
  subscript(range: some RangeExpression<Int>) -> SourceLines {
    let range = range.relative(to: 0..<count)
    guard let first = range.first else { return SourceLines(bytes: [], firstLine: firstLine + range.lowerBound) }
    let slice = bytes[self.range(first).lowerBound..<self.range(range.upperBound - 1).upperBound]
    return SourceLines(bytes: Array(slice), firstLine: firstLine + first)
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or a line end.
  var isWhiteSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }

  /// Whether the byte is a digit.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
