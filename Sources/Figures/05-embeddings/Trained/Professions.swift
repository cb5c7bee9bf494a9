internal import Charts

@Sendable func professionsFigure() -> ComputedFigure {
  let names = TrainedWords.professions
  let list = names.map { "\($0) \(NumberText.fixed(TrainedWords.along($0), decimals: 2))" }
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
      panels: [
        rows("he ← cosine with gender’s direction → she", 0.4, step: 0.2) {
          TrainedWords.along($0, neutralised: $1)
        }
      ]))
}

@Sendable func stereotypeLeftFigure() -> ComputedFigure {
  let names = TrainedWords.professions
  let list = names.map { name in
    let (before, after) = (TrainedWords.lean(name, neutralised: false), TrainedWords.lean(name, neutralised: true))
    return "\(name) \(NumberText.fixed(before, decimals: 2)) and \(NumberText.fixed(after, decimals: 2))"
  }
  let shares = [false, true].map {
    NumberText.fixed(100 * TrainedWords.shareOfSameSide(neutralised: $0), decimals: 0) + " %"
  }
  return ComputedFigure(
    name: "stereotype-left",
    caption: """
      What neutralising leaves: the professions still lean to the pastimes and traits of the stereotype. Of the four nearest of \
      ten professions, \(shares[0]) shared the stereotype before, \(shares[1]) after; chance would make it 44 %.
      """,
    chart: Chart(
      title: "What neutralising leaves of a stereotype",
      description: """
        How much nearer each profession is to knitting, dancing, gardening, gentle, caring and patient than to football, fishing, \
        poker, bold, daring and tough, before and after neutralising, as a difference of mean cosines: \
        \(list.joined(separator: ", ")).
        """,
      panels: [
        rows("men’s ← pastimes and traits → women’s", 0.15, step: 0.05) {
          TrainedWords.lean($0, neutralised: $1)
        }
      ]))
}

/// A row for each profession with what it has before and after neutralising.
private func rows(_ label: String, _ reach: Double, step: Double, _ value: (String, Bool) -> Double) -> Panel {
  let names = TrainedWords.professions
  // Categories are counted from below.
  let places = names.enumerated().map { (name: $1, y: Double(names.count - 1 - $0)) }
  let before = Series("before", look: 2, naming: .legend, isSolid: true)
  let after = Series("after neutralising", look: 1, naming: .legend, isSolid: false)
  var marks: [Mark] = [.guide(Point(0, -0.5), Point(0, Double(names.count) - 0.5))]
  for place in places {
    marks.append(.guide(Point(value(place.name, true), place.y), Point(value(place.name, false), place.y)))
  }
  marks.append(.points(places.map { Point(value($0.name, false), $0.y) }, before))
  marks.append(.points(places.map { Point(value($0.name, true), $0.y) }, after))
  let ticks = stride(from: -reach, through: reach + step / 2, by: step).map { $0 }
  return Panel(
    x: Axis(label, range: -reach * 1.05...reach * 1.05, ticks: ticks),
    y: Axis("", kind: .categories(Array(names.reversed()))), height: 300, marks: marks)
}
