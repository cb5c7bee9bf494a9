internal import Course
internal import Gradebook
internal import Site

extension HTMLText {
  /// Writes what a verdict says to a student.
  ///
  /// Of a hidden check nothing is shown but whether it passed; where there is one, neither is what the program printed, nor the seed, since
  /// both may tell of its cases.
  mutating func feedback(_ verdict: Verdict, hidden: Set<String>, _ links: LessonLinks) {
    let hasHidden = verdict.checks.contains { hidden.contains($0.name) }
    if let explanation = verdict.explanation { message(explanation) }
    if !verdict.diagnostics.isEmpty {
      html("<pre tabindex=\"0\"><code>")
      for diagnostic in verdict.diagnostics {
        foreign("line \(diagnostic.line): \(diagnostic.severity.rawValue): \(diagnostic.message)\n")
      }
      html("</code></pre>\n")
    }
    for check in verdict.checks { self.check(check, isHidden: hidden.contains(check.name)) }
    for found in verdict.misconceptions where !hasHidden || !found.checks.allSatisfy(hidden.contains) {
      misconception(found, links)
    }
    if !verdict.output.isEmpty && !hasHidden {
      html("<p>Your program printed:</p>\n<pre tabindex=\"0\"><code>")
      foreign(verdict.output)
      html("</code></pre>\n")
    }
    guard !hasHidden else { return }
    html(
      "<p class=\"eyebrow\">The same cases again: <code>gradus check \(verdict.exercise) --seed \(verdict.seed)</code></p>\n"
    )
  }

  private mutating func check(_ check: CheckResult, isHidden: Bool) {
    let isPassed = check.status == .passed
    html("<div class=\"check \(isPassed ? "passed" : "failed")\">\n<p class=\"name\">")
    foreign(isHidden ? "A hidden check" : check.name)
    let points = Points(earned: check.points, possible: check.maxPoints)
    html(" <span class=\"outcome\">")
    text(isHidden ? "\(isPassed ? "passed" : "not passed"), \(points)" : "\(Words.status(check.status)), \(points)")
    html("</span></p>\n")
    if !isHidden && !isPassed {
      if !check.message.isEmpty { message(check.message) }
      if let example = check.counterexample { self.example(example) }
    }
    html("</div>\n")
  }

  private mutating func example(_ example: Counterexample) {
    html("<pre tabindex=\"0\"><code>")
    foreign("\(example.function)(...) with\n")
    for argument in example.arguments { foreign("  \(argument)\n") }
    if let student = example.student { foreign("gives     \(student)\n") }
    if let expected = example.expected { foreign("expected  \(expected)\n") }
    html("</code></pre>\n")
  }

  private mutating func misconception(_ found: NamedMisconception, _ links: LessonLinks) {
    html("<aside class=\"callout pitfall\" aria-label=\"Misconception\">\n<p class=\"callout-title\">")
    html("<span class=\"kind\">Misconception</span>")
    foreign(found.title)
    html("</p>\n")
    for paragraph in found.explanation.split(separator: "\n") {
      element("p", String(paragraph))
      html("\n")
    }
    html("<p>Read: ")
    lesson(found.lesson, links, depth: 1)
    html("</p>\n</aside>\n")
  }
}
