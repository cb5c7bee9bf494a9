internal import Charts
internal import Course
internal import Gradebook
internal import Site

/// The page about the whole class, for its instructor.
struct ClassPage {
  let course: String
  let language: String
  let record: ClassRecord
  let statistics: ClassStatistics
  let links: LessonLinks

  func bytes() -> [UInt8] {
    var out = HTMLText()
    out.html("<article class=\"report wide\">\n<header class=\"title\">\n")
    out.element("p", course, class: "eyebrow")
    out.html("\n<h1>The class</h1>\n</header>\n<div class=\"text\">\n")
    summary(&out)
    exercises(&out)
    for (position, exercise) in statistics.exercises.enumerated() { section(position, exercise, &out) }
    findings(&out)
    students(&out)
    out.html("</div>\n</article>\n")
    return StandalonePage.bytes(title: "The class - \(course)", language: language, main: out)
  }

  private func summary(_ out: inout HTMLText) {
    let shares = statistics.shares.compactMap(\.self)
    let without = statistics.exercises.reduce(0) { $0 + $1.without }
    out.element(
      "p",
      "\(record.entries.count) students, \(shares.count) of whom have grades; the median is "
        + "\(Words.percent(ClassStatistics.median(shares))) of all points.")
    out.html("\n")
    if without > 0 {
      out.html("<p><span class=\"flag\">\(without)</span> of what was handed in has no grade yet: ")
      out.html("<code>gradus grade --retry-faults</code></p>\n")
    }
    guard !shares.isEmpty else { return }
    out.chart(distribution(shares), "distribution")
  }

  private func distribution(_ shares: [Double]) -> Chart {
    var counts = [Int](repeating: 0, count: 10)
    for share in shares { counts[min(9, max(0, Int(share * 10)))] += 1 }
    let words = counts.enumerated().filter { $1 > 0 }.map { "\($0 * 10) to \($0 * 10 + 10) %: \($1)" }
    return Chart(
      title: "How the totals are distributed",
      description: "Students by their share of all points. \(words.joined(separator: ", ")).",
      panels: [
        Panel(
          x: Axis("share of all points", unit: "%", range: 0...100, ticks: [0, 20, 40, 60, 80, 100]),
          y: Axis("students"), height: 160,
          marks: [
            .bars(
              counts.enumerated().map { Bar(Double($0 * 10) + 0.5...Double($0 * 10) + 9.5, height: Double($1)) },
              Series("students", look: 1))
          ])
      ])
  }

  private func exercises(_ out: inout HTMLText) {
    guard !statistics.exercises.isEmpty else { return }
    out.html("<h2 id=\"exercises\">Exercises</h2>\n")
    out.chart(passRates, "rates")
    out.html("<div class=\"table\"><table>\n")
    out.head(
      ["#", "Exercise", "Graded", "Passed", "Difficulty", "Discrimination", "Median attempts"], numbersFrom: 2)
    for (position, exercise) in statistics.exercises.enumerated() {
      out.html("<tr>")
      out.element("td", "\(position + 1)")
      out.html("<td class=\"loose title\"><a href=\"#exercise-\(position + 1)\">")
      out.foreign(exercise.exercise.title)
      out.html("</a></td>")
      out.number("\(exercise.graded)")
      out.number(Words.percent(exercise.passRate))
      out.number(Words.decimal(exercise.difficulty))
      out.number(Words.decimal(exercise.discrimination))
      out.number(Words.decimal(exercise.medianAttempts))
      out.html("</tr>\n")
    }
    out.html("</tbody></table></div>\n")
    out.html(
      """
      <dl class="terms">
      <dt>Difficulty</dt><dd>the share of the points that was missed on average, before lateness: 0 is easy, 1 is hard.</dd>
      <dt>Discrimination</dt><dd>how the points of an exercise go along with those of all others (Pearson's coefficient): near 0 \
      or below, it tells nothing of who has understood the rest.</dd>
      </dl>

      """)
  }

