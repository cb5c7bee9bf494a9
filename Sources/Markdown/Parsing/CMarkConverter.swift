import CCommonMark

/// Makes the value tree of what cmark parses; the only code that sees cmark.
struct CMarkConverter {
  /// The blocks of a CommonMark text, and what in it begins and never ends.
  static func read(_ source: SourceLines) throws(MarkdownError) -> ([Block], [Document.Unclosed]) {
    var unclosed: [Document.Unclosed] = []
    let mayHoldTables = TableScanner.mayHoldTables(source)
    var mask = MathMask(unmasked: source)
    if source.bytes.contains(UInt8(ascii: "$")) {
      let tree = try Tree(source.bytes, firstLine: source.firstLine)
      let tables = try mayHoldTables ? scanner(of: source).tables(in: tree.textBlocks(), isStrict: false) : []
      let rows = Set(tables.flatMap { $0.header...$0.last })
      let found = MathScanner.scan(source, opaque: tree.opaqueLines(in: source), rows: rows)
      mask = try MathMask(source, spans: found.spans)
      unclosed = found.unclosed
    }
    var tree = try Tree(mask.text, firstLine: source.firstLine)
    let hidden = SourceLines(bytes: mask.text, firstLine: source.firstLine)
    var text = TableText(hidden)
    if mayHoldTables {
      let tables = try scanner(of: hidden).tables(in: tree.textBlocks(), isStrict: true)
      if !tables.isEmpty {
        text = try TableText(hidden, tables: tables)
        tree = try Tree(text.bytes, firstLine: source.firstLine)
      }
    }
    var converter = CMarkConverter(mask: mask, text: text, firstLine: source.firstLine)
    var blocks = try converter.convert(tree)
    if converter.cellCount < text.cellCount {
      // A cell that did not become a heading stands where no table can.
      converter = CMarkConverter(mask: mask, text: TableText(hidden), firstLine: source.firstLine)
      blocks = try converter.convert(try Tree(mask.text, firstLine: source.firstLine))
    }
    return (blocks, unclosed + blocks.openFences(in: source))
  }

  private static func scanner(of source: SourceLines) -> TableScanner {
    TableScanner(source: source) { line throws(MarkdownError) in try Tree(Array(line), firstLine: 1).isText }
  }

  /// A node that is being read, with the children read so far.
  private struct Frame {
    var blocks: [Block] = []
    var inlines: [Inline] = []
    var items: [ListItem] = []
    /// The table whose cells are being read.
    var table: TableAssembly?

    mutating func add(_ block: Block) {
      closeTable()
      if case .blockQuote(let quoted) = block.kind {
        CourseMarks.add(quoted, lines: block.lines, to: &blocks)
      } else {
        blocks.append(block)
      }
    }

    mutating func closeTable() {
      guard let table else { return }
      self.table = nil
      blocks.append(table.block)
    }
  }

  private let mask: MathMask
  private let text: TableText
  private let firstLine: Int
  private var frames = [Frame()]
  /// How many cells of tables were read.
  private var cellCount = 0

  private init(mask: MathMask, text: TableText, firstLine: Int) {
    self.mask = mask
    self.text = text
    self.firstLine = firstLine
  }

