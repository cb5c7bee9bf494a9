internal import Course
internal import Gradebook
internal import Site

extension HTMLText {
  /// Writes what a verdict says to a student.
  ///
  /// A seed of 0 is one that may not be shown, as where some of the checks are hidden.
  mutating func feedback(_ verdict: Verdict, _ links: LessonLinks) {
    if let explanation = verdict.explanation { message(explanation) }
    if !verdict.diagnostics.isEmpty {
      html("<pre tabindex=\"0\"><code>")
      for diagnostic in verdict.diagnostics {
        foreign("line \(diagnostic.line): \(diagnostic.severity.rawValue): \(diagnostic.message)\n")
      }
      html("</code></pre>\n")
    }
    for check in verdict.checks { self.check(check) }
    for found in verdict.misconceptions { misconception(found, links) }
    if !verdict.output.isEmpty {
      html("<p>Your program printed:</p>\n<pre tabindex=\"0\"><code>")
      foreign(verdict.output)
      html("</code></pre>\n")
    }
    guard verdict.seed != 0 else { return }
    html(
      "<p class=\"eyebrow\">The same cases again: <code>gradus check \(verdict.exercise) --seed \(verdict.seed)</code></p>\n"
    )
  }

  private mutating func check(_ check: CheckResult) {
    let isPassed = check.status == .passed
    html("<div class=\"check \(isPassed ? "passed" : "failed")\">\n<p class=\"name\">")
    foreign(check.name)
    let points = Points(earned: check.points, possible: check.maxPoints)
    html(" <span class=\"outcome\">")
    text("\(check.isHidden ? (isPassed ? "passed" : "not passed") : Words.status(check.status)), \(points)")
    html("</span></p>\n")
    if !isPassed {
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