  private var passRates: Chart {
    let rates = statistics.exercises.map { ($0.passRate ?? 0) * 100 }
    let words = rates.enumerated().map { "\($0 + 1): \(Int($1.rounded())) %" }.joined(separator: ", ")
    return Chart(
      title: "Who passed, exercise by exercise",
      description: "The share of those with a grade who passed every check, in the order of the table: \(words).",
      panels: [
        Panel(
          x: Axis("exercise", kind: .categories(rates.indices.map { "\($0 + 1)" })),
          y: Axis("passed", unit: "%", range: 0...100, ticks: [0, 25, 50, 75, 100]), height: 150,
          marks: [.bars(rates.enumerated().map { Bar(category: $0, height: $1) }, Series("passed", look: 3))])
      ])
  }

  private func section(_ position: Int, _ exercise: ExerciseStatistics, _ out: inout HTMLText) {
    out.html("<h3 id=\"exercise-\(position + 1)\">")
    out.foreign(exercise.exercise.title)
    out.html("</h3>\n")
    if !exercise.exercise.lesson.isEmpty {
      out.html("<p class=\"eyebrow\">Lesson: ")
      out.lesson(exercise.exercise.lesson, links, depth: 0)
      out.html("</p>\n")
    }
    if !exercise.misconceptions.isEmpty {
      out.html("<div class=\"table\"><table>\n")
      out.head(["Misconception", "To read", "Students"], numbersFrom: 2)
      for found in exercise.misconceptions {
        out.html("<tr>")
        out.loose(found.title)
        out.html("<td class=\"loose\">")
        out.lesson(found.lesson, links, depth: 0)
        out.html("</td>")
        out.number("\(found.students)")
        out.html("</tr>\n")
      }
      out.html("</tbody></table></div>\n")
    }
    guard !exercise.checks.isEmpty else {
      out.html("<p>No verdict that counts has checks.</p>\n")
      return
    }
    out.html("<div class=\"table\"><table>\n")
    out.head(["Check", "", "Not passed by"], numbersFrom: 2)
    for check in exercise.checks {
      out.html("<tr>")
      out.loose(check.name)
      out.html("<td>")
      if check.saysNothing {
        let isEasy = check.failed == 0
        out.element("span", isEasy ? "nobody fails" : "everybody fails", class: isEasy ? "flag quiet" : "flag")
      }
      out.html("</td>")
      out.number("\(check.failed) of \(check.total)")
      out.html("</tr>\n")
    }
    out.html("</tbody></table></div>\n")
  }

  private func findings(_ out: inout HTMLText) {
    guard !record.findings.isEmpty else { return }
    out.html("<h2 id=\"findings\">Not graded</h2>\n<div class=\"table\"><table>\n")
    out.head(["What", "Where", "Why"], numbersFrom: 3)
    for finding in record.findings {
      out.html("<tr>")
      out.element("td", finding.kind.rawValue)
      out.loose(finding.subject)
      out.loose(finding.message)
      out.html("</tr>\n")
    }
    out.html("</tbody></table></div>\n")
  }

  private func students(_ out: inout HTMLText) {
    out.html("<h2 id=\"students\">Students</h2>\n<div class=\"table\"><table>\n")
    out.head(["Student", "Name", "Section", "Points"], numbersFrom: 3)
    for entry in record.entries {
      out.html("<tr><td class=\"loose\"><a href=\"")
      out.address(PageNames.page(of: entry.student.id))
      out.html("\">")
      out.foreign(entry.student.id)
      out.html("</a></td>")
      out.loose(entry.student.name)
      out.loose(entry.student.section)
      out.number("\(Words.points(entry.total.earned)) / \(Words.points(entry.total.possible))")
      out.html("</tr>\n")
    }
    out.html("</tbody></table></div>\n")
  }
}
