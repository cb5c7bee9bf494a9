extension EditCollector {
  /// A number exchanged for a near one.
  mutating func literals(_ node: SyntaxNode) {
    guard !node.isImplicit, let place = range(node) else { return }
    let written = text.text(place)
    if ["true", "false"].contains(written) {
      add(.constant, place, written == "true" ? "false" : "true")
    } else if let number = Int(written) {
      add(.constant, place, "\(number + 1)")
      if number > 0 { add(.constant, place, "\(number - 1)") }
      if number > 0 && ValueKind(mangled: node.type) == .number { add(.constant, place, "-\(number)") }
    } else if let number = Double(written) {
      add(.constant, place, "\(number + 1)")
      if number != 0 { add(.constant, place, "-\(written)") }
    }
  }

  /// Whether a value is a literal, which has mutants of its own, or zeros.
  private func isUnchangedBySign(_ node: SyntaxNode) -> Bool {
    if ["integer_literal_expr", "float_literal_expr"].contains(node.kind) { return true }
    return node.kind == "call_expr" && name(ofFunction: node) == "zeros"
  }

  /// Whether a node is `rows` or `columns` of something.
  private func isSize(_ node: SyntaxNode) -> Bool { ["rows", "columns"].contains(member(node)) }

  /// Whether a node asks something for its size alone.
  func isMeasured(_ node: SyntaxNode) -> Bool { ["rows", "columns", "count", "indices"].contains(member(node)) }

  /// The name of the member that a node refers to.
  private func member(_ node: SyntaxNode) -> String? {
    guard node.kind == "member_ref_expr", let last = node.offsets?.lastToken, last < text.count else { return nil }
    return text.text(last..<text.endOfToken(at: last))
  }

  /// A value with the other sign.
  mutating func sign(_ node: SyntaxNode) {
    guard !isUnchangedBySign(node), ValueKind(mangled: node.type)?.hasSign ?? false, let place = range(node),
      let value = operand(node)
    else { return }
    add(.constant, place, "-\(value)")
  }

  /// Indices that are one off, and two indices of which each stands in the other's place.
  mutating func subscripts(_ node: SyntaxNode) {
    for argument in node.arguments where ValueKind(mangled: argument.type) == .integer {
      // A literal gets its neighbours anyway.
      if argument.kind != "integer_literal_expr" { shift(argument, .index) }
    }
    exchange(node.arguments)
  }

  /// A member that is left out or exchanged: `.transposed`, and fields for which another one of the same type could stand.
  mutating func members(_ node: SyntaxNode) {
    guard let whole = range(node), let last = node.offsets?.lastToken, let base = node["base"].flatMap(source)
    else { return }
    let place = last..<whole.upperBound
    let name = text.text(place)
    if name == "transposed" {
      add(.transpose, whole, base)
    } else if isSize(node) {
      add(.field, place, name == "rows" ? "columns" : "rows")
    } else {
      for other in fields[name] ?? [] { add(.field, place, other) }
    }
  }

  /// A variable exchanged for another of the same type; the compiler refuses those that are not in sight.
  ///
  /// A copy is no other: where an original may be read, its copy has mostly not been changed yet.
  mutating func exchangeVariable(_ node: SyntaxNode) {
    guard !node.isImplicit, let place = range(node) else { return }
    let name = text.text(place)
    guard variables.contains(where: { $0.name == name }) else { return }
    for other in variables where other.type == node.type && other.name != name {
      if !copies[name, default: []].contains(other.name) { add(.variable, place, other.name) }
    }
  }

  /// A matrix that is transposed although it should not be.
  mutating func transposes(_ node: SyntaxNode) {
    guard ["declref_expr", "member_ref_expr"].contains(node.kind), !node.isImplicit,
      ValueKind(mangled: node.type) == .matrix, let place = range(node)
    else { return }
    let written = text.text(place)
    if !written.hasSuffix(".transposed") { add(.transpose, place, "\(written).transposed") }
  }

  /// A result of zeros, and one with the other sign.
  mutating func results(_ node: SyntaxNode) {
    guard let kind = ValueKind(mangled: node.type), let place = range(node) else { return }
    for zero in kind.zero(like: text.text(place)) where zero != text.text(place) { add(.result, place, zero) }
    sign(node)
  }
}
