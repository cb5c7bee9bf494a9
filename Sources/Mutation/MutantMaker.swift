package import JSON

/// Makes mutants of a Swift source file from the compiler's syntax tree.
///
/// The tree is what `swift-frontend -dump-ast -dump-ast-format json` prints about the file: type-checked, places as offsets of bytes.
/// Structures, imports, comments and strings stay as they are. Mutants need not compile; those that do not are for the caller to drop.
package struct MutantMaker {
  private let source: String
  private let tree: SyntaxNode

  /// Takes a source file and its tree.
  package init(source: String, syntaxTree: JSONValue) {
    self.source = source
    self.tree = SyntaxNode(syntaxTree)
  }

  /// Takes a source file and its tree as the compiler prints it.
  package init(source: String, syntaxTree: String) throws(JSONError) {
    self.init(source: source, syntaxTree: try JSONValue.parse(syntaxTree))
  }

  /// The mutants in the order of their places, no two of them the same file.
  package func mutants() -> [Mutant] {
    var collector = EditCollector(source, tree)
    collector.collect()
    let ordered = collector.edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var seen: Set<String> = [source]
    return ordered.compactMap { _, edit in
      let changed = collector.text.replacing(edit.range, with: edit.replacement)
      guard seen.insert(changed).inserted else { return nil }
      let place = collector.text.position(edit.range.lowerBound)
      return Mutant(
        kind: edit.kind, function: edit.function, line: place.line, column: place.column,
        original: collector.text.text(edit.range),
        replacement: edit.replacement, source: changed)
    }
  }
}

/// A change of one range of a file.
struct Edit {
  let kind: Mutant.Kind
  let function: String?
  let range: Range<Int>
  let replacement: String
}
