extension [Block] {
  /// The code blocks behind a fence that no fence closes.
  func openFences(in source: SourceLines) -> [Document.Unclosed] {
    var found: [Document.Unclosed] = []
    walkBlocks { block in
      guard case .code(_, let text) = block.kind else { return }
      let first = Fence(source.bytes[source.range(block.lines.lowerBound - source.firstLine)])
      // Of indented code, the first line is part of the text.
      guard first.length >= 3, !text.utf8.starts(with: first.line) else { return }
      let last = Fence(source.bytes[source.range(block.lines.upperBound - source.firstLine)])
      let isClosed =
        block.lines.count > 1 && last.isAlone && last.mark == first.mark && last.length >= first.length
      if !isClosed { found.append(Document.Unclosed(kind: .fence, line: block.lines.lowerBound)) }
    }
    return found
  }
}

/// The backticks or tildes of a line, behind what stands for the blocks around it.
private struct Fence {
  var mark: UInt8 = 0
  var length = 0
  /// Whether nothing stands behind them.
  var isAlone = false
  /// They and what stands behind them.
  var line: ArraySlice<UInt8> = []

  init(_ line: ArraySlice<UInt8>) {
    // A list's mark may stand before a fence that opens, never before one that closes; both hold no backtick or tilde.
    guard let start = line.firstIndex(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }) else { return }
    mark = line[start]
    self.line = line[start...]
    let rest = line[start...].drop { $0 == mark }
    length = line.endIndex - start - rest.count
    isAlone = rest.allSatisfy(\.isWhiteSpace)
  }
}
