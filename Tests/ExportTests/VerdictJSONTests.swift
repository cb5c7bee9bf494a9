import Course
import Export
import Files
import JSON
import Sandbox
import Testing

@Suite struct `The JSON of a verdict` {
  @Test(arguments: Sample.all)
  func `fits the schema, alone and in an array`(sample: Sample) throws {
    let validator = SchemaValidator(try Schema.read())
    let json = try sample.json()
    #expect(try validator.faults(of: json).isEmpty)
    #expect(try validator.faults(of: .array([json, json])).isEmpty)
  }

  @Test(arguments: Sample.all)
  func `has the schema's fields in the schema's order`(sample: Sample) throws {
    let written = VerdictJSON.value(sample.verdict, seconds: 0.25)
    guard case .object(let members) = written, case .array(let required)? = try Schema.definition("report")["required"]
    else {
      Issue.record("neither is to be found")
      return
    }
    #expect(members.map { JSONValue.string($0.key) } == required)
  }

  @Test func `says what the verdict says`() throws {
    let json = try Sample.failed.json()
    #expect(json["exercise"] == "bptt")
    #expect(json["status"] == "failed")
    #expect(json["score"] == 2 && json["max_score"] == 4.5)
    #expect(json["seconds"] == 0.123)
    #expect(json["misconception"] == .null)
    #expect(json["misconceptions"] == .array([]))
    guard case .array(let checks)? = json["checks"] else {
      Issue.record("there are no checks")
      return
    }
    #expect(checks[0]["case"] == .null)
    #expect(checks[1]["case"]?["student"] == "[0.25, \"NaN\"]")
    #expect(checks[1]["case"]?["index"] == 3)
  }

  @Test func `names one misconception, and all of them`() throws {
    let one = try Sample.misconceived.json()
    // What is read has its keys in order.
    let sign: JSONValue = [
      "checks": .array(["dz", "dWy"]), "explanation": "Every entry has the opposite sign.\nGo downhill.",
      "id": "scores-sign-turned", "lesson": "bptt#the-scores", "title": "The sign of the scores' gradient is turned",
    ]
    #expect(one["misconception"] == sign)
    #expect(one["misconceptions"] == .array([sign]))
    let two = try Sample.misconceivedTwice.json()
    #expect(two["misconception"] == sign)
    guard case .array(let all)? = two["misconceptions"] else {
      Issue.record("there is no list of misconceptions")
      return
    }
    #expect(all.map { $0["id"] } == ["scores-sign-turned", "mean-over-steps"])
  }

  @Test func `does not hold what is hidden`() throws {
    let text = try Sample.hidden.json().compact
    #expect(text.contains(#""expected":null"#) && text.contains(#""output":"""#))
  }
}

@Suite struct `The schema` {
  private static let withoutChecks: JSONValue = [
    "id": "sign", "title": "Sign", "explanation": "", "lesson": "bptt", "checks": .array([]),
  ]

  @Test func `names every status, sandbox and severity that there is`() throws {
    let report = try #require(try Schema.definition("report")["properties"])
    let statuses = Status.allCases.map { JSONValue.string($0.rawValue) }
    #expect(report["status"]?["enum"] == .array(statuses))
    #expect(report["sandbox"]?["enum"] == .array(Tier.allCases.map { .string($0.rawValue) }))
    // A check runs only when the file compiles and can be graded.
    let ofChecks = statuses.filter { $0 != "compile-error" && $0 != "not-gradable" }
    #expect(try Schema.definition("check")["properties"]?["status"]?["enum"] == .array(ofChecks))
    let severities = Diagnostic.Severity.allCases.map { JSONValue.string($0.rawValue) }
    #expect(try Schema.definition("diagnostic")["properties"]?["severity"]?["enum"] == .array(severities))
  }

  @Test func `admits no other field in any object`() throws {
    guard case .object(let definitions)? = try Schema.read()["$defs"] else {
      Issue.record("there are no definitions")
      return
    }
    for definition in definitions {
      #expect(definition.value["additionalProperties"] == false, "\(definition.key)")
      guard case .object(let properties)? = definition.value["properties"],
        case .array(let required)? = definition.value["required"]
      else {
        Issue.record("\(definition.key) is not strict")
        continue
      }
      #expect(Set(properties.map { JSONValue.string($0.key) }) == Set(required), "\(definition.key)")
    }
  }

  @Test(arguments: [
    ("status", JSONValue.string("fine")), ("score", .string("2")), ("score", .integer(-1)), ("sandbox", .null),
    ("seed", .number(0.5)), ("exercise", .string("Bptt")), ("checks", .null), ("misconception", .string("sign")),
    ("misconception", .object([.init("id", "sign")])), ("misconceptions", .null),
    ("misconceptions", .array(["sign"])), ("misconceptions", .array([.object([.init("id", "sign")])])),
    ("misconceptions", .array([Self.withoutChecks])), ("diagnostics", .array([[:]])), ("grade", .integer(1)),
  ])
  func `refuses a report with a wrong field`(key: String, value: JSONValue) throws {
    guard case .object(var members) = try Sample.passed.json() else { return }
    members.removeAll { $0.key == key }
    members.append(JSONValue.Member(key, value))
    let validator = SchemaValidator(try Schema.read())
    #expect(try !validator.faults(of: .object(members)).isEmpty)
  }

  @Test func `refuses a report without one of its fields`() throws {
    guard case .object(let members) = try Sample.failed.json() else { return }
    let validator = SchemaValidator(try Schema.read())
    for member in members {
      #expect(try !validator.faults(of: .object(members.filter { $0 != member })).isEmpty, "\(member.key)")
    }
  }
}

@Suite struct `The validator` {
  @Test func `does not pass over a keyword that it does not know`() {
    #expect(throws: SchemaValidator.Unreadable.self) {
      try SchemaValidator(["type": "string", "maxLength": 3]).faults(of: "abcd")
    }
    #expect(throws: SchemaValidator.Unreadable.self) { try SchemaValidator(["type": "text"]).faults(of: "abcd") }
    #expect(throws: SchemaValidator.Unreadable.self) { try SchemaValidator(["$ref": "#/$defs/x"]).faults(of: 1) }
  }
}

/// The schema in Documentation.
enum Schema {
  static func read() throws -> JSONValue {
    let folder = Files.folder(of: Files.folder(of: Files.folder(of: #filePath)))
    return try JSONValue.parse(try Files.text("\(folder)/Documentation/check.schema.json"))
  }

  static func definition(_ name: String) throws -> JSONValue {
    try #require(try read()["$defs"]?[name])
  }
}
