/// Walks a syntax tree and notes what may be changed in it.
struct EditCollector {
  let text: SourceText
  private let tree: SyntaxNode
  /// The functions that the file declares, and their mangled types.
  private(set) var functions: [(name: String, type: String)] = []
  /// The fields of the structures that the file declares, each with those of the same type.
  private(set) var fields: [String: [String]] = [:]
  private(set) var edits: [Edit] = []
  /// The function that is being walked.
  private var function: String?
  /// Its parameters and variables, and their mangled types.
  private(set) var variables: [(name: String, type: String)] = []
  /// Its variables that begin as copies, by what they are copies of.
  private(set) var copies: [String: Set<String>] = [:]

  init(_ source: String, _ tree: SyntaxNode) {
    text = SourceText(source)
    self.tree = tree
  }

  /// Walks all functions and constants of the file.
  mutating func collect() {
    for item in tree.list("items") {
      if item.kind == "func_decl", let name = item.declaredName { functions.append((name, item.interfaceType)) }
      if item.kind == "struct_decl" { noteFields(of: item) }
    }
    for item in tree.list("items") where ["func_decl", "pattern_binding_decl"].contains(item.kind) {
      function = item.declaredName
      variables = item.variables
      copies = [:]
      visit(item)
    }
  }

  private mutating func noteFields(of structure: SyntaxNode) {
    let members = structure.list("members").filter { $0.kind == "var_decl" }
    for member in members {
      guard let name = member.declaredName else { continue }
      let others = members.filter { $0.interfaceType == member.interfaceType }.compactMap(\.declaredName)
      fields[name, default: []] += others.filter { $0 != name }
    }
  }

  /// Notes a change.
  mutating func add(_ kind: Mutant.Kind, _ range: Range<Int>, _ replacement: String) {
    edits.append(Edit(kind: kind, function: function, range: range, replacement: replacement))
  }

  /// The bytes of a node that stands in the source.
  func range(_ node: SyntaxNode) -> Range<Int>? {
    guard let offsets = node.offsets, offsets.lastToken < text.count else { return nil }
    return offsets.start..<text.endOfToken(at: offsets.lastToken)
  }

  /// The source of a node.
  func source(_ node: SyntaxNode) -> String? { range(node).map { text.text($0) } }

  /// The source of a node, in parentheses where something may be put before or behind it otherwise.
  func operand(_ node: SyntaxNode) -> String? {
    let isSimple = !["binary_expr", "prefix_unary_expr", "ternary_expr", "closure_expr"].contains(node.kind)
    return source(node).map { isSimple ? $0 : "(\($0))" }
  }

  /// Visits a node and all below; what is stored to cannot be exchanged for a value.
  mutating func visit(_ node: SyntaxNode, isStored: Bool = false) {
    switch node.kind {
    case "struct_decl", "interpolated_string_literal_expr", "string_literal_expr", "type_expr": return
    case "binary_expr": operators(node)
    case "prefix_unary_expr": signs(node)
    case "integer_literal_expr", "float_literal_expr", "boolean_literal_expr": literals(node)
    case "subscript_expr": subscripts(node)
    case "call_expr": if !node.isImplicit { calls(node) }
    case "member_ref_expr": members(node)
    case "declref_expr": if !isStored { exchangeVariable(node) }
    case "brace_stmt": statements(node)
    case "for_each_stmt": loops(node)
    case "guard_stmt", "if_stmt", "while_stmt": node.list("conditions").forEach { condition($0.unwrapped) }
    case "return_stmt": if let result = node["result"]?.unwrapped { results(result) }
    case "pattern_entry": if let value = node.initialValue { initialValue(value, of: node) }
    case "assign_expr": if let value = node["src"]?.unwrapped { sign(value) }
    default: break
    }
    if !isStored { transposes(node) }
    descend(node, isStored)
  }

  private mutating func initialValue(_ value: SyntaxNode, of binding: SyntaxNode) {
    if value.kind == "declref_expr", let original = source(value), let copy = binding["pattern"]?.declaredName {
      copies[original, default: []].insert(copy)
    }
    sign(value)
  }

  private mutating func descend(_ node: SyntaxNode, _ isStored: Bool) {
    switch node.kind {
    case "inout_expr": if let inner = node["sub_expr"] { visit(inner, isStored: true) }
    case "assign_expr":
      if let destination = node["dest"] { visit(destination, isStored: true) }
      if let value = node["src"] { visit(value) }
    case "subscript_expr", "member_ref_expr":
      // Whatever else has a size has the same one, or its mutant is one of the size: `z.count` for `yHat.count`.
      if let base = node["base"], base.unwrapped.isCall || !isMeasured(node) { visit(base, isStored: isStored) }
      if let arguments = node["args"] { visit(arguments) }
    default: for child in node.children { visit(child) }
    }
  }
}
