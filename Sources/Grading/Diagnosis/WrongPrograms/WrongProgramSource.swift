internal import Course
internal import Wire

/// One Swift source for all wrong programs of an exercise: the reference, in which every function that some mistake changes has a body for each
/// of its forms, and runs the one that was chosen.
///
/// So several mistakes in several functions can be put together when it runs.
struct WrongProgramSource {
  private let solution: String
  private let functions: [FunctionDeclaration]
  /// The wrong bodies of each function, with the number of the form that each belongs to.
  private var bodies: [String: [(form: Int, text: String)]] = [:]
  /// The names of the forms, in the order of their numbers.
  private var forms: [String] = []

  init(solution: String) {
    self.solution = solution
    functions = FunctionDeclaration.all(in: solution).filter { $0.isAtFileScope && $0.body != nil }
  }

  /// Adds a form of a mistake, and gives the functions whose bodies it changes; forms have the numbers 1, 2, ...
  ///
  /// - Throws: ``UnusableEdit`` when the edit does not apply, or changes anything but the bodies of functions.
  mutating func add(_ form: MistakeForm) throws(UnusableEdit) -> [String] {
    forms.append(form.name)
    guard let edited = form.edit.apply(to: solution) else {
      throw UnusableEdit(
        what: "does not apply exactly once to the solution",
        mend: "Let the lines of its diff block stand once, letter for letter, in the solution")
    }
    let others = FunctionDeclaration.all(in: edited).filter { $0.isAtFileScope && $0.body != nil }
    guard Self.outsides(edited, others) == Self.outsides(solution, functions) else {
      throw UnusableEdit(
        what: "changes more than the bodies of functions",
        mend: "Let it leave declarations and what stands between them alone")
    }
    var changed: [String] = []
    for (mine, other) in zip(functions, others) {
      let (old, new) = (solution.text(in: mine.body), edited.text(in: other.body))
      guard old != new else { continue }
      bodies[mine.name, default: []].append((forms.count, new))
      changed.append(mine.name)
    }
    guard !changed.isEmpty else {
      throw UnusableEdit(what: "changes nothing", mend: "Let the lines after it differ from those before")
    }
    return changed
  }

  /// What stands outside the bodies, in order.
  private static func outsides(_ source: String, _ functions: [FunctionDeclaration]) -> [String] {
    var start = 0
    var parts: [String] = []
    for function in functions {
      guard let body = function.body else { continue }
      parts.append(source.text(in: start..<body.lowerBound))
      start = body.upperBound
    }
    return parts + [source.text(in: start..<source.utf8.count)]
  }

  /// The source, with a function ``choose`` for the numbers of the forms.
  var text: String {
    var result = ""
    var start = 0
    for function in functions {
      guard let body = function.body, let wrong = bodies[function.name] else { continue }
      result += solution.text(in: start..<function.head.lowerBound)
      result += declaration(function, "0", solution.text(in: body)) + "\n"
      result += wrong.map { form, text in
        // So the compiler's messages name the form.
        "#sourceLocation(file: \"\(forms[form - 1])\", line: 1)\n\(declaration(function, "\(form)", text))#sourceLocation()\n\n"
      }.joined()
      result += dispatch(function, wrong.map(\.form))
      start = body.upperBound
    }
    return result + solution.text(in: start..<solution.utf8.count) + "\n" + choice
  }

  /// The declaration of one of a function's bodies.
  private func declaration(_ function: FunctionDeclaration, _ form: String, _ body: String) -> String {
    let beforeName = solution.text(in: function.head.lowerBound..<function.nameRange.lowerBound)
    let afterName = solution.text(in: function.nameRange.upperBound..<function.head.upperBound)
    return "\(beforeName)\(function.name)__\(form)\(afterName)\(body)\n"
  }

  /// The function itself, which runs the chosen body.
  private func dispatch(_ function: FunctionDeclaration, _ forms: [Int]) -> String {
    let call = function.isThrowing ? "return try " : "return "
    let cases = forms.map { "  case \($0): \(call)\(function.name)__\($0)(\(function.forwardedArguments))\n" }
    return
      "nonisolated(unsafe) var \(Self.chosen(function.name)) = 0\n\(solution.text(in: function.head)){\n"
      + "  switch \(Self.chosen(function.name)) {\n\(cases.joined())"
      + "  default: \(call)\(function.name)__0(\(function.forwardedArguments))\n  }\n}"
  }

  /// The function that chooses forms by their numbers, instead of those before.
  private var choice: String {
    let names = functions.map(\.name).filter { bodies[$0] != nil }
    let resets = names.map { "  \(Self.chosen($0)) = 0\n" }
    let cases = forms.indices.map { index in
      let form = index + 1
      let settings = names.filter { bodies[$0]?.contains { $0.form == form } == true }
      return "    case \(form): " + settings.map { "\(Self.chosen($0)) = \(form)" }.joined(separator: "; ") + "\n"
    }
    return
      "func \(Self.choose)(_ forms: [Int]) -> Int {\n\(resets.joined())  for form in forms {\n    switch form {\n"
      + "\(cases.joined())    default: return -1\n    }\n  }\n  return forms.count\n}\n"
  }

  private static func chosen(_ function: String) -> String { "gradus_chosen_\(function)" }

  /// The name of the function that chooses.
  static let choose = "gradus_choose"
}

/// Why an edit makes no wrong program, and what to do.
struct UnusableEdit: Error, Hashable {
  let what: String
  let mend: String
}

extension String {
  /// The text between two places, counted in bytes; empty without them.
  fileprivate func text(in range: Range<Int>?) -> String {
    guard let range else { return "" }
    return String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
