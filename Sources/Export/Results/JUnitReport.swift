internal import Course
internal import Terminal

/// Graded files as an XML report of JUnit's kind, which servers for continuous integration show: a suite for each file, a case for each check.
package enum JUnitReport {
  /// The report.
  ///
  /// - Parameter moment: when it was graded, in UTC: `2026-11-20T22:59:00`; where it is not known, the beginning of time.
  package static func text(_ files: [GradedFile], moment: String = "1970-01-01T00:00:00") -> String {
    let suites = files.map { suite($0, moment: moment) }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gradus\">\n\(suites.joined())</testsuites>\n"
  }

  /// A case of a suite and how it came out.
  private struct Case {
    let name: String
    let status: Status
    let message: String
    let words: String
  }

  private static func suite(_ file: GradedFile, moment: String) -> String {
    let verdict = file.verdict
    var cases = verdict.checks.map { check in
      Case(
        name: check.name, status: check.status,
        message: check.message.split(separator: "\n").first.map(String.init) ?? "",
        words: check.words)
    }
    // What happened before any check ran is a case too, so that it is never a suite without a failure.
    if cases.isEmpty {
      cases = [
        Case(name: "can be graded", status: verdict.status, message: verdict.explanation ?? "", words: file.summary)
      ]
    }
    let failures = cases.count { $0.status == .failed || $0.status == .notImplemented }
    let errors = cases.count { $0.status != .passed } - failures
    let attributes: KeyValuePairs = [
      "name": verdict.exercise.rawValue, "tests": "\(cases.count)", "failures": "\(failures)", "errors": "\(errors)",
      "skipped": "0", "time": "\((file.seconds * 1000).rounded() / 1000)", "timestamp": moment,
    ]
    return "  <testsuite\(XMLText.attributes(attributes))>\n" + cases.map { text($0, of: verdict.exercise) }.joined()
      + "  </testsuite>\n"
  }

  private static func text(_ item: Case, of exercise: ExerciseID) -> String {
    let head = "    <testcase\(XMLText.attributes(["name": item.name, "classname": exercise.rawValue, "time": "0"]))"
    if item.status == .passed { return head + "/>\n" }
    let element = item.status == .failed || item.status == .notImplemented ? "failure" : "error"
    let attributes = XMLText.attributes(["message": item.message, "type": item.status.rawValue])
    return head + ">\n      <\(element)\(attributes)>\(XMLText.content(item.words))</\(element)>\n    </testcase>\n"
  }
}

/// Text in XML.
enum XMLText {
  /// Attributes, each with a space before it.
  static func attributes(_ attributes: KeyValuePairs<String, String>) -> String {
    attributes.map { " \($0.key)=\"\(escaped($0.value, isAttribute: true))\"" }.joined()
  }

  /// Text between tags.
  static func content(_ text: String) -> String { escaped(text, isAttribute: false) }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = ""
    // What steers terminals and lines is no character of XML, or turns the text around.
    for scalar in TerminalText.safe(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n" where isAttribute: result += "&#10;"
      case "\t" where isAttribute: result += "&#9;"
      case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
