extension EditCollector {
  /// Functions of the toolbox that are mistaken for each other.
  private static let related: [String: [String]] = [
    "tanh": ["sigmoid"], "sigmoid": ["tanh", "logSigmoid"], "logSigmoid": ["sigmoid"],
    "softmax": ["logSoftmax", "sigmoid"], "logSoftmax": ["softmax", "logSigmoid"], "exp": ["log"], "log": ["exp"],
    "relu": ["tanh"], "sqrt": ["exp"],
    "max": ["min"], "min": ["max"], "zeros": ["ones"], "ones": ["zeros"],
  ]

  /// Functions that stay finite where the logarithm of another does not.
  private static let naive = ["logSoftmax": "softmax", "logSigmoid": "sigmoid"]

  /// Functions that do not care about the order of their arguments.
  private static let commutative: Set<String> = ["dot", "max", "min"]

  private func nameRange(_ call: SyntaxNode) -> Range<Int>? {
    guard let last = call["fn"]?.unwrapped.offsets?.lastToken, last < text.count else { return nil }
    return last..<text.endOfToken(at: last)
  }

  /// The name of the function that is called.
  func name(ofFunction call: SyntaxNode) -> String? { nameRange(call).map { text.text($0) } }

  /// Mutants of a call: of the function, and of its arguments.
  mutating func calls(_ node: SyntaxNode) {
    guard let whole = range(node), let function = node["fn"]?.unwrapped, let place = nameRange(node) else { return }
    let name = text.text(place)
    let arguments = node.arguments
    for other in Self.related[name] ?? [] { add(.function, place, other) }
    if let inner = Self.naive[name], let argument = arguments.first.flatMap(source) {
      add(.function, whole, "log(\(inner)(\(argument)))")
    }
    if function.kind == "declref_expr" {
      let type = functions.first { $0.name == name }?.type
      for other in functions where other.type == type && other.name != name { add(.function, place, other.name) }
      for argument in arguments where argument.type == node.type {
        if let value = source(argument) { add(.function, whole, value) }
      }
    } else if ["reversed", "dropFirst", "dropLast"].contains(name), let base = function.arguments.first.flatMap(source)
    {
      add(.bound, whole, base)
    }
    if !Self.commutative.contains(name) { exchange(arguments) }
    for argument in arguments { sign(argument) }
  }

  /// Two arguments of the same type, each in the other's place.
  mutating func exchange(_ arguments: [SyntaxNode]) {
    for (index, second) in arguments.enumerated() {
      for first in arguments[..<index] where first.type == second.type {
        guard let left = range(first), let right = range(second), left.upperBound <= right.lowerBound else { continue }
        let between = text.text(left.upperBound..<right.lowerBound)
        let whole = left.lowerBound..<right.upperBound
        add(.arguments, whole, "\(text.text(right))\(between)\(text.text(left))")
      }
    }
  }
}
