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

  /// What begins and never ends, in the order of the lines.
  ///
  /// CommonMark takes dollar signs without an end for text, and lets code without an end go on to the end of the file;
  /// both are hardly ever meant.
  package var unclosed: [Unclosed]

  /// Makes a document of its parts.
  package init(frontMatter: FrontMatter = FrontMatter(), blocks: [Block], unclosed: [Unclosed] = []) {
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.unclosed = unclosed
  }

  /// Reads a whole file: front matter, if its first line is `---`, and CommonMark.
  package init(parsing source: String) throws(MarkdownError) {
    let lines = try SourceLines(source)
    let (frontMatter, body) = try FrontMatter.split(lines)
    let (blocks, unclosed) = try CMarkConverter.read(body)
    self.init(frontMatter: frontMatter, blocks: blocks, unclosed: unclosed)
  }

  /// Reads CommonMark in which `---` on the first line is a rule and not front matter.
  package init(parsingBody source: String) throws(MarkdownError) {
    let (blocks, unclosed) = try CMarkConverter.read(try SourceLines(source))
    self.init(blocks: blocks, unclosed: unclosed)
  }

  /// Reads any CommonMark text, as it may come from elsewhere.
  ///
  /// What stands between `---` lines at the head is front matter where it is a map that is not empty. Otherwise the lines
  /// are rules and underlined headings, as CommonMark has it.
  package init(parsingFragment source: String) throws(MarkdownError) {
    let lines = try SourceLines(source)
    var (frontMatter, body) = (FrontMatter(), lines)
    if let parts = try? FrontMatter.split(lines), !parts.0.entries.isEmpty { (frontMatter, body) = parts }
    let (blocks, unclosed) = try CMarkConverter.read(body)
    self.init(frontMatter: frontMatter, blocks: blocks, unclosed: unclosed)
  }
}

extension Document {
  /// A mark that begins something which never ends.
  package struct Unclosed: Hashable, Sendable {
    /// What begins.
    package enum Kind: Hashable, Sendable {
      /// A code block behind a fence.
      case fence
      /// A formula behind `$` or `$$`.
      case formula(isDisplay: Bool)
    }

    /// What begins.
    package var kind: Kind

    /// The line of the file, counted from 1.
    package var line: Int

    /// Makes one.
    package init(kind: Kind, line: Int) {
      self.kind = kind
      self.line = line
    }
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
