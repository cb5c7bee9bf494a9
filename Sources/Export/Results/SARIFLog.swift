internal import Course
package import JSON

/// Graded files as a log of SARIF 2.1.0, which editors and code hosts show beside the lines of a file.
///
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
package enum SARIFLog {
  /// The log.
  package static func value(_ files: [GradedFile], version: String) -> JSONValue {
    let findings = files.flatMap(findings)
    var rules: [Finding] = []
    for finding in findings where !rules.contains(where: { $0.rule == finding.rule }) { rules.append(finding) }
    return [
      "version": "2.1.0",
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "gradus",
              "version": .string(version),
              "rules": .array(
                rules.map { ["id": .string($0.rule), "shortDescription": ["text": .string($0.title)]] }),
            ]
          ],
          "results": .array(
            findings.map { finding in
              [
                "ruleId": .string(finding.rule),
                "ruleIndex": .integer(rules.firstIndex { $0.rule == finding.rule } ?? 0),
                "level": .string(finding.level),
                "message": ["text": .string(finding.message)],
                "locations": [
                  [
                    "physicalLocation": [
                      "artifactLocation": ["uri": .string(uri(finding.path))],
                      "region": region(finding),
                    ]
                  ]
                ],
              ]
            }),
        ]
      ],
    ]
  }

  /// One thing that is wrong, and where.
  private struct Finding {
    var rule: String
    var title: String
    var level = "error"
    var message: String
    var path: String
    var line: Int
    var column: Int?
  }

  private static func findings(_ file: GradedFile) -> [Finding] {
    let verdict = file.verdict
    let declarations = Declarations(of: file.source)
    let lineCount = max(1, file.source.split(separator: "\n", omittingEmptySubsequences: false).count)
    var findings = verdict.diagnostics.map { diagnostic in
      Finding(
        rule: "compiler", title: "The Swift compiler and runtime", level: diagnostic.severity.rawValue,
        message: diagnostic.message, path: file.path, line: min(max(1, diagnostic.line), lineCount),
        column: max(1, diagnostic.column))
    }
    for (number, check) in verdict.checks.enumerated() where check.status != .passed {
      let line = check.counterexample.flatMap { declarations.function(named: $0.function)?.line }
      findings.append(
        Finding(
          rule: "\(verdict.exercise)/check-\(number + 1)", title: check.name,
          message: check.words.isEmpty ? check.status.rawValue : check.words, path: file.path, line: line ?? 1))
    }
    for misconception in verdict.misconceptions {
      let name = verdict.checks.first { misconception.checks.contains($0.name) }?.counterexample?.function
      findings.append(
        Finding(
          rule: "\(verdict.exercise)/\(misconception.id)", title: misconception.title,
          message: "\(misconception.title)\n\(misconception.explanation)", path: file.path,
          line: name.flatMap { declarations.function(named: $0)?.line } ?? 1))
    }
    if findings.isEmpty, verdict.status != .passed {
      let words = verdict.explanation ?? verdict.status.rawValue
      findings.append(
        Finding(
          rule: "\(verdict.exercise)/graded", title: "The file can be graded", message: words, path: file.path, line: 1)
      )
    }
    return findings
  }

  private static func region(_ finding: Finding) -> JSONValue {
    guard let column = finding.column else { return ["startLine": .integer(finding.line)] }
    return ["startLine": .integer(finding.line), "startColumn": .integer(column)]
  }

  /// The path as a reference of a URI: everything but plain characters in percent.
  private static func uri(_ path: String) -> String {
    let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    return path.utf8.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return plain.contains(byte) ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
