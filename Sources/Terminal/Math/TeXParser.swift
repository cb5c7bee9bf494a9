/// A formula as a tree.
indirect enum TeX: Hashable, Sendable {
  case symbol(String, MathKind)
  case space(Int)
  /// A space of the source, which has no meaning in TeX but tells how the author sees a product.
  case gap
  case group([TeX])
  case scripted(TeX?, below: [TeX]?, above: [TeX]?)
  case fraction([TeX], [TeX])
  case root([TeX])
  case accent(Unicode.Scalar, [TeX])
  case grid(Grid)

  /// Rows of cells between delimiters.
  struct Grid: Hashable, Sendable {
    var rows: [[[TeX]]]
    var open: String
    var close: String
    /// How columns are aligned, `l`, `c` or `r`; those beyond are centred.
    var columns: String
  }
}

/// Reads the part of TeX's math that the terminal can show.
struct TeXParser {
  private enum Token: Hashable {
    case command(String)
    case character(Character)
    case space
  }

  /// What keeps a formula from being shown: a command that has no form in Unicode, or braces that do not match.
  private struct Unsupported: Error {}

  private static let deepest = 40

  private var tokens: ArraySlice<Token>
  private var depth = 0

  /// The tree of a formula; nil where something in it cannot be shown.
  static func parse(_ tex: String) -> [TeX]? {
    var parser = TeXParser(tokens: tokens(tex)[...])
    guard let nodes = try? parser.list(until: []), parser.tokens.isEmpty else { return nil }
    return nodes
  }

  private static func tokens(_ tex: String) -> [Token] {
    var tokens: [Token] = []
    var rest = Substring(tex)
    while let first = rest.popFirst() {
      if first == "\\" {
        let name = rest.prefix { $0.isASCII && $0.isLetter }
        if name.isEmpty {
          tokens.append(.command(rest.popFirst().map(String.init) ?? ""))
        } else {
          tokens.append(.command(String(name)))
          rest = rest.dropFirst(name.count)
        }
      } else if first.isWhitespace {
        if tokens.last != .space { tokens.append(.space) }
      } else if first == "%" {
        rest = rest.drop { !$0.isNewline }
      } else {
        tokens.append(.character(first))
      }
    }
    return tokens
  }

