/// Holds a text against the grammar of RFC 8259, to say where it departs from it and what was expected there.
///
/// Foundation's decoder says neither on Linux, accepts a comma before a closing bracket, and silently drops one of two equal
/// keys, so that every text passes here first.
struct SyntaxCheck {
  /// The deepest nesting that passes, within what Foundation's decoder takes.
  static let deepest = 256

  private let bytes: [UInt8]
  private var position = 0
  private let firstLine: Int

  /// Checks a text whose first line has the given number.
  static func check(_ bytes: [UInt8], firstLine: Int = 1) throws(JSONError) {
    var check = SyntaxCheck(bytes: bytes, firstLine: firstLine)
    try check.requireUTF8()
    try check.value(depth: 0)
    check.skipSpace()
    if check.next != nil { throw check.unexpected("the end") }
  }

  private init(bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }

  private mutating func value(depth: Int) throws(JSONError) {
    skipSpace()
    switch next {
    case UInt8(ascii: "["): try array(depth: depth)
    case UInt8(ascii: "{"): try object(depth: depth)
    case UInt8(ascii: "\""): try string()
    case _ where isDigit || next == UInt8(ascii: "-"): try number()
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    default: throw unexpected("a value")
    }
  }

  private mutating func array(depth: Int) throws(JSONError) {
    try open(depth)
    if skip("]") { return }
    repeat { try value(depth: depth + 1) } while try another(before: "]")
  }

  private mutating func object(depth: Int) throws(JSONError) {
    try open(depth)
    if skip("}") { return }
    var keys: Set<ArraySlice<UInt8>> = []
    repeat {
      skipSpace()
      let start = position
      guard next == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      try string()
      let key = bytes[start + 1..<position - 1]
      guard keys.insert(key).inserted else {
        throw JSONError(.repeatedKey(String(decoding: key, as: UTF8.self)), at: place(of: start))
      }
      guard skip(":") else { throw unexpected("':'") }
      try value(depth: depth + 1)
    } while try another(before: "}")
  }

  private mutating func open(_ depth: Int) throws(JSONError) {
    guard depth < Self.deepest else { throw JSONError(.tooDeep(limit: Self.deepest), at: place(of: position)) }
    position += 1
  }

  /// Whether a comma follows; if not, the closing bracket must.
  private mutating func another(before close: Unicode.Scalar) throws(JSONError) -> Bool {
    if skip(",") { return true }
    guard skip(close) else { throw unexpected("',' or '\(close)'") }
    return false
  }

  private mutating func string() throws(JSONError) {
    position += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte < 0x20 { throw unexpected("an escape") }
      if byte == UInt8(ascii: "\\") { try escape() } else { position += 1 }
    }
    guard next != nil else { throw unexpected("'\"'") }
    position += 1
  }

  private mutating func escape() throws(JSONError) {
    let start = position
    position += 1
    guard let letter = next, "\"\\/bfnrtu".utf8.contains(letter) else {
      throw unexpected("one of \" \\ / b f n r t u")
    }
    position += 1
    guard letter == UInt8(ascii: "u") else { return }
    let first = try hexadecimal()
    guard 0xD800...0xDFFF ~= first else { return }
    if first < 0xDC00, skipExactly("\\u"), 0xDC00...0xDFFF ~= (try hexadecimal()) { return }
    throw JSONError(.unexpected(found: "half of one", expected: "a surrogate pair"), at: place(of: start))
  }

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw unexpected("four hexadecimal digits")
      }
      code = code * 16 + UInt32(digit)
      position += 1
    }
    return code
  }

  private mutating func number() throws(JSONError) {
    let start = position
    if next == UInt8(ascii: "-") { position += 1 }
    if next == UInt8(ascii: "0") {
      position += 1
      if isDigit { throw unexpected("no digit after a leading 0") }
    } else {
      try digits()
    }
    if next == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    guard let number = Double(String(decoding: bytes[start..<position], as: UTF8.self)), number.isFinite else {
      throw JSONError(.outOfRange, at: place(of: start))
    }
  }

  private mutating func digits() throws(JSONError) {
    guard isDigit else { throw unexpected("a digit") }
    while isDigit { position += 1 }
  }

  private mutating func word(_ word: StaticString) throws(JSONError) {
    guard skipExactly("\(word)") else { throw unexpected("\(word)") }
  }
}

extension SyntaxCheck {
  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private var isDigit: Bool { next.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  private mutating func skipExactly(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func requireUTF8() throws(JSONError) {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let wrong = zip(bytes, text.utf8).enumerated().first(where: { $0.element.0 != $0.element.1 }) else { return }
    let found = "the byte 0x" + String(wrong.element.0, radix: 16, uppercase: true)
    throw JSONError(.unexpected(found: found, expected: "UTF-8"), at: place(of: wrong.offset))
  }

  private func unexpected(_ expected: String) -> JSONError {
    let rest = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    let found = rest.unicodeScalars.first.map { $0.value < 0x20 ? "a control character" : "'\($0)'" } ?? "the end"
    return JSONError(.unexpected(found: found, expected: expected), at: place(of: position))
  }

  private func place(of position: Int) -> JSONError.Place {
    let before = bytes[..<position]
    let line = before.reduce(firstLine) { $1 == 0x0A ? $0 + 1 : $0 }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[start..<position], as: UTF8.self).unicodeScalars.count + 1
    return .position(line: line, column: column)
  }
}
