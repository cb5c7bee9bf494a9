/// The words and marks of a Swift source, without white space, comments and the insides of string literals.
struct SourceWords {
  /// A word, or a single mark such as a brace.
  struct Token {
    let range: Range<Int>
    /// The line, from 1.
    let line: Int
    let isWord: Bool
  }

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private(set) var tokens: [Token] = []

  init(_ source: String) {
    bytes = Array(source.utf8)
    while place < bytes.count { readOne() }
  }

  /// The text of a token.
  func text(_ token: Token) -> String { text(token.range) }

  /// The text between two places, counted in bytes.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Whether a token is the given mark.
  func isMark(_ token: Token, _ mark: Unicode.Scalar) -> Bool {
    !token.isWord && UInt32(bytes[token.range.lowerBound]) == mark.value
  }

  /// Where the line begins in which a token stands.
  func lineStart(of token: Token) -> Int {
    (bytes[..<token.range.lowerBound].lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
  }

  /// How many bytes the source has.
  var count: Int { bytes.count }

  private mutating func readOne() {
    let byte = bytes[place]
    if byte == UInt8(ascii: "\n") {
      line += 1
      place += 1
    } else if starts(with: "//") {
      while place < bytes.count && bytes[place] != UInt8(ascii: "\n") { place += 1 }
    } else if starts(with: "/*") {
      skipComment()
    } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "#") {
      skipString()
    } else if Self.isPartOfWord(byte) {
      let start = place
      while place < bytes.count && Self.isPartOfWord(bytes[place]) { place += 1 }
      tokens.append(Token(range: start..<place, line: line, isWord: true))
    } else {
      if byte > UInt8(ascii: " ") { tokens.append(Token(range: place..<(place + 1), line: line, isWord: false)) }
      place += 1
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private func starts(with text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count where place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") { line += 1 }
      place += 1
    }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        skip(2)
      } else if starts(with: "*/") {
        depth -= 1
        skip(2)
      } else {
        skip(1)
      }
    } while depth > 0 && place < bytes.count
  }

  /// Passes over a string literal with whatever it interpolates, or over a `#` that begins none.
  private mutating func skipString() {
    var hashes = 0
    while place < bytes.count && bytes[place] == UInt8(ascii: "#") {
      hashes += 1
      place += 1
    }
    guard starts(with: "\"") else { return }
    let quotes = starts(with: "\"\"\"") ? 3 : 1
    skip(quotes)
    let marks = [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    let end = [UInt8](repeating: UInt8(ascii: "\""), count: quotes) + marks
    let escape = [UInt8(ascii: "\\")] + marks
    while place < bytes.count {
      if bytes[place...].starts(with: end) { return skip(end.count) }
      if quotes == 1 && bytes[place] == UInt8(ascii: "\n") { return }
      guard bytes[place...].starts(with: escape) else {
        skip(1)
        continue
      }
      skip(escape.count)
      if starts(with: "(") { skipInterpolation() } else { skip(1) }
    }
  }

  private mutating func skipInterpolation() {
    var depth = 0
    repeat {
      switch bytes[place] {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "("):
        depth += 1
        place += 1
      case UInt8(ascii: ")"):
        depth -= 1
        place += 1
      default: skip(1)
      }
    } while depth > 0 && place < bytes.count
  }
}
