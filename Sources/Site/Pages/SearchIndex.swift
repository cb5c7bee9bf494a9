internal import Course
internal import Markdown

/// What the search looks through: the text of each section, in a script, since a page cannot read other files.
struct SearchIndex {
  /// The entries of one page, as parts of a JavaScript array.
  private(set) var bytes: [UInt8] = []

  /// Goes through the sections of a document.
  init(path: String, title: String, blocks: [Block], headings: [Heading]) {
    var headings = headings[...]
    var section: Heading?
    var text: [UInt8] = []
    func close(_ bytes: inout [UInt8]) {
      guard section != nil || !text.isEmpty else { return }
      bytes += "[".utf8
      Self.quote(Array((path + (section.map { "#" + $0.slug } ?? "")).utf8), &bytes)
      bytes += ",".utf8
      Self.quote(Array(title.utf8), &bytes)
      bytes += ",".utf8
      Self.quote(Array((section?.text ?? "").utf8), &bytes)
      bytes += ",".utf8
      Self.quote(text, &bytes)
      bytes += "],\n".utf8
    }
    for block in blocks {
      if case .heading = block.kind, let heading = headings.popFirst() {
        close(&bytes)
        section = heading
        text = []
      } else {
        Self.append(block, &text)
      }
    }
    close(&bytes)
  }

  /// The script with the entries of all pages.
  static func script(_ pages: [SearchIndex]) -> [UInt8] {
    var bytes = Array("gradusSearchIndex([\n".utf8)
    bytes.reserveCapacity(pages.reduce(64) { $0 + $1.bytes.count })
    for page in pages { bytes += page.bytes }
    bytes += "]);\n".utf8
    return bytes
  }

  private static func append(_ block: Block, _ text: inout [UInt8]) {
    if !text.isEmpty { text.append(UInt8(ascii: " ")) }
    switch block.kind {
    case .math(let tex): append(tex, &text)
    case .code(_, let code): text += code.utf8
    case .table(let table):
      for row in table.allRows {
        for cell in row.cells {
          append(cell, &text)
          text.append(UInt8(ascii: " "))
        }
      }
    case .figure(let figure):
      append(figure.alternative, &text)
      text.append(UInt8(ascii: " "))
      append(figure.caption, &text)
    default:
      append(block.inlines, &text)
      for child in block.children { append(child, &text) }
    }
  }

  private static func append(_ content: [Inline], _ text: inout [UInt8]) {
    for inline in content {
      switch inline.kind {
      case .text(let words), .code(let words): text += words.utf8
      case .math(let tex, _): append(tex, &text)
      case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
      case .html: continue
      default: append(inline.children, &text)
      }
    }
  }

  /// A formula, between marks by which the results show it as one.
  private static func append(_ tex: String, _ text: inout [UInt8]) {
    text.append(0x02)
    text += tex.utf8
    text.append(0x03)
  }

  /// Writes a string literal.
  private static func quote(_ text: [UInt8], _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): bytes.append(UInt8(ascii: " "))
      case 0..<0x20: bytes += [UInt8(ascii: "\\"), UInt8(ascii: "x"), UInt8(ascii: "0") + byte >> 4, hex(byte & 0xF)]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func hex(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
