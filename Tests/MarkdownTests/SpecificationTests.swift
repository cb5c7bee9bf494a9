import Foundation
import Markdown
import Testing

/// An example of the CommonMark specification.
private struct Example: Codable {
  var example: Int
  var markdown: String
  var html: String
}

/// The examples, as Debian's golang-github-yuin-goldmark-dev has them.
private enum Examples {
  static let file = URL(filePath: "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path) }

  static func load() throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
  }
}

@Suite struct `The CommonMark specification` {
  @Test(.enabled(if: Examples.isPresent, "the examples are not here: Scripts/setup --tests"))
  func `all 652 examples keep their meaning in the tree`() throws {
    let examples = try Examples.load()
    #expect(examples.count == 652)
    for example in examples {
      let document = try Document(parsingFragment: example.markdown)
      #expect(HTMLRenderer.render(document) == example.html, "example \(example.example)")
    }
  }

  @Test(.enabled(if: Examples.isPresent, "the examples are not here: Scripts/setup --tests"))
  func `every node of the examples has lines inside its text`() throws {
    for example in try Examples.load() {
      let document = try Document(parsingBody: example.markdown)
      let count = example.markdown.split(separator: "\n", omittingEmptySubsequences: false).count
      document.blocks.walkBlocks { block in
        #expect(block.lines.lowerBound >= 1 && block.lines.upperBound <= count, "example \(example.example)")
      }
      document.blocks.walkInlines { inline in
        #expect(inline.lines.lowerBound >= 1 && inline.lines.upperBound <= count, "example \(example.example)")
      }
    }
  }
}
