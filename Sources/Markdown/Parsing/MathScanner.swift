/// A formula in the source: `$...$` or `$$...$$`.
struct MathSpan: Equatable {
  /// The bytes of the whole span, dollar signs included.
  var range: Range<Int>

  /// Whether the formula stands between double dollar signs.
  var isDisplay: Bool

  /// The number of block quotes around the line on which the span begins.
  var quoteDepth: Int

  /// The bytes between the dollar signs.
  var content: Range<Int> {
    let marks = isDisplay ? 2 : 1
    return (range.lowerBound + marks)..<(range.upperBound - marks)
  }
}

/// Finds the formulas of a CommonMark source, by the rules of Pandoc's `tex_math_dollars`.
///
/// The opening `$` has no white space behind it; the closing one has none before it and no digit behind it, so that "a
/// price of $5 and $6" is no formula. A `\$` neither opens nor closes. No formula begins or ends in code, and none
/// crosses a blank line, a heading, a table's row or the beginning of another list item.
struct MathScanner {
  private let bytes: [UInt8]
  private let source: SourceLines
  private let opaque: Set<Int>
  private let rows: Set<Int>
  private var spans: [MathSpan] = []
  private var unclosed: [Document.Unclosed] = []
  /// The numbers of backticks of which no further run comes, so that no search is made twice.
  private var unmatchedTicks: Set<Int> = []

  /// The formulas in their order, and the dollar signs that begin one which never ends.
  ///
  /// - Parameters:
  ///   - opaque: The indices of lines that hold fenced code or HTML blocks.
  ///   - rows: The indices of lines that are rows of tables.
  static func scan(
    _ source: SourceLines, opaque: Set<Int>, rows: Set<Int>
  ) -> (spans: [MathSpan], unclosed: [Document.Unclosed]) {
    var scanner = MathScanner(source: source, opaque: opaque, rows: rows)
    scanner.scan()
    return (scanner.spans, scanner.unclosed)
  }

  private init(source: SourceLines, opaque: Set<Int>, rows: Set<Int>) {
    self.bytes = source.bytes
    self.source = source
    self.opaque = opaque
    self.rows = rows
  }

  /// Parts the lines into runs that one formula may cover.
  private mutating func scan() {
    var run: Range<Int>?
    for index in 0..<source.count {
      let range = source.range(index)
      let prefix = LinePrefix(bytes[range])
      let standsAlone = prefix.isHeading || rows.contains(index)
      if prefix.isBlank || standsAlone || opaque.contains(index) {
        if let run { scan(run) }
        run = nil
        if standsAlone && !opaque.contains(index) { scan(range) }
      } else {
        run = (run?.lowerBound ?? range.lowerBound)..<range.upperBound
      }
    }
    if let run { scan(run) }
  }

