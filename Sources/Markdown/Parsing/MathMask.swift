/// Hides formulas from a CommonMark parser, which would take `_`, `*`, `\` and the like in them for its own marks.
///
/// Every visible ASCII character of a formula is replaced by a character of a block of the private use plane that the
/// document does not use; the dollar signs become four marks of the same block. The lines stay as they are, so that line
/// numbers, block quotes and lists come out right. What the parser finds to be code, HTML or a link's destination
/// is given back as it was.
struct MathMask {
  /// A mark that stands for dollar signs.
  enum Mark: UInt32 {
    case openInline = 1
    case closeInline, openDisplay, closeDisplay

    /// The dollar signs it stands for.
    var dollars: String {
      switch self {
      case .openInline, .closeInline: "$"
      case .openDisplay, .closeDisplay: "$$"
      }
    }
  }

  /// The text with its formulas hidden.
  private(set) var text: [UInt8]

  /// The scalar value with which the block begins; 0 where nothing is hidden.
  private let base: UInt32

  /// A mask that hides nothing.
  init(unmasked source: SourceLines) {
    text = source.bytes
    base = 0
  }

  /// Hides the given formulas.
  init(_ source: SourceLines, spans: [MathSpan]) throws(MarkdownError) {
    let used = Set(String(decoding: source.bytes, as: UTF8.self).unicodeScalars.map { $0.value >> 8 })
    guard let block = (UInt32(0xF00)...0xFFE).first(where: { !used.contains($0) }) else {
      throw MarkdownError(.noMarkLeft, line: source.firstLine)
    }
    base = spans.isEmpty ? 0 : block << 8
    text = []
    var index = 0
    for span in spans {
      text += source.bytes[index..<span.range.lowerBound]
      append(span.isDisplay ? .openDisplay : .openInline)
      hide(source.bytes[span.content], quoteDepth: span.quoteDepth)
      append(span.isDisplay ? .closeDisplay : .closeInline)
      index = span.range.upperBound
    }
    text += source.bytes[index...]
  }

  private mutating func append(_ mark: Mark) { append(offset: mark.rawValue) }

  private mutating func append(offset: UInt32) {
    // Four bytes of UTF-8; the block lies in 0xF0000...0xFFEFF, so that the first byte is 0xF3.
    let value = base + offset
    text += [0xF3, UInt8(0x80 | value >> 12 & 0x3F), UInt8(0x80 | value >> 6 & 0x3F), UInt8(0x80 | value & 0x3F)]
  }

  /// Appends the hidden bytes; quote marks at the head of a line that belong to the blocks around stay visible.
  private mutating func hide(_ bytes: ArraySlice<UInt8>, quoteDepth: Int) {
    var quotesLeft = 0
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        quotesLeft = quoteDepth
        text.append(byte)
      } else if byte == UInt8(ascii: ">") && quotesLeft > 0 {
        quotesLeft -= 1
        text.append(byte)
      } else if (0x21...0x7E).contains(byte) {
        quotesLeft = 0
        append(offset: UInt32(byte))
      } else {
        if !byte.isWhiteSpace { quotesLeft = 0 }
        text.append(byte)
      }
    }
  }

  /// The mark that a character is, if it is one.
  func mark(_ scalar: Unicode.Scalar) -> Mark? {
    guard base != 0, scalar.value >= base else { return nil }
    return Mark(rawValue: scalar.value - base)
  }

  /// The character for which another stands.
  func unmasked(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard base != 0, (base..<(base + 0x80)).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value - base))
  }

  /// A text with nothing hidden, dollar signs in their places.
  func unmasked(_ text: String) -> String {
    guard base != 0 else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if let mark = mark(scalar) { result += mark.dollars } else { result.unicodeScalars.append(unmasked(scalar)) }
    }
    return result
  }
}
