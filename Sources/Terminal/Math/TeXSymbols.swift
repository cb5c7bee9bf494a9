/// How a symbol stands to its neighbours.
enum MathKind: Hashable, Sendable {
  /// A letter, a number or anything that stands for a value.
  case ordinary
  /// A sign that belongs to what follows, such as the one of a partial derivative.
  case prefix
  /// An operation between two values.
  case binary
  /// A relation between two sides.
  case relation
  case opening
  case closing
  case punctuation
  /// The name of a function.
  case function
  /// A sum, a product or an integral.
  case large
}

/// What TeX's commands look like in Unicode.
enum TeXSymbols {
  /// The symbol of a command without its backslash.
  static func symbol(_ command: String) -> (String, MathKind)? {
    if let letter = greek[command] { return (letter, .ordinary) }
    if let sign = ordinary[command] { return (sign, .ordinary) }
    if let sign = binary[command] { return (sign, .binary) }
    if let sign = relations[command] { return (sign, .relation) }
    if let sign = large[command] { return (sign, .large) }
    if let sign = opening[command] { return (sign, .opening) }
    if let sign = closing[command] { return (sign, .closing) }
    if prefixes[command] != nil { return (prefixes[command] ?? "", .prefix) }
    if functions.contains(command) { return (command, .function) }
    return nil
  }

  /// How wide the space of a command is; nil for a command that makes none.
  static func space(_ command: String) -> Int? {
    switch command {
    case ",", ":", ";", " ", ">": 1
    case "!": 0
    case "quad": 2
    case "qquad": 4
    default: nil
    }
  }

  /// The combining mark of an accent.
  static func accent(_ command: String) -> Unicode.Scalar? {
    switch command {
    case "hat", "widehat": "\u{302}"
    case "tilde", "widetilde": "\u{303}"
    case "bar", "overline": "\u{304}"
    case "dot": "\u{307}"
    case "ddot": "\u{308}"
    case "vec": "\u{20D7}"
    default: nil
    }
  }

  /// The kind of a character that is no command, and what is shown for it.
  static func character(_ character: Character) -> (String, MathKind) {
    switch character {
    case "-": ("−", .binary)
    case "+": ("+", .binary)
    case "*": ("∗", .binary)
    case "=", "<", ">", ":": (String(character), .relation)
    case "(", "[": (String(character), .opening)
    case ")", "]": (String(character), .closing)
    case ",", ";": (String(character), .punctuation)
    case "'": ("′", .ordinary)
    case "/", "|", ".", "!": (String(character), .ordinary)
    default: (String(character), .ordinary)
    }
  }

  /// A letter of `\mathbb`; nil where there is none.
  static func doubleStruck(_ text: String) -> String? {
    let table = ["C": "ℂ", "E": "𝔼", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ", "1": "𝟙"]
    return table[text]
  }

  private static let greek = [
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
    "rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
    "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
  ]

  private static let ordinary = [
    "infty": "∞", "ell": "ℓ", "top": "⊤", "perp": "⊥", "emptyset": "∅", "dots": "…", "ldots": "…", "cdots": "⋯",
    "vdots": "⋮", "ddots": "⋱", "prime": "′", "%": "%", "#": "#", "&": "&", "$": "$", "_": "_", "backslash": "\\",
    "Vert": "‖", "|": "‖", "vert": "|", "hbar": "ℏ", "checkmark": "✓",
  ]

  private static let prefixes = ["partial": "∂", "nabla": "∇", "forall": "∀", "exists": "∃", "neg": "¬", "lnot": "¬"]

  private static let binary = [
    "cdot": "·", "times": "×", "odot": "⊙", "oplus": "⊕", "otimes": "⊗", "circ": "∘", "pm": "±", "mp": "∓", "cup": "∪",
    "cap": "∩", "setminus": "∖", "wedge": "∧", "vee": "∨", "ast": "∗", "div": "÷",
  ]

  private static let relations = [
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "sim": "∼", "simeq": "≃",
    "equiv": "≡", "propto": "∝", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂", "subseteq": "⊆", "to": "→",
    "rightarrow": "→", "leftarrow": "←", "gets": "←", "mapsto": "↦", "Rightarrow": "⇒", "Leftarrow": "⇐", "iff": "⇔",
    "Leftrightarrow": "⇔", "mid": "|", "ll": "≪", "gg": "≫", "implies": "⇒", "parallel": "∥", "colon": ":",
  ]

  private static let large = ["sum": "∑", "prod": "∏", "int": "∫", "bigcup": "⋃", "bigcap": "⋂"]

  private static let opening = [
    "{": "{", "lVert": "‖", "lvert": "|", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈", "lbrace": "{",
  ]

  private static let closing = [
    "}": "}", "rVert": "‖", "rvert": "|", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉", "rbrace": "}",
  ]

  private static let functions: Set<String> = [
    "log", "ln", "exp", "tanh", "sinh", "cosh", "sin", "cos", "tan", "max", "min", "arg", "argmax", "argmin", "sup",
    "inf", "lim", "det", "dim", "ker", "Pr", "gcd",
  ]
}
