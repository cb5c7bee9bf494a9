/// A source file as bytes, in which the compiler's tree counts.
struct SourceText {
  private let bytes: [UInt8]
  /// The offsets at which the lines begin.
  private let lineStarts: [Int]

  init(_ source: String) {
    let bytes = Array(source.utf8)
    self.bytes = bytes
    lineStarts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  var count: Int { bytes.count }

  /// The text of a range of bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The whole file with another text in place of a range.
  func replacing(_ range: Range<Int>, with text: String) -> String {
    String(decoding: bytes[..<range.lowerBound] + Array(text.utf8) + bytes[range.upperBound...], as: UTF8.self)
  }

  /// Line and column of an offset, counted from 1.
  func position(_ offset: Int) -> (line: Int, column: Int) {
    let line = (lineStarts.firstIndex { $0 > offset } ?? lineStarts.count) - 1
    return (line + 1, offset - lineStarts[line] + 1)
  }

  /// The end of the token that begins at an offset: the tree gives the beginning of a node's last token.
  func endOfToken(at start: Int) -> Int {
    let first = bytes[start]
    if first == UInt8(ascii: "\"") { return endOfString(at: start) }
    if Self.isOperator(first) { return end(start, Self.isOperator) }
    if Self.isDigit(first) { return endOfNumber(at: start) }
    if Self.isWord(first) { return end(start, Self.isWord) }
    return start + 1
  }

  private func end(_ start: Int, _ belongs: (UInt8) -> Bool) -> Int {
    bytes[start...].firstIndex { !belongs($0) } ?? count
  }

  private func endOfNumber(at start: Int) -> Int {
    var end = end(start, Self.isWord)
    // A point belongs to the number if a digit follows, a sign if it follows the e of an exponent.
    while end + 1 < count {
      let isSign = "+-".utf8.contains(bytes[end]) && "eE".utf8.contains(bytes[end - 1])
      guard bytes[end] == UInt8(ascii: ".") || isSign, Self.isDigit(bytes[end + 1]) else { break }
      end = self.end(end + 1, Self.isWord)
    }
    return end
  }

  private func endOfString(at start: Int) -> Int {
    var end = start + 1
    while end < count && bytes[end] != UInt8(ascii: "\"") { end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(end + 1, count)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  /// Letters, digits, `_`, `$`, and all that is not ASCII.
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }

  private static func isOperator(_ byte: UInt8) -> Bool { "/=-+!*%<>&|^~?.".utf8.contains(byte) }
}
