internal import CSV
internal import Charts
internal import Course
internal import Gradebook
internal import Site

/// Where the lessons are that a report leads to.
package struct LessonLinks: Hashable, Sendable {
  /// The address of the rendered course, from the report's folder or absolute, without a slash at its end.
  let site: String
  /// Whether it is an address of its own and no path in the report's folder.
  let isAbsolute: Bool

  /// Takes the address of a rendered course.
  package init(site: String, isAbsolute: Bool) {
    var site = site
    while site.hasSuffix("/") { site.removeLast() }
    self.site = site
    self.isAbsolute = isAbsolute
  }

  /// The address of a lesson such as `bptt#the-scores`, from a page that stands so many folders deep.
  func address(_ lesson: String, depth: Int) -> String {
    let parts = lesson.split(separator: "#", maxSplits: 1)
    let section = parts.count > 1 ? "#\(parts[1])" : ""
    let root = isAbsolute ? "" : String(repeating: "../", count: depth)
    return "\(root)\(site)/lessons/\(parts.first ?? "").html\(section)"
  }
}

extension HTMLText {
  /// Writes an element that holds nothing but a text from anywhere.
  mutating func element(_ name: String, _ text: String, class style: String = "") {
    html("<\(name)\(style.isEmpty ? "" : " class=\"\(style)\"")>")
    foreign(text)
    html("</\(name)>")
  }

  /// Writes a chart, named by what it tells.
  mutating func chart(_ chart: Chart, _ identifier: String) {
    html("<figure><div class=\"computed\" role=\"img\" aria-label=\"")
    foreign(chart.description)
    html("\">")
    html(chart.svg(.inline, identifier: identifier))
    html("</div></figure>\n")
  }

  /// Writes a link to a lesson.
  mutating func lesson(_ lesson: String, _ links: LessonLinks, depth: Int) {
    html("<a href=\"")
    address(links.address(lesson, depth: depth))
    html("\">")
    foreign(lesson)
    html("</a>")
  }

  /// Writes the row of a table's head.
  mutating func head(_ names: [String], numbersFrom first: Int) {
    head(names, numbers: Set(names.indices.dropFirst(first)))
  }

  /// Begins a table whose columns at these places hold numbers.
  mutating func head(_ names: [String], numbers: Set<Int>) {
    html("<thead><tr>")
    for (index, name) in names.enumerated() {
      html("<th scope=\"col\"\(numbers.contains(index) ? " class=\"number\"" : "")>")
      text(name)
      html("</th>")
    }
    html("</tr></thead>\n<tbody>\n")
  }

  /// Writes a cell with a text from anywhere, which may be as long as it likes.
  mutating func loose(_ text: String) { element("td", text, class: "loose") }

  /// Writes a message: lines of code, told by two spaces at their start, in letters of one width.
  mutating func message(_ text: String) {
    var code: [Substring] = []
    func flush(_ out: inout HTMLText) {
      guard !code.isEmpty else { return }
      out.html("<pre tabindex=\"0\"><code>")
      out.foreign(code.joined(separator: "\n"))
      out.html("</code></pre>\n")
      code = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("  ") {
        code.append(line)
      } else {
        flush(&self)
        element("p", String(line))
        html("\n")
      }
    }
    flush(&self)
  }

  /// Writes a cell with a number.
  mutating func number(_ text: String) { element("td", text, class: "number") }
}

/// Numbers and words of reports.
enum Words {
  static func points(_ value: Double) -> String { CSVText.short((value * 100).rounded() / 100) }

  static func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded())) %" } ?? "-" }

  static func decimal(_ value: Double?) -> String { value.map { CSVText.short(($0 * 100).rounded() / 100) } ?? "-" }

  static func status(_ status: Status) -> String {
    switch status {
    case .passed: "passed"
    case .failed: "failed"
    case .notImplemented: "not written yet"
    case .compileError: "does not compile"
    case .signatureChanged: "a declaration was changed"
    case .crashed: "crashed"
    case .timedOut: "took too long"
    case .outOfMemory: "took too much memory"
    case .outputLimit: "printed too much"
    case .protocolError: "answered what it was not asked"
    case .notGradable: "could not be graded"
    }
  }

  static func state(_ grade: Grade) -> String {
    switch grade.state {
    case .graded: grade.attempt?.outcome.map { status($0.status) } ?? ""
    case .missing: "nothing handed in"
    case .waiting: "not graded yet"
    case .fault: "could not be graded, which is no grade"
    }
  }

  static func late(_ grade: Grade) -> String {
    guard grade.state == .graded, grade.daysLate > 0 else { return "" }
    let days = grade.daysLate == 1 ? "1 day" : "\(grade.daysLate) days"
    return grade.isCutOff ? "\(days), too late to count" : days
  }
}