  /// Walks the tree without recursion; a frame opens where a node with children begins.
  private mutating func convert(_ tree: borrowing Tree) throws(MarkdownError) -> [Block] {
    let iterator = unsafe cmark_iter_new(tree.root)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else {
        frames[0].closeTable()
        return frames[0].blocks
      }
      guard let node = unsafe cmark_iter_get_node(iterator) else { continue }
      let type = unsafe cmark_node_get_type(node)
      guard type != CMARK_NODE_DOCUMENT else { continue }
      if event == CMARK_EVENT_EXIT {
        var frame = frames.removeLast()
        frame.closeTable()
        unsafe close(node, type, frame)
      } else if unsafe !addLeaf(node, type) {
        frames.append(Frame())
        guard frames.count <= Document.deepestNesting + 1 else {
          throw unsafe MarkdownError(.tooDeep(limit: Document.deepestNesting), line: lines(node).lowerBound)
        }
      }
    }
  }

  /// Adds a node that has no children and so only one event; false for all others.
  private mutating func addLeaf(_ node: OpaquePointer, _ type: cmark_node_type) -> Bool {
    switch type {
    case CMARK_NODE_CODE_BLOCK:
      let info = unsafe string(cmark_node_get_fence_info(node))
      unsafe addBlock(.code(info: info, text: string(cmark_node_get_literal(node))), node)
    case CMARK_NODE_HTML_BLOCK: unsafe addBlock(.html(string(cmark_node_get_literal(node))), node)
    case CMARK_NODE_THEMATIC_BREAK: unsafe addBlock(.thematicBreak, node)
    // The hidden formulas of a text are found when all inlines of its parent are there.
    case CMARK_NODE_TEXT: unsafe addInline(.text(rawString(cmark_node_get_literal(node))), node)
    case CMARK_NODE_SOFTBREAK: unsafe addInline(.softBreak, node)
    case CMARK_NODE_LINEBREAK: unsafe addInline(.lineBreak, node)
    case CMARK_NODE_CODE: unsafe addInline(.code(string(cmark_node_get_literal(node))), node)
    case CMARK_NODE_HTML_INLINE: unsafe addInline(.html(string(cmark_node_get_literal(node))), node)
    default: return false
    }
    return true
  }

  private mutating func close(_ node: OpaquePointer, _ type: cmark_node_type, _ frame: Frame) {
    let content = MathAssembly.assemble(frame.inlines, mask: mask)
    switch type {
    case CMARK_NODE_PARAGRAPH:
      let range = unsafe lines(node)
      addBlock(CourseMarks.kind(ofParagraph: content, lines: range), range)
    case CMARK_NODE_HEADING:
      if let place = unsafe text.place(Int(cmark_node_get_start_line(node)) - 1) {
        addCell(content, place)
        return
      }
      unsafe addBlock(.heading(level: Int(cmark_node_get_heading_level(node)), content), node)
    case CMARK_NODE_BLOCK_QUOTE: unsafe addBlock(.blockQuote(frame.blocks), node)
    case CMARK_NODE_LIST:
      let isOrdered = unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      let start = unsafe isOrdered ? Int(cmark_node_get_list_start(node)) : nil
      let isTight = unsafe cmark_node_get_list_tight(node) != 0
      let range = unsafe lines(node, endingWith: frame.items.last?.lines)
      let list = List(start: start, isTight: isTight, items: frame.items)
      addBlock(.list(list), range)
    case CMARK_NODE_ITEM:
      let range = unsafe lines(node, endingWith: frame.blocks.last?.lines)
      frames[frames.count - 1].items.append(ListItem(frame.blocks, lines: range))
    case CMARK_NODE_EMPH: unsafe addInline(.emphasis(content), node, around: content)
    case CMARK_NODE_STRONG: unsafe addInline(.strong(content), node, around: content)
    case CMARK_NODE_LINK:
      let title = unsafe string(cmark_node_get_title(node))
      let destination = unsafe string(cmark_node_get_url(node))
      unsafe addInline(.link(destination: destination, title: title, content), node, around: content)
    case CMARK_NODE_IMAGE:
      let title = unsafe string(cmark_node_get_title(node))
      let source = unsafe string(cmark_node_get_url(node))
      unsafe addInline(.image(source: source, title: title, content), node, around: content)
    default:
      // Custom nodes, which the parser never makes.
      return
    }
  }

  private mutating func addBlock(_ kind: Block.Kind, _ node: OpaquePointer) { unsafe addBlock(kind, lines(node)) }

  private mutating func addBlock(_ kind: Block.Kind, _ lines: ClosedRange<Int>) {
    frames[frames.count - 1].add(Block(kind, lines: lines))
  }

  private mutating func addCell(_ content: [Inline], _ place: TableText.Place) {
    let span = text.tables[place.table]
    cellCount += 1
    if place.row == 0 && place.column == 0 {
      frames[frames.count - 1].closeTable()
      frames[frames.count - 1].table = TableAssembly(span, firstLine: firstLine)
    }
    frames[frames.count - 1].table?.add(content, line: firstLine + span.rows[place.row], column: place.column)
  }

  private mutating func addInline(_ kind: Inline.Kind, _ node: OpaquePointer, around content: [Inline] = []) {
    // cmark gives an inline with content the line on which it ends.
    let range = unsafe lines(node)
    let first = min(range.lowerBound, content.first?.lines.lowerBound ?? range.lowerBound)
    frames[frames.count - 1].inlines.append(Inline(kind, lines: first...range.upperBound))
  }

  /// The lines of a list or an item, to which cmark counts the blank lines behind it.
  private func lines(_ node: OpaquePointer, endingWith last: ClosedRange<Int>?) -> ClosedRange<Int> {
    let range = unsafe lines(node)
    return range.lowerBound...max(range.lowerBound, last?.upperBound ?? range.lowerBound)
  }

  private func lines(_ node: OpaquePointer) -> ClosedRange<Int> {
    let start = unsafe text.origin(max(1, Int(cmark_node_get_start_line(node))) - 1)
    let end = unsafe text.origin(max(1, Int(cmark_node_get_end_line(node))) - 1)
    return (start + firstLine)...(max(start, end) + firstLine)
  }

  private func string(_ pointer: UnsafePointer<CChar>?) -> String { unsafe mask.unmasked(rawString(pointer)) }

  private func rawString(_ pointer: UnsafePointer<CChar>?) -> String {
    if let pointer = unsafe pointer { unsafe String(cString: pointer) } else { "" }
  }
}

