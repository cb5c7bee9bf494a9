internal import Charts

@Sendable func professionsFigure() -> ComputedFigure {
  let names = TrainedWords.professions
  // Categories are counted from below.
  let rows = names.enumerated().map { (name: $1, y: Double(names.count - 1 - $0)) }
  let before = Series("before", look: 2, naming: .legend, isSolid: true)
  let after = Series("after neutralising", look: 1, naming: .legend, isSolid: false)
  var marks: [Mark] = [.guide(Point(0, -0.5), Point(0, Double(names.count) - 0.5))]
  for row in rows { marks.append(.guide(Point(0, row.y), Point(TrainedWords.along(row.name), row.y))) }
  marks.append(.points(rows.map { Point(TrainedWords.along($0.name), $0.y) }, before))
  marks.append(.points(rows.map { Point(TrainedWords.alongNeutralised($0.name), $0.y) }, after))
  let panel = Panel(
    x: Axis(
      "cosine with the direction of gender: he to the left, she to the right", range: -0.42...0.42,
      ticks: [-0.4, -0.2, 0, 0.2, 0.4]),
    y: Axis("", kind: .categories(Array(names.reversed()))), height: 300, marks: marks)
  let list = rows.map { "\($0.name) \(NumberText.fixed(TrainedWords.along($0.name), decimals: 2))" }
  return ComputedFigure(
    name: "professions",
    caption: """
      Professions in vectors trained on the course’s generated corpus, which says *she* of a nurse and *he* of an engineer \
      most of the time, on purpose. Neutralising takes them to 0.
      """,
    chart: Chart(
      title: "Professions along the direction of gender",
      description: """
        The professions stand in the order in which the corpus says she of them. Their cosines with the direction of gender \
        before neutralising: \(list.joined(separator: ", ")). After it all are 0.
        """,
      panels: [panel]))
}
