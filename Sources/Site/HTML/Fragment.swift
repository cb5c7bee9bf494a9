package import Markdown

/// A document as HTML without a page around it.
package enum Fragment {
  /// Writes a document.
  ///
  /// What is plain CommonMark becomes what `cmark --unsafe` makes of it. Tables look as in GitHub's specification.
  ///
  /// - Parameter figures: the computed figures.
  package static func html(_ document: Document, figures: PageFigures = PageFigures()) -> HTMLText {
    var drawn: [String: PageFigure] = [:]
    document.blocks.walkBlocks { block in
      guard case .figure(let figure) = block.kind, let name = figure.name, drawn[name] == nil else { return }
      drawn[name] = figures.figures[name]?()
    }
    var renderer = DocumentRenderer(links: nil, figures: drawn)
    renderer.document(document.blocks, headings: document.headings)
    return renderer.out
  }
}
