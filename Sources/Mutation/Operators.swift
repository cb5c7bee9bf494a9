extension EditCollector {
  /// What an operator is exchanged for.
  private static let exchanges: [String: (Mutant.Kind, [String])] = [
    "+": (.arithmetic, ["-", "*"]), "-": (.arithmetic, ["+"]), "*": (.arithmetic, ["/", "+"]),
    "/": (.arithmetic, ["*"]), "%": (.arithmetic, ["/"]), ".*": (.arithmetic, ["+", "-"]),
    "+=": (.arithmetic, ["-="]), "-=": (.arithmetic, ["+="]), "*=": (.arithmetic, ["/="]), "/=": (.arithmetic, ["*="]),
    "<": (.comparison, ["<=", ">"]), "<=": (.comparison, ["<", ">="]), ">": (.comparison, [">=", "<"]),
    ">=": (.comparison, [">", "<="]), "==": (.comparison, ["!="]), "!=": (.comparison, ["=="]),
    "&&": (.comparison, ["||"]), "||": (.comparison, ["&&"]), "..<": (.bound, ["..."]), "...": (.bound, ["..<"]),
  ]

  /// The operator of a unary or binary expression, and where it stands.
  private func sign(of node: SyntaxNode) -> (name: String, range: Range<Int>)? {
    var function = node["fn"]?.unwrapped
    // An operator that is a member of a type stands in a call that names the type.
    while let inner = function, inner.kind == "dot_syntax_call_expr" { function = inner["fn"]?.unwrapped }
    guard let function, let start = function.offsets?.start, start < text.count else { return nil }
    let range = start..<text.endOfToken(at: start)
    return (text.text(range), range)
  }

  /// Mutants of an expression with a binary operator.
  mutating func operators(_ node: SyntaxNode) {
    guard let (name, place) = sign(of: node), let whole = range(node), node.arguments.count == 2 else { return }
    let (left, right) = (node.arguments[0], node.arguments[1])
    let exchange = Self.exchanges[name]
    for other in exchange?.1 ?? [] { add(exchange?.0 ?? .arithmetic, place, other) }
    switch name {
    case "+=", "-=", "*=", "/=":
      add(.accumulation, place, "=")
      sign(right)
    case "+", "-", "*", "/", "%", ".*", "&&", "||":
      if let rest = source(left) { add(.term, whole, rest) }
      if let rest = name == "-" ? operand(right).map({ "-" + $0 }) : source(right) { add(.term, whole, rest) }
      if ["-", "/"].contains(name), let first = operand(left), let second = operand(right) {
        add(.arithmetic, whole, "\(second) \(name) \(first)")
      }
    case "..<", "...": bounds(left, right)
    default: break
    }
  }

  /// A range that begins or ends one further or one earlier.
  private mutating func bounds(_ left: SyntaxNode, _ right: SyntaxNode) {
    for bound in [left, right] {
      guard ValueKind(mangled: bound.type) == .integer else { continue }
      shift(bound, .bound)
    }
  }

  /// An integer that is one more, and one that is one less.
  mutating func shift(_ node: SyntaxNode, _ kind: Mutant.Kind) {
    guard let place = range(node) else { return }
    for change in ["+ 1", "- 1"] { add(kind, place, "\(text.text(place)) \(change)") }
  }

  /// A minus sign or a negation that is gone.
  mutating func signs(_ node: SyntaxNode) {
    guard let (name, _) = sign(of: node), let whole = range(node), let inner = node.arguments.first.flatMap(source)
    else { return }
    switch name {
    case "-": add(.arithmetic, whole, inner)
    case "!": add(.comparison, whole, inner)
    default: break
    }
  }

  /// A condition turned round, one that always holds, and one that never does.
  mutating func condition(_ node: SyntaxNode) {
    guard ValueKind(mangled: node.type) == .boolean, let place = range(node) else { return }
    for replacement in ["!(\(text.text(place)))", "true", "false"] { add(.comparison, place, replacement) }
  }
}
