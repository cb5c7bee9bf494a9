/// The functions that a source file declares at file scope, found by reading lines.
///
/// Only for messages: what a function's type really is, the compiler says.
enum SourceDeclarations {
  /// The line and the declaration of each function of the given name.
  static func functions(named name: String, in source: String) -> [(line: Int, text: String)] {
    var found: [(Int, String)] = []
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard let keyword = line.range(ofWord: "func"), !line[..<keyword.lowerBound].contains("//") else { continue }
      let rest = line[keyword.upperBound...].drop { $0 == " " }
      guard rest.prefix(while: { $0.isLetter || $0.isNumber || $0 == "_" }) == name else { continue }
      var text = ""
      for following in lines[index...].prefix(8) {
        let part = following.prefix { $0 != "{" }
        text += (text.isEmpty ? "" : " ") + part.trimmed
        if part.count < following.count { break }
      }
      found.append((index + 1, text.trimmed))
    }
    return found
  }
}

extension Substring {
  fileprivate func range(ofWord word: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) {
        let end = index(start, offsetBy: word.count)
        let before = start == startIndex || !self[index(before: start)].isLetter
        if before && end < endIndex && self[end] == " " { return start..<end }
      }
      start = index(after: start)
    }
    return nil
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[start...last])
  }
}
