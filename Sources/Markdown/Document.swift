/// A CommonMark document with front matter and TeX math, as a tree of values.
package struct Document: Hashable, Sendable {
  /// The deepest nesting of blocks and inlines that is read.
  package static let deepestNesting = 100

  /// The size in bytes up to which a document is read.
  package static let largestSize = 4 << 20

  /// The values between the `---` lines at the head; empty where there are none.
  package var frontMatter: FrontMatter

  /// The blocks in their order.
  package var blocks: [Block]

  /// Makes a document of its parts.
  package init(frontMatter: FrontMatter = FrontMatter(), blocks: [Block]) {
    self.frontMatter = frontMatter
    self.blocks = blocks
  }

  /// Reads a whole file: front matter, if its first line is `---`, and CommonMark.
  package init(parsing source: String) throws(MarkdownError) {
    let lines = try SourceLines(source)
    let (frontMatter, body) = try FrontMatter.split(lines)
    self.init(frontMatter: frontMatter, blocks: try CMarkConverter.blocks(of: body))
  }

  /// Reads CommonMark in which `---` on the first line is a rule and not front matter.
  package init(parsingBody source: String) throws(MarkdownError) {
    self.init(blocks: try CMarkConverter.blocks(of: try SourceLines(source)))
  }
}

extension Document {
  /// A link of a document.
  package struct Link: Hashable, Sendable {
    /// Where it leads, as written.
    package var destination: String

    /// The words of the link without marks.
    package var text: String

    /// The line of the file on which it begins.
    package var line: Int
  }

  /// The links in the order of the text, images left out.
  package var links: [Link] {
    var links: [Link] = []
    blocks.walkInlines { inline in
      guard case .link(let destination, _, let content) = inline.kind else { return }
      links.append(Link(destination: destination, text: content.plainText, line: inline.lines.lowerBound))
    }
    return links
  }
}

extension Sequence where Element == Block {
  /// Hands every block, outer before inner, in the order of the text.
  package func walkBlocks(_ body: (Block) -> Void) {
    for block in self {
      body(block)
      block.children.walkBlocks(body)
    }
  }

  /// Hands every inline of every block, outer before inner, in the order of the text.
  package func walkInlines(_ body: (Inline) -> Void) {
    walkBlocks { $0.inlines.walkInlines(body) }
  }
}

extension Sequence where Element == Inline {
  /// Hands every inline, outer before inner, in the order of the text.
  package func walkInlines(_ body: (Inline) -> Void) {
    for inline in self {
      body(inline)
      inline.children.walkInlines(body)
    }
  }
}
