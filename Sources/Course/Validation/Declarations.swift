/// The functions that a Swift file declares at file scope, as far as their lines show them.
///
/// A function counts whose `func` stands at the beginning of a line, behind nothing but attributes and modifiers; so the
/// file must be indented as is usual. Comments of several lines and literals of several lines are passed over. Nothing
/// else of Swift is understood.
package struct Declarations: Hashable, Sendable {
  /// A function.
  package struct Function: Hashable, Sendable {
    /// The name without its argument labels.
    package let name: String

    /// The declaration up to its brace, with single spaces: `func f(_ x: Vector) -> Vector`.
    package let declaration: String

    /// The line of `func`, counted from 1.
    package let line: Int

    /// Whether the function is `private` or `fileprivate`.
    package let isPrivate: Bool
  }

  /// The functions in the order of the file.
  package let functions: [Function]

  /// The functions that others may call, in the order of the file.
  package var visible: [Function] { functions.filter { !$0.isPrivate } }

  /// Reads the declarations of a Swift source.
  package init(of source: String) {
    var functions: [Function] = []
    var scanner = LineScanner()
    let lines = source.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let isCode = scanner.isCode
      scanner.pass(line)
      guard isCode, let head = Head(line) else { continue }
      let declaration = Self.declaration(lines[index...])
      guard let name = Self.name(line[head.nameStart...]) else { continue }
      functions.append(
        Function(name: name, declaration: declaration, line: index + 1, isPrivate: head.isPrivate))
    }
    self.functions = functions
  }

  /// The function of this name.
  package func function(named name: String) -> Function? { functions.first { $0.name == name } }

  /// The words from a line on, up to the brace, without comments at line ends and with single spaces.
  private static func declaration(_ lines: ArraySlice<Substring>) -> String {
    var words: [Substring] = []
    for line in lines {
      let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
      let brace = code.firstIndex(of: "{")
      words += code[..<(brace ?? code.endIndex)].split(whereSeparator: \.isWhitespace)
      if brace != nil { break }
    }
    return words.joined(separator: " ")
      .replacing("( ", with: "(").replacing(" )", with: ")").replacing(",)", with: ")")
  }

  /// The name with which a text begins: an identifier, perhaps in backticks, or an operator.
  private static func name(_ text: Substring) -> String? {
    if text.first == "`" { return text.dropFirst().firstIndex(of: "`").map { String(text[..<$0].dropFirst()) } }
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    if !name.isEmpty { return String(name) }
    let sign = text.prefix { !$0.isWhitespace && $0 != "(" }
    return sign.isEmpty ? nil : String(sign)
  }

  /// What stands before a function's name.
  private struct Head {
    var isPrivate = false
    var nameStart: String.Index

    init?(_ line: Substring) {
      guard let first = line.first, !first.isWhitespace else { return nil }
      nameStart = line.startIndex
      while true {
        let word = line[nameStart...].prefix { !$0.isWhitespace }
        nameStart = line[word.endIndex...].firstIndex { !$0.isWhitespace } ?? line.endIndex
        if word == "func" { return }
        guard nameStart < line.endIndex, word.first == "@" || Self.modifiers.contains(String(word)) else { return nil }
        if word == "private" || word == "fileprivate" { isPrivate = true }
      }
    }

    private static let modifiers: Set = [
      "private", "fileprivate", "internal", "package", "public", "nonisolated", "prefix", "postfix", "infix",
    ]
  }

  /// Tells whether a line begins in code, in a comment of several lines or in a literal of several lines.
  private struct LineScanner {
    private var commentDepth = 0
    private var isInLiteral = false

    var isCode: Bool { commentDepth == 0 && !isInLiteral }

    mutating func pass(_ line: Substring) {
      var rest = line.unicodeScalars[...]
      var isInString = false
      while let first = rest.first {
        let pair = String(rest.prefix(2))
        if isInLiteral || (commentDepth == 0 && rest.starts(with: "\"\"\"".unicodeScalars)) {
          let isMark = rest.starts(with: "\"\"\"".unicodeScalars)
          if isMark { isInLiteral.toggle() }
          rest = rest.dropFirst(isMark ? 3 : first == "\\" ? 2 : 1)
        } else if commentDepth > 0 {
          if pair == "*/" { commentDepth -= 1 } else if pair == "/*" { commentDepth += 1 }
          rest = rest.dropFirst(pair == "*/" || pair == "/*" ? 2 : 1)
        } else if isInString {
          if first == "\"" { isInString = false }
          rest = rest.dropFirst(first == "\\" ? 2 : 1)
        } else if pair == "//" {
          return
        } else {
          if pair == "/*" { commentDepth += 1 } else if first == "\"" { isInString = true }
          rest = rest.dropFirst(pair == "/*" ? 2 : 1)
        }
      }
    }
  }
}