  private mutating func scan(_ run: Range<Int>) {
    unmatchedTicks = []
    let inList = LinePrefix(bytes[run]).hasListMarker
    var quoteDepth = LinePrefix(bytes[run]).quoteDepth
    var index = run.lowerBound
    while index < run.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): index = afterCode(at: index, in: run) ?? afterSame(index, in: run)
      case UInt8(ascii: "\n"):
        index += 1
        if index < run.upperBound { quoteDepth = max(quoteDepth, LinePrefix(bytes[index..<run.upperBound]).quoteDepth) }
      case UInt8(ascii: "$"):
        let open = index..<afterSame(index, in: run)
        let isDisplay = open.count == 2
        let end = isDisplay ? displayEnd(open, in: run) : inlineEnd(open, in: run, inList: inList)
        if let end {
          spans.append(MathSpan(range: open.lowerBound..<end, isDisplay: isDisplay, quoteDepth: quoteDepth))
        } else if isDisplay || (open.count == 1 && open.upperBound < run.upperBound && bytes[open.upperBound].beginsTeX)
        {
          let kind = Document.Unclosed.Kind.formula(isDisplay: isDisplay)
          unclosed.append(Document.Unclosed(kind: kind, line: source.firstLine + source.line(at: open.lowerBound)))
        }
        index = end ?? open.upperBound
      default: index += 1
      }
    }
  }

  /// Where the bytes equal to the one at `index` end.
  private func afterSame(_ index: Int, in run: Range<Int>) -> Int {
    bytes[index..<run.upperBound].firstIndex { $0 != bytes[index] } ?? run.upperBound
  }

  /// Where the code ends that the backticks at `index` begin, or nil where they begin none.
  private mutating func afterCode(at index: Int, in run: Range<Int>) -> Int? {
    let open = index..<afterSame(index, in: run)
    guard !unmatchedTicks.contains(open.count) else { return nil }
    var next = open.upperBound
    while let tick = bytes[next..<run.upperBound].firstIndex(of: UInt8(ascii: "`")) {
      next = afterSame(tick, in: run)
      if next - tick == open.count { return next }
    }
    unmatchedTicks.insert(open.count)
    return nil
  }

  private mutating func displayEnd(_ open: Range<Int>, in run: Range<Int>) -> Int? {
    var index = open.upperBound
    while index + 1 < run.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): index = afterCode(at: index, in: run) ?? afterSame(index, in: run)
      case UInt8(ascii: "$") where bytes[index + 1] == UInt8(ascii: "$"):
        return bytes[open.upperBound..<index].allSatisfy(\.isWhiteSpace) ? nil : index + 2
      default: index += 1
      }
    }
    return nil
  }

  private mutating func inlineEnd(_ open: Range<Int>, in run: Range<Int>, inList: Bool) -> Int? {
    guard open.count == 1, open.upperBound < run.upperBound, !bytes[open.upperBound].isWhiteSpace else { return nil }
    var index = open.upperBound
    while index < run.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "`"): index = afterCode(at: index, in: run) ?? afterSame(index, in: run)
      case UInt8(ascii: "\n"):
        index += 1
        if inList && index < run.upperBound && LinePrefix(bytes[index..<run.upperBound]).hasListMarker { return nil }
      case UInt8(ascii: "$"):
        let next = index + 1 < run.upperBound ? bytes[index + 1] : 0
        let closes = !bytes[index - 1].isWhiteSpace && !next.isDigit && next != UInt8(ascii: "$")
        return closes ? index + 1 : nil
      default: index += 1
      }
    }
    return nil
  }
}

extension UInt8 {
  /// Whether a formula that begins with this byte cannot be a price.
  fileprivate var beginsTeX: Bool {
    (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "\\") || self == UInt8(ascii: "{")
  }
}

/// What stands before the text of a line: white space, block quote marks, a list marker.
struct LinePrefix {
  /// The number of block quote marks.
  private(set) var quoteDepth = 0

  /// Whether a list marker stands before the text.
  private(set) var hasListMarker = false

  /// Whether nothing follows but the line end.
  private(set) var isBlank = false

  /// Whether a heading's number signs follow.
  private(set) var isHeading = false

  /// Reads the prefix of the line with which `bytes` begin.
  init(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let byte = rest.first, byte != UInt8(ascii: "\n") {
      if byte.isWhiteSpace {
        rest.removeFirst()
      } else if byte == UInt8(ascii: ">") {
        quoteDepth += 1
        rest.removeFirst()
      } else if let marker = Self.listMarker(rest) {
        hasListMarker = true
        rest.removeFirst(marker)
      } else {
        let signs = rest.prefix { $0 == UInt8(ascii: "#") }
        isHeading = (1...6).contains(signs.count) && rest.dropFirst(signs.count).first?.isWhiteSpace ?? true
        return
      }
    }
    isBlank = !hasListMarker
  }

  /// The length of the list marker at the head of the bytes.
  private static func listMarker(_ bytes: ArraySlice<UInt8>) -> Int? {
    let digits = bytes.prefix { $0.isDigit }.count
    guard digits <= 9, let mark = bytes.dropFirst(digits).first else { return nil }
    let marks: [UInt8] = digits > 0 ? [0x2E, 0x29] : [0x2A, 0x2B, 0x2D]  // ". )" and "* + -"
    guard marks.contains(mark), bytes.dropFirst(digits + 1).first?.isWhiteSpace ?? true else { return nil }
    return digits + 1
  }
}
