internal import JSON

/// A node of the tree that the compiler prints with `-dump-ast -dump-ast-format json`: the file as it was type-checked.
struct SyntaxNode {
  private let json: JSONValue

  init(_ json: JSONValue) { self.json = json }

  /// What the node is: `binary_expr`, `for_each_stmt` and so on.
  var kind: String {
    if case .string(let kind)? = json["_kind"] { kind } else { "" }
  }

  /// The mangled type of an expression.
  var type: String {
    if case .string(let type)? = json["type"] { type } else { "" }
  }

  /// The mangled type of a declaration.
  var interfaceType: String {
    if case .string(let type)? = json["interface_type"] { type } else { "" }
  }

  /// Whether the compiler added the node.
  var isImplicit: Bool { json["implicit"] == .boolean(true) }

  /// The offsets of the first byte, and of the last token's first byte.
  var offsets: (start: Int, lastToken: Int)? {
    guard case .integer(let start)? = json["range"]?["start"], case .integer(let end)? = json["range"]?["end"],
      0 <= start && start <= end
    else { return nil }
    return (start, end)
  }

  /// The name that a declaration introduces.
  var declaredName: String? {
    if case .string(let name)? = json["name"]?["base_name"]?["name"] { name } else { nil }
  }

  /// The node under a key.
  subscript(_ key: String) -> SyntaxNode? {
    guard let value = json[key], case .object = value else { return nil }
    return SyntaxNode(value)
  }

  /// Whether the node calls something.
  var isCall: Bool { kind == "call_expr" }

  /// The nodes in the list under a key.
  func list(_ key: String) -> [SyntaxNode] {
    guard case .array(let values)? = json[key] else { return [] }
    return values.map { SyntaxNode($0) }
  }

  /// All nodes right below, but for what the compiler made of a loop and for what stands there twice.
  var children: [SyntaxNode] {
    guard case .object(let members) = json else { return [] }
    return members.filter { !Self.notSource.contains($0.key) }.flatMap { member in
      if member.key == "original_init" && json["processed_init"] != nil { return [SyntaxNode]() }
      return switch member.value {
      case .array: list(member.key)
      case .object: [SyntaxNode(member.value)]
      default: []
      }
    }
  }

  /// The parameters and variables that a function declares, with their mangled types.
  var variables: [(name: String, type: String)] {
    guard case .object(let members) = json, !isImplicit else { return [] }
    if ["parameter", "pattern_named"].contains(kind), let declaredName {
      return [(declaredName, type + interfaceType)]
    }
    return members.flatMap { member -> [(name: String, type: String)] in
      switch member.value {
      case .array: list(member.key).flatMap(\.variables)
      case .object: SyntaxNode(member.value).variables
      default: []
      }
    }
  }

  private static let notSource: Set<String> = [
    "accessors", "attrs", "builtin_initializer", "captures", "convert_element_expr", "decl", "element_expr",
    "function_ref", "initializer", "iterator_var", "name", "next_call", "params", "pattern", "range",
  ]

  /// The expression without the conversions that the compiler put around it.
  var unwrapped: SyntaxNode {
    guard isImplicit, let inner = self["sub_expr"] else { return self }
    return inner.unwrapped
  }

  /// The expressions that are the arguments of a call, a subscript or an operator.
  var arguments: [SyntaxNode] {
    self["args"]?.list("args").compactMap { $0["expr"]?.unwrapped } ?? []
  }

  /// What a loop goes through.
  var sequence: SyntaxNode? {
    guard let parsed = self["parsed_sequence"]?.unwrapped else { return nil }
    if parsed.offsets != nil { return parsed }
    // A mere name has its place only where the compiler asks it for an iterator.
    return self["iterator_var"]?.list("pattern_entries").first?.initialValue?["fn"]?.arguments.first
  }

  /// What a binding sets a variable to.
  var initialValue: SyntaxNode? { (self["processed_init"] ?? self["original_init"])?.unwrapped }
}

/// The types of values for which mutants are known.
enum ValueKind {
  case integer, number, boolean, vector, matrix, list

  init?(mangled type: String) {
    switch type {
    case "$sSiD": self = .integer
    case "$sSdD": self = .number
    case "$sSbD": self = .boolean
    case _ where type.hasSuffix("6VectorVD"): self = .vector
    case _ where type.hasSuffix("6MatrixVD"): self = .matrix
    case _ where type.hasPrefix("$sSay") && type.hasSuffix("GD"): self = .list
    default: return nil
    }
  }

  /// Whether a minus sign makes sense before it.
  var hasSign: Bool { self == .number || self == .vector || self == .matrix }

  /// A value of zeros of the same shape as `text`.
  func zero(like text: String) -> [String] {
    switch self {
    case .integer, .number: ["0"]
    case .boolean: ["true", "false"]
    case .vector: ["Vector.zeros((\(text)).count)"]
    case .matrix: ["Matrix.zeros((\(text)).rows, (\(text)).columns)"]
    case .list: ["[]"]
    }
  }
}
