import Foundation
import Markdown
import Testing

/// An example of the CommonMark specification.
private struct Example: Codable {
  var number: Int
  var markdown: String
  var html: String
}

/// The examples, which stand beside the project and not in it.
private enum Examples {
  static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/data/commonmark-0.30-examples.json").standardizedFileURL

  static var isPresent: Bool { FileManager.default.fileExists(atPath: file.path) }

  static func load() throws -> [Example] {
    try JSONDecoder().decode([Example].self, from: Data(contentsOf: file))
  }
}

@Suite struct `The CommonMark specification` {
  @Test(.enabled(if: Examples.isPresent, "../shared/data holds no commonmark-0.30-examples.json"))
  func `all 652 examples keep their meaning in the tree`() throws {
    let examples = try Examples.load()
    #expect(examples.count == 652)
    for example in examples {
      let document = try Document(parsingFragment: example.markdown)
      #expect(HTMLRenderer.render(document) == example.html, "example \(example.number)")
    }
  }

  @Test(.enabled(if: Examples.isPresent, "../shared/data holds no commonmark-0.30-examples.json"))
  func `every node of the examples has lines inside its text`() throws {
    for example in try Examples.load() {
      let document = try Document(parsingBody: example.markdown)
      let count = example.markdown.split(separator: "\n", omittingEmptySubsequences: false).count
      document.blocks.walkBlocks { block in
        #expect(block.lines.lowerBound >= 1 && block.lines.upperBound <= count, "example \(example.number)")
      }
      document.blocks.walkInlines { inline in
        #expect(inline.lines.lowerBound >= 1 && inline.lines.upperBound <= count, "example \(example.number)")
      }
    }
  }
}
