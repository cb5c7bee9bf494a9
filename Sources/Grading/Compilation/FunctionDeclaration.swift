/// A function that a source file declares, found by reading its words: what its type really is, the compiler says.
struct FunctionDeclaration {
  let name: String
  /// The line of the word `func`, from 1.
  let line: Int
  /// The declaration up to its body, modifiers included, on one line.
  let text: String
  /// Whether it stands at file scope.
  let isAtFileScope: Bool
  /// From the word `func` up to the body, counted in bytes.
  let head: Range<Int>
  /// The name, within the head.
  let nameRange: Range<Int>
  /// The body with its braces; nil where there is none.
  let body: Range<Int>?
  /// How a call of the same function from within a function with the same parameters writes its arguments.
  let forwardedArguments: String
  /// Whether calls are marked with `try`.
  let isThrowing: Bool
  /// All words in the body.
  let bodyWords: Set<String>

  /// The functions of a source, in its order.
  static func all(in source: String) -> [FunctionDeclaration] {
    let words = SourceWords(source)
    var found: [FunctionDeclaration] = []
    var depth = 0
    for (index, token) in words.tokens.enumerated() {
      if words.isMark(token, "{") { depth += 1 }
      if words.isMark(token, "}") { depth -= 1 }
      guard token.isWord, words.text(token) == "func",
        let declaration = FunctionDeclaration(words, at: index, isAtFileScope: depth == 0)
      else { continue }
      found.append(declaration)
    }
    return found
  }

  /// Those of the given name.
  static func all(named name: String, in source: String) -> [FunctionDeclaration] {
    all(in: source).filter { $0.name == name }
  }

  private init?(_ words: SourceWords, at index: Int, isAtFileScope: Bool) {
    let tokens = words.tokens
    guard index + 1 < tokens.count, tokens[index + 1].isWord else { return nil }
    name = words.text(tokens[index + 1])
    nameRange = tokens[index + 1].range
    line = tokens[index].line
    self.isAtFileScope = isAtFileScope

    var parentheses = 0
    var parameters: [[SourceWords.Token]] = []
    var isPastParameters = false
    var isThrowing = false
    var opening: Int?
    search: for (place, token) in tokens.enumerated().dropFirst(index + 2) {
      switch words.text(token) {
      case "(", "[":
        parentheses += 1
        if parentheses == 1 && !isPastParameters { parameters.append([]) }
      case ")", "]":
        parentheses -= 1
        if parentheses == 0 { isPastParameters = true }
      case "{" where parentheses == 0:
        opening = place
        break search
      case "," where parentheses == 1 && !isPastParameters: parameters.append([])
      case "throws", "rethrows": isThrowing = isThrowing || parentheses == 0
      case "func" where token.isWord, "}" where parentheses == 0: break search
      default:
        if parentheses == 1 && !isPastParameters { parameters[parameters.count - 1].append(token) }
      }
    }
    self.isThrowing = isThrowing
    forwardedArguments = parameters.compactMap { Self.argument(for: $0, words) }.joined(separator: ", ")

    let start = tokens[index].range.lowerBound
    let headEnd = opening.map { tokens[$0].range.lowerBound } ?? Self.endOfLine(of: tokens[index], words)
    head = start..<headEnd
    let lines = words.text(words.lineStart(of: tokens[index])..<headEnd).split(separator: "\n")
    text = lines.map(\.trimmed).joined(separator: " ").trimmed
    guard let opening else {
      body = nil
      bodyWords = []
      return
    }
    var depth = 0
    var end = words.count
    var inside: Set<String> = []
    for token in tokens[opening...] {
      if words.isMark(token, "{") { depth += 1 }
      if words.isMark(token, "}") { depth -= 1 }
      if token.isWord { inside.insert(words.text(token)) }
      guard depth == 0 else { continue }
      end = token.range.upperBound
      break
    }
    body = headEnd..<end
    bodyWords = inside
  }

  /// What hands a parameter on: `x` for `_ x: Vector`, `by: x` for `by x: Vector`, `&x` for `_ x: inout Vector`.
  private static func argument(for parameter: [SourceWords.Token], _ words: SourceWords) -> String? {
    guard let colon = parameter.firstIndex(where: { words.isMark($0, ":") }) else { return nil }
    let names = parameter[..<colon].map(words.text)
    guard let label = names.first, let name = names.last else { return nil }
    let isInOut = parameter[colon...].contains { words.text($0) == "inout" }
    return "\(label == "_" ? "" : "\(label): ")\(isInOut ? "&" : "")\(name)"
  }

  private static func endOfLine(of token: SourceWords.Token, _ words: SourceWords) -> Int {
    let rest = words.text(token.range.lowerBound..<words.count)
    return token.range.lowerBound + rest.prefix { $0 != "\n" }.utf8.count
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