/// A tree of cmark, freed when it goes out of scope.
@safe private struct Tree: ~Copyable {
  let root: OpaquePointer

  init(_ text: [UInt8], firstLine: Int) throws(MarkdownError) {
    // cmark takes its input as C characters; it replaces NUL and invalid UTF-8 by U+FFFD.
    let parsed = unsafe text.withUnsafeBytes { bytes in
      unsafe cmark_parse_document(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, Self.positions)
    }
    guard let root = unsafe parsed else { throw MarkdownError(.outOfMemory, line: firstLine) }
    unsafe self.root = root
  }

  deinit { unsafe cmark_node_free(root) }

  /// Whether there is nothing but running text; a definition of a link leaves no trace in the tree.
  var isText: Bool {
    guard let child = unsafe cmark_node_first_child(root) else { return true }
    return unsafe cmark_node_get_type(child) == CMARK_NODE_PARAGRAPH
  }

  /// The indices of the lines that hold fenced code or HTML blocks, in which no formula is sought.
  func opaqueLines(in source: SourceLines) -> Set<Int> {
    var opaque: Set<Int> = []
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return opaque }
      guard let node = unsafe cmark_iter_get_node(iterator) else { continue }
      let type = unsafe cmark_node_get_type(node)
      guard type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_CODE_BLOCK else { continue }
      let start = unsafe Int(cmark_node_get_start_line(node)) - 1
      let end = unsafe min(Int(cmark_node_get_end_line(node)), source.count)
      guard start >= 0, start < end else { continue }
      if type == CMARK_NODE_CODE_BLOCK {
        // An indented "code block" may be a formula's line that the bare parser misread.
        let column = unsafe Int(cmark_node_get_start_column(node)) - 1
        let line = source.bytes[source.range(start)]
        guard let mark = line.dropFirst(column).first, [0x60, 0x7E].contains(mark) else { continue }  // "`" and "~"
      }
      opaque.formUnion(start..<end)
    }
  }

  /// The paragraphs and the underlined headings, in their order.
  func textBlocks() -> [TextBlock] {
    var blocks: [TextBlock] = []
    var quoteDepth = 0
    var itemColumns = [0]
    let iterator = unsafe cmark_iter_new(root)
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE else { return blocks }
      guard let node = unsafe cmark_iter_get_node(iterator) else { continue }
      let type = unsafe cmark_node_get_type(node)
      if type == CMARK_NODE_ITEM {
        if event == CMARK_EVENT_ENTER {
          itemColumns.append(unsafe Int(cmark_node_get_start_column(cmark_node_first_child(node))) - 1)
        } else {
          itemColumns.removeLast()
        }
      }
      if type == CMARK_NODE_BLOCK_QUOTE { quoteDepth += event == CMARK_EVENT_ENTER ? 1 : -1 }
      guard event == CMARK_EVENT_ENTER, type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING else { continue }
      let start = unsafe Int(cmark_node_get_start_line(node)) - 1
      let end = unsafe Int(cmark_node_get_end_line(node)) - 1
      let column = unsafe Int(cmark_node_get_start_column(node)) - 1
      guard start >= 0, start < end, column >= 0 else { continue }
      blocks.append(
        TextBlock(
          lines: start...end, indentation: column, quoteDepth: quoteDepth, itemColumn: itemColumns.last ?? 0,
          isHeading: type == CMARK_NODE_HEADING))
    }
  }

  /// The option by which cmark keeps line numbers right within inlines.
  private static var positions: Int32 { CMARK_OPT_SOURCEPOS }
}
