extension EditCollector {
  /// Statements of a block that are gone: all but declarations and returns.
  mutating func statements(_ block: SyntaxNode) {
    guard !block.isImplicit else { return }
    for statement in block.list("elements").map(\.unwrapped) {
      guard let place = range(statement) else { continue }
      switch statement.kind {
      case "assign_expr", "for_each_stmt", "while_stmt", "guard_stmt", "if_stmt": add(.statement, place, "")
      case "call_expr", "binary_expr": if statement.type == "$sytD" { add(.statement, place, "") }
      default: break
      }
    }
  }

  /// A loop without its first or last round, or the other way round, and one whose condition is another.
  ///
  /// The other way round only where a round leaves something for the next: sums and independent entries know no order.
  mutating func loops(_ loop: SyntaxNode) {
    if let filter = loop["where"]?.unwrapped { condition(filter) }
    guard let sequence = loop.sequence, let place = range(sequence), let value = operand(sequence) else { return }
    for change in ["dropFirst()", "dropLast()"] { add(.bound, place, "\(value).\(change)") }
    if loop["body"].map(leavesSomething) ?? false { add(.bound, place, "\(value).reversed()") }
  }

  /// Whether a loop's body sets a variable anew, or appends to a list.
  private func leavesSomething(_ node: SyntaxNode) -> Bool {
    if node.kind == "assign_expr", node["dest"]?.unwrapped.kind == "declref_expr" { return true }
    if node.kind == "call_expr", name(ofFunction: node) == "append" { return true }
    return node.children.contains(where: leavesSomething)
  }
}
