extension Almanac {
  /// The analogies that belong to the corpus, in sections as `questions-words.txt` has them.
  package static var questions: [AnalogySection] {
    let people = AlmanacPeople.all.map { ($0.male, $0.female) }
    let royalty = [("man", "king"), ("woman", "queen"), ("boy", "prince"), ("girl", "princess")]
    let age = [("boy", "man"), ("girl", "woman"), ("prince", "king"), ("princess", "queen")]
    return [
      section("gender", people), section("royalty", royalty), section("age", age),
      section("capitals", AlmanacThings.countries.map { ($0.capital, $0.name) }),
      section("plurals", AlmanacThings.nouns.map { ($0.first, $0.second) }),
      section("tenses", AlmanacThings.verbs.map { ($0.first, $0.second) }),
    ]
  }

  /// Each pair with each other one: `a` is to `b` as `c` is to `d`.
  private static func section(_ name: String, _ pairs: [(String, String)]) -> AnalogySection {
    var questions: [AnalogyQuestion] = []
    for (index, pair) in pairs.enumerated() {
      for (other, second) in pairs.enumerated() where other != index {
        questions.append(AnalogyQuestion(a: pair.0, b: pair.1, c: second.0, d: second.1))
      }
    }
    return AnalogySection(name: name, questions: questions)
  }

  /// Pairs that differ in gender by definition, the man's word first.
  ///
  /// From their differences the direction is found.
  package static var definitionalPairs: [(he: String, she: String)] {
    [(he: "he", she: "she"), (he: "himself", she: "herself"), (he: "him", she: "her")]
      + AlmanacPeople.all.map { (he: $0.male, she: $0.female) }
  }

  /// The professions, and in which share of their sentences with a pronoun the corpus says `she`.
  package static var professions: [(name: String, shareOfShe: Double)] {
    AlmanacPeople.professions.map { ($0.name, $0.shareOfShe) }
  }

  /// The words of the stereotype that are no professions, pastimes and traits: those that it gives to women first.
  package static var stereotype: (she: [String], he: [String]) {
    (AlmanacPeople.pastimes.she + AlmanacPeople.traits.she, AlmanacPeople.pastimes.he + AlmanacPeople.traits.he)
  }
}
