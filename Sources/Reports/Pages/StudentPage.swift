internal import Charts
internal import Course
internal import Gradebook
internal import Site

/// The feedback for one student: what each exercise brought, why, and what to read.
struct StudentPage {
  let course: String
  let language: String
  let entry: ClassRecord.Entry
  let exercises: [GradedExercise]
  let policy: GradingPolicy
  let links: LessonLinks
  /// The median share of the class for each exercise.
  let medians: [Double?]
  /// The verdicts that count, as far as students may see them, by the order of exercises.
  let verdicts: [Verdict?]

  func bytes() -> [UInt8] {
    var out = HTMLText()
    out.html("<article class=\"report\">\n<header class=\"title\">\n")
    out.element("p", course, class: "eyebrow")
    out.html("\n")
    out.element("h1", entry.student.title)
    let facts = [entry.student.id, entry.student.section].filter { !$0.isEmpty && $0 != entry.student.title }
    if !facts.isEmpty { out.element("p", facts.joined(separator: ", "), class: "eyebrow") }
    out.html("\n</header>\n<div class=\"text\">\n")
    let total = entry.total
    out.element("p", "\(Words.points(total.earned)) of \(Words.points(total.possible)) points", class: "sum")
    out.html("\n")
    if exercises.count > 1 { out.chart(chart, "points") }
    table(&out)
    for position in exercises.indices { section(position, &out) }
    out.html("</div>\n</article>\n")
    return StandalonePage.bytes(title: "\(entry.student.title) - \(course)", language: language, main: out)
  }

  private var chart: Chart {
    let own = Series("yours", look: 1, naming: .legend)
    let others = Series("the middle of the class", look: 2, naming: .legend)
    let shares = entry.grades.map { $0.possible > 0 ? $0.points / $0.possible * 100 : 0 }
    let middle = medians.enumerated().compactMap { index, share in share.map { Point(Double(index), $0 * 100) } }
    let words = zip(exercises.indices, shares).map { "\($0 + 1): \(Int($1.rounded())) %" }.joined(separator: ", ")
    return Chart(
      title: "Points for each exercise",
      description: "The share of the points of each exercise, in the order of the table: \(words).",
      panels: [
        Panel(
          x: Axis("exercise", kind: .categories(exercises.indices.map { "\($0 + 1)" })),
          y: Axis("points", unit: "%", range: 0...100, ticks: [0, 25, 50, 75, 100]), height: 150,
          marks: [
            .bars(shares.enumerated().map { Bar(category: $0, height: $1) }, own), .points(middle, others),
          ])
      ])
  }

  private func table(_ out: inout HTMLText) {
    out.html("<div class=\"table\"><table>\n")
    let anyLate = entry.grades.contains { !Words.late($0).isEmpty }
    // On a phone the table scrolls: points come before what may be out of sight.
    out.head(
      ["#", "Exercise", "Points", "Outcome"] + (anyLate ? ["Late"] : []) + ["Attempts"], numbers: [2, anyLate ? 5 : 4])
    for (position, grade) in entry.grades.enumerated() {
      out.html("<tr>")
      out.element("td", "\(position + 1)")
      out.html("<td class=\"loose title\"><a href=\"#exercise-\(position + 1)\">")
      out.foreign(exercises[position].title)
      out.html("</a></td>")
      out.number(
        grade.state == .graded
          ? "\(Words.points(grade.points)) / \(Words.points(grade.possible))" : "- / \(Words.points(grade.possible))")
      out.element("td", state(position))
      if anyLate { out.element("td", Words.late(grade)) }
      out.number("\(grade.attempts)")
      out.html("</tr>\n")
    }
    out.html("</tbody></table></div>\n")
  }

  private func section(_ position: Int, _ out: inout HTMLText) {
    let (grade, exercise) = (entry.grades[position], exercises[position])
    out.html("<h2 id=\"exercise-\(position + 1)\">")
    out.foreign(exercise.title)
    out.html("</h2>\n")
    out.element("p", sentence(position))
    out.html("\n")
    if grade.hasFault {
      out.element("p", "An attempt could not be graded. That is not your fault, and takes nothing away.")
      out.html("\n")
    }
    guard let verdict = verdicts[position] else { return }
    out.feedback(verdict, links)
  }

  /// How an exercise stands; what a hidden check came out like is not told of.
  private func state(_ position: Int) -> String {
    verdicts[position].map { Words.status($0.status) } ?? Words.state(entry.grades[position])
  }

  private func sentence(_ position: Int) -> String {
    let (grade, state) = (entry.grades[position], state(position).capitalisedFirst)
    guard grade.state == .graded, let attempt = grade.attempt else { return "\(state)." }
    var text =
      "\(state): \(Words.points(grade.points)) of \(Words.points(grade.possible)) points"
    if grade.daysLate > 0 {
      let was = " (\(Words.points(grade.earned)) before what lateness costs)"
      text += ", \(Words.late(grade)) late" + (grade.points < grade.earned ? was : "")
    }
    if grade.attempts > 1 {
      text +=
        ", for the \(grade.attempts) attempts' \(policy.rule(for: grade.exercise).attempt == .best ? "best" : "last")"
    }
    if let time = attempt.firstTime {
      text += ", handed in on \(Moment.text(time).prefix(16).replacing("T", with: " at ")) UTC"
    }
    return text + "."
  }
}

extension String {
  /// The text with its first letter in capitals.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