  private mutating func list(until ends: Set<Token>) throws(Unsupported) -> [TeX] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Unsupported() }
    var nodes: [TeX] = []
    while let token = tokens.first, !ends.contains(token) {
      tokens.removeFirst()
      switch token {
      case .space: nodes.append(.gap)
      case .character("^"), .character("_"): try script(isAbove: token == .character("^"), &nodes)
      case .character("{"): nodes.append(.group(try group()))
      case .character("}"), .character("&"): throw Unsupported()
      case .character("~"): nodes.append(.space(1))
      case .character(let character):
        let (text, kind) = TeXSymbols.character(character)
        nodes.append(.symbol(text, kind))
      case .command(let name): nodes.append(try command(name))
      }
    }
    return nodes
  }

  /// What stands between an opening brace, which has been read, and its closing one.
  private mutating func group() throws(Unsupported) -> [TeX] {
    let nodes = try list(until: [.character("}")])
    guard tokens.popFirst() != nil else { throw Unsupported() }
    return nodes
  }

  /// A command's argument: a group, or a single symbol.
  private mutating func argument() throws(Unsupported) -> [TeX] {
    while tokens.first == .space { tokens.removeFirst() }
    switch tokens.popFirst() {
    case .character("{"): return try group()
    case .command(let name): return [try command(name)]
    case .character(let character) where !"}^_&".contains(character):
      let (text, kind) = TeXSymbols.character(character)
      return [.symbol(text, kind)]
    default: throw Unsupported()
    }
  }

  /// The text of a command's argument, taken as it stands.
  private mutating func word() throws(Unsupported) -> String {
    while tokens.first == .space { tokens.removeFirst() }
    guard tokens.popFirst() == .character("{") else { throw Unsupported() }
    var text = ""
    while let token = tokens.popFirst() {
      switch token {
      case .character("}"): return text
      case .character(let character): text.append(character)
      case .space: text += " "
      case .command(let name) where name.count == 1: text += name == "," ? " " : name
      case .command: throw Unsupported()
      }
    }
    throw Unsupported()
  }

  private mutating func script(isAbove: Bool, _ nodes: inout [TeX]) throws(Unsupported) {
    let script = try argument()
    while nodes.last == .gap { nodes.removeLast() }
    var node = nodes.popLast()
    if case .scripted(let base, let below, let above)? = node {
      guard isAbove ? above == nil : below == nil else { throw Unsupported() }
      node = .scripted(base, below: isAbove ? below : script, above: isAbove ? script : above)
    } else {
      node = .scripted(node, below: isAbove ? nil : script, above: isAbove ? script : nil)
    }
    if let node { nodes.append(node) }
  }

  private mutating func command(_ name: String) throws(Unsupported) -> TeX {
    if let width = TeXSymbols.space(name) { return .space(width) }
    if let mark = TeXSymbols.accent(name) { return .accent(mark, try argument()) }
    switch name {
    case "frac", "tfrac", "dfrac": return .fraction(try argument(), try argument())
    case "sqrt": return .root(try argument())
    case "text", "textrm", "mbox": return .symbol(try word(), .ordinary)
    case "mathrm", "mathit", "mathbf", "mathsf", "mathcal", "boldsymbol": return .group(try argument())
    case "operatorname":
      if tokens.first == .character("*") { tokens.removeFirst() }
      return .symbol(try word(), .function)
    case "mathbb":
      guard let letter = TeXSymbols.doubleStruck(try word()) else { throw Unsupported() }
      return .symbol(letter, .ordinary)
    case "left", "bigl", "Bigl", "biggl", "Biggl": return .symbol(try delimiter(), .opening)
    case "right", "bigr", "Bigr", "biggr", "Biggr": return .symbol(try delimiter(), .closing)
    case "displaystyle", "textstyle", "limits", "nolimits": return .space(0)
    case "begin": return try environment()
    default: break
    }
    guard let (text, kind) = TeXSymbols.symbol(name) else { throw Unsupported() }
    return .symbol(text, kind)
  }

  private mutating func delimiter() throws(Unsupported) -> String {
    while tokens.first == .space { tokens.removeFirst() }
    switch tokens.popFirst() {
    case .character("."): return ""
    case .character(let character): return String(character)
    case .command(let name):
      guard let (text, _) = TeXSymbols.symbol(name) else { throw Unsupported() }
      return text
    default: throw Unsupported()
    }
  }

  private mutating func environment() throws(Unsupported) -> TeX {
    let name = try word()
    var grid: TeX.Grid
    switch name {
    case "pmatrix": grid = TeX.Grid(rows: [], open: "(", close: ")", columns: "")
    case "bmatrix": grid = TeX.Grid(rows: [], open: "[", close: "]", columns: "")
    case "vmatrix": grid = TeX.Grid(rows: [], open: "|", close: "|", columns: "")
    case "matrix", "smallmatrix": grid = TeX.Grid(rows: [], open: "", close: "", columns: "")
    case "cases": grid = TeX.Grid(rows: [], open: "{", close: "", columns: "ll")
    case "aligned", "align*", "split": grid = TeX.Grid(rows: [], open: "", close: "", columns: "rlrlrlrl")
    case "array": grid = TeX.Grid(rows: [], open: "", close: "", columns: try word().filter { "lcr".contains($0) })
    default: throw Unsupported()
    }
    var row: [[TeX]] = []
    while true {
      row.append(try list(until: [.character("&"), .command("\\"), .command("end")]))
      switch tokens.popFirst() {
      case .character("&"): continue
      case .command("\\"):
        grid.rows.append(row)
        row = []
      case .command("end"):
        guard try word() == name else { throw Unsupported() }
        let isEmpty = row.allSatisfy { $0.allSatisfy { $0 == .gap } }
        if !isEmpty { grid.rows.append(row) }
        return .grid(grid)
      default: throw Unsupported()
      }
    }
  }
}
