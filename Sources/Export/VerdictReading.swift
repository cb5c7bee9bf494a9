package import Course
package import JSON

extension VerdictJSON {
  /// Reads a verdict back from its JSON; nil where it is none.
  package static func verdict(_ json: JSONValue) -> Verdict? {
    guard let id = json["exercise"]?.text.flatMap(ExerciseID.init(rawValue:)), let status = status(json),
      let score = json["score"]?.real, let maximum = json["max_score"]?.real, let seed = json["seed"]?.whole,
      let checks = json["checks"]?.items, let diagnostics = json["diagnostics"]?.items,
      let misconceptions = json["misconceptions"]?.items
    else { return nil }
    let message = json["message"]?.text ?? ""
    var verdict = Verdict(
      exercise: id, status: status, score: score, maxScore: maximum, seed: UInt64(bitPattern: Int64(seed)),
      sandbox: json["sandbox"]?.text ?? "", explanation: message.isEmpty ? nil : message,
      output: json["output"]?.text ?? "")
    for item in checks {
      guard let check = check(item, seed: verdict.seed) else { return nil }
      verdict.checks.append(check)
    }
    verdict.diagnostics = diagnostics.compactMap(diagnostic)
    verdict.misconceptions = misconceptions.compactMap(misconception)
    return verdict
  }

  private static func status(_ json: JSONValue) -> Status? { json["status"]?.text.flatMap(Status.init(rawValue:)) }

  private static func check(_ json: JSONValue, seed: UInt64) -> CheckResult? {
    guard let name = json["name"]?.text, let status = status(json), let points = json["points"]?.real,
      let maximum = json["max_points"]?.real
    else { return nil }
    return CheckResult(
      name: name, status: status, points: points, maxPoints: maximum, message: json["message"]?.text ?? "",
      counterexample: json["case"].flatMap { counterexample($0, seed: seed) })
  }

  private static func counterexample(_ json: JSONValue, seed: UInt64) -> Counterexample? {
    guard let function = json["function"]?.text, let index = json["index"]?.whole else { return nil }
    return Counterexample(
      function: function, arguments: json["arguments"]?.items.compactMap(\.text) ?? [], student: json["student"]?.text,
      expected: json["expected"]?.text, difference: json["difference"]?.text, seed: seed, index: index)
  }

  private static func misconception(_ json: JSONValue) -> NamedMisconception? {
    guard let id = json["id"]?.text, let title = json["title"]?.text, let lesson = json["lesson"]?.text else {
      return nil
    }
    return NamedMisconception(
      id: id, title: title, explanation: json["explanation"]?.text ?? "", lesson: lesson,
      checks: json["checks"]?.items.compactMap(\.text) ?? [])
  }

  private static func diagnostic(_ json: JSONValue) -> Diagnostic? {
    guard let line = json["line"]?.whole, let column = json["column"]?.whole, let message = json["message"]?.text,
      let severity = json["severity"]?.text.flatMap(Diagnostic.Severity.init(rawValue:))
    else { return nil }
    return Diagnostic(line: line, column: column, severity: severity, message: message)
  }
}

extension JSONValue {
  fileprivate var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  fileprivate var whole: Int? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  fileprivate var real: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  fileprivate var items: [JSONValue] {
    guard case .array(let items) = self else { return [] }
    return items
  }
}
