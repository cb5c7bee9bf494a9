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
  mutating func loops(_ loop: SyntaxNode) {
    if let filter = loop["where"]?.unwrapped { condition(filter) }
    guard let sequence = loop["parsed_sequence"]?.unwrapped, let place = range(sequence), let value = operand(sequence)
    else { return }
    for change in ["dropFirst()", "dropLast()", "reversed()"] { add(.bound, place, "\(value).\(change)") }
  }
}
