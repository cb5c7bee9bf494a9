/// A heading of a document, as a table of contents or a link to it sees it.
package struct Heading: Hashable, Sendable {
  /// The level, 1 to 6.
  package var level: Int

  /// The words without marks.
  package var text: String

  /// The name by which a link leads here (`#slug`), unique in its document.
  package var slug: String

  /// The line of the file on which it begins.
  package var line: Int

  /// The name GitHub gives to a heading of these words.
  ///
  /// Letters in lower case, digits, hyphens and underscores stay, spaces become hyphens, all else goes.
  package static func slug(of text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .control: slug.append("-")
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
        .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
        slug.append(scalar)
      case _ where scalar == "-": slug.append(scalar)
      default: continue
      }
    }
    return String(slug)
  }
}

extension Document {
  /// The headings that stand at the top level of the document, with slugs numbered where words repeat.
  package var headings: [Heading] {
    var used: Set<String> = []
    return blocks.compactMap { block in
      guard case .heading(let level, let content) = block.kind else { return nil }
      let text = content.plainText
      let stem = Heading.slug(of: text)
      var slug = stem
      var number = 0
      while !used.insert(slug).inserted {
        number += 1
        slug = "\(stem)-\(number)"
      }
      return Heading(level: level, text: text, slug: slug, line: block.lines.lowerBound)
    }
  }

  /// The blocks below the first heading with these words, up to the next heading of its level or above.
  ///
  /// - Returns: The heading's line and the blocks, or nil where there is no such heading.
  package func section(titled title: String) -> (line: Int, blocks: ArraySlice<Block>)? {
    for (index, block) in blocks.enumerated() {
      guard case .heading(let level, let content) = block.kind, content.plainText == title else { continue }
      let below = blocks[(index + 1)...]
      let end = below.firstIndex { block in
        guard case .heading(let other, _) = block.kind else { return false }
        return other <= level
      }
      return (block.lines.lowerBound, below[..<(end ?? below.endIndex)])
    }
    return nil
  }
}
