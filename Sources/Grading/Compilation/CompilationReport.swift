internal import Course
internal import Wire

/// Says what the compiler made of a submission that it did not compile.
struct CompilationReport {
  private let compilation: Compilation
  private let functions: [Function]
  private let submission: Submission

  init(_ compilation: Compilation, _ functions: [Function], _ submission: Submission) {
    self.compilation = compilation
    self.functions = functions
    self.submission = submission
  }

  /// Fills in status, explanation and diagnostics.
  ///
  /// - Throws: ``GradingFault`` when it is the harness that is wrong.
  func describe(_ result: Compilation.Result, in verdict: inout Verdict) throws(GradingFault) {
    switch result {
    case .compiled: break
    case .errors(let messages):
      verdict.status = .compileError
      verdict.diagnostics = messages.prefix(50).map(Self.diagnostic)
      let count = messages.count { $0.severity == .error }
      verdict.explanation = "The file does not compile: \(count == 1 ? "1 error" : "\(count) errors")."
    case .harnessErrors(let messages):
      guard !messages.isEmpty else {
        verdict.status = .signatureChanged
        verdict.explanation = unusableText
        return
      }
      if let taken = messages.first(where: { $0.text.contains("multiple definitions of symbol") }) {
        verdict.status = .compileError
        verdict.explanation =
          "The file defines something that the grader needs itself. Remove it. (The compiler says: \(taken.text.shortened))"
        return
      }
      var texts: [String] = []
      for message in messages { texts.append(try explain(message)) }
      verdict.status = .signatureChanged
      var seen: Set<String> = []
      verdict.explanation = texts.filter { seen.insert($0).inserted }.prefix(5).joined(separator: "\n")
    case .stopped(let stop): describe(stop, in: &verdict)
    }
  }

  private func describe(_ stop: Compilation.Stop, in verdict: inout Verdict) {
    switch stop {
    case .time:
      verdict.status = .timedOut
      verdict.explanation =
        "The compiler took too long over this file. Split long expressions into steps with types of their own, and remove large literals."
    case .memory:
      verdict.status = .outOfMemory
      verdict.explanation = "The compiler ran out of memory over this file. Remove large literals and types."
    case .output:
      verdict.status = .outputLimit
      verdict.explanation = "The compiler had more to say than is read. Mend the first errors, and check again."
    case .crash:
      verdict.status = .compileError
      verdict.explanation =
        "The compiler itself crashed over this file. Undo the last change, or write the same thing more plainly."
    }
  }

  /// For declarations over which the compiler crashes when they are handed over, such as one with an `inout` parameter.
  private var unusableText: String {
    let suspects = functions.flatMap { function in
      FunctionDeclaration.all(named: function.name, in: submission.source).filter { $0.text.contains("inout ") }
        .map { "\(function.name) must have the type \(function.type), found is line \($0.line): `\($0.text)`" }
    }
    let details = suspects.isEmpty ? "" : " \(suspects.joined(separator: "; "))."
    return
      "A function is declared in a way in which it cannot be called from outside.\(details) Restore the declarations from the starter."
  }

  /// What a message about the harness says of the student's file.
  private func explain(_ message: CompilerMessage) throws(GradingFault) -> String {
    let line = compilation.harnessLine(message)
    guard let function = functions.first(where: { line.contains("(\"\($0.name)\", ") }) else {
      throw GradingFault(
        "our own part of the program does not compile: line \(message.line), `\(line)`: \(message.text)")
    }
    let found = FunctionDeclaration.all(named: function.name, in: submission.source)
    let expected = "expected is a function \(function.name) of type \(function.type)"
    guard !found.isEmpty else {
      return "The function \(function.name) is missing: \(expected). Restore its declaration from the starter."
    }
    let places = found.map { "line \($0.line): `\($0.text)`" }.joined(separator: "; ")
    let what = found.count > 1 ? "is declared \(found.count) times" : "has another signature"
    return
      "The function \(function.name) \(what): \(expected), found is \(places). Restore its declaration from the starter. "
      + "(The compiler says: \(message.text.shortened))"
  }

  /// A compiler's message as a diagnostic.
  static func diagnostic(_ message: CompilerMessage) -> Diagnostic {
    let severity: Diagnostic.Severity =
      switch message.severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
    return Diagnostic(line: message.line, column: message.column, severity: severity, message: message.text.shortened)
  }
}

/// The declaration of a structure.
struct DeclaredStructure: Hashable {
  let name: String
  let fields: [ValueType.Field]

  /// The fields as Swift declares them.
  var fieldsText: String { fields.map { "\($0.label): \($0.type)" }.joined(separator: ", ") }
}

extension FunctionType {
  /// The structures that a function's type is made of.
  var structures: [DeclaredStructure] { (parameters + [result]).flatMap(\.structures) }
}

extension ValueType {
  /// The structures that a type is made of.
  fileprivate var structures: [DeclaredStructure] {
    switch self {
    case .optional(let inner), .list(let inner): inner.structures
    case .structure(let name, let fields):
      [DeclaredStructure(name: name, fields: fields)] + fields.flatMap(\.type.structures)
    default: []
    }
  }
}
