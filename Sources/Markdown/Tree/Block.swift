/// A block of a document: a paragraph, a heading, a list and so on, with the lines it came from.
package struct Block: Hashable, Sendable {
  /// What a block is and holds.
  package enum Kind: Hashable, Sendable {
    /// Running text.
    case paragraph([Inline])
    /// A heading of level 1 to 6.
    case heading(level: Int, [Inline])
    /// A block quote that is none of the two kinds below.
    case blockQuote([Block])
    /// A passage set off from the text, `> [!kind] Title`.
    case callout(Callout)
    /// A question with its answer, `> [!question]` and `> [!answer]`.
    case question(Question)
    /// A pipe table.
    case table(Table)
    /// An image alone in its paragraph.
    case figure(Figure)
    /// A bullet list or an ordered list.
    case list(List)
    /// A code block with the words behind its fence (empty for indented code).
    case code(info: String, text: String)
    /// Raw HTML.
    case html(String)
    /// A display formula alone in its paragraph, as TeX without the dollar signs.
    case math(String)
    /// A horizontal rule.
    case thematicBreak
  }

  /// What the block is and holds.
  package var kind: Kind

  /// The lines of the file it covers, counted from 1.
  package var lines: ClosedRange<Int>

  /// Makes a block.
  package init(_ kind: Kind, lines: ClosedRange<Int>) {
    self.kind = kind
    self.lines = lines
  }
}

/// A list with its items.
package struct List: Hashable, Sendable {
  /// The number of the first item, or nil for a bullet list.
  package var start: Int?

  /// Whether the items' paragraphs stand without blank lines between them.
  package var isTight: Bool

  /// The items in their order.
  package var items: [ListItem]

  /// Makes a list.
  package init(start: Int?, isTight: Bool, items: [ListItem]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// An item of a list.
package struct ListItem: Hashable, Sendable {
  /// What the item holds.
  package var blocks: [Block]

  /// The lines of the file it covers, counted from 1.
  package var lines: ClosedRange<Int>

  /// Makes an item.
  package init(_ blocks: [Block], lines: ClosedRange<Int>) {
    self.blocks = blocks
    self.lines = lines
  }
}

extension Block {
  /// The blocks directly inside this one; those of all items for a list.
  package var children: [Block] {
    switch kind {
    case .blockQuote(let blocks): blocks
    case .callout(let callout): callout.blocks
    case .question(let question): question.blocks + (question.answer ?? [])
    case .list(let list): list.items.flatMap(\.blocks)
    case .paragraph, .heading, .table, .figure, .code, .html, .math, .thematicBreak: []
    }
  }

  /// The inlines directly inside this block: of a callout or a question its title, of a figure its caption.
  package var inlines: [Inline] {
    switch kind {
    case .paragraph(let content), .heading(_, let content): content
    case .callout(let callout): callout.title
    case .question(let question): question.title
    case .table(let table): table.allRows.flatMap { $0.cells.flatMap(\.self) }
    case .figure(let figure): figure.caption
    case .blockQuote, .list, .code, .html, .math, .thematicBreak: []
    }
  }
}
