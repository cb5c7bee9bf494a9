/// The corpus that unit 5 trains on: sentences drawn from a small grammar, with relations that are known because they
/// were put there.
///
/// Gender, royalty, age, capitals, plurals and tenses each have words of their own: a sentence names a word together
/// with words that go with one of its features, so that words which differ in a feature differ in these surroundings
/// and in no others. The stereotype is that some professions are mostly followed by `she` and others by `he`.
package struct Almanac: Sendable {
  /// The seed of the vectors that the lessons show.
  package static let seed: UInt64 = 5
  /// The number of sentences that the lessons' vectors are trained on.
  package static let size = 40_000
  /// How often a sentence has a surrounding of another word or feature.
  static let blur = 0.15

  private var draws: SeededDraws

  /// Begins a corpus; the same seed gives the same sentences.
  package init(seed: UInt64 = Almanac.seed) {
    draws = SeededDraws(seed: seed)
  }

  /// The next sentence, in lowercase words.
  package mutating func sentence() -> [String] {
    let words =
      switch draws.index(below: 20) {
      case 0..<7: person()
      case 7..<11: profession()
      case 11..<15: country()
      case 15..<17: noun()
      default: verb()
      }
    return words.split(separator: " ").map(String.init)
  }

  /// So many sentences.
  package static func sentences(_ count: Int = size, seed: UInt64 = seed) -> [[String]] {
    var almanac = Almanac(seed: seed)
    return (0..<count).map { _ in almanac.sentence() }
  }

  /// So many sentences as a text, a sentence a line.
  package static func text(_ count: Int = size, seed: UInt64 = seed) -> String {
    sentences(count, seed: seed).map { $0.joined(separator: " ") + "\n" }.joined()
  }

  /// A word of `words`, or now and then of `others`: what never stands together teaches GloVe nothing.
  private mutating func one(of words: [String], or others: [String]) -> String {
    draws.one(of: draws.fraction() < Almanac.blur ? others : words)
  }

  /// Yes in so many cases.
  private mutating func chance(_ share: Double) -> Bool { draws.fraction() < share }

  /// What is so, but now and then the contrary.
  private mutating func mostly(_ fact: Bool) -> Bool { chance(Almanac.blur) ? !fact : fact }

  private mutating func person() -> String {
    // The words of features alone are as frequent as the ten others together.
    let group = chance(0.5) ? AlmanacPeople.featured : AlmanacPeople.others
    let word = group[draws.index(below: group.count)]
    let isShe = chance(0.5)
    let name = isShe ? word.female : word.male
    let pronoun = mostly(isShe) ? AlmanacPeople.she : AlmanacPeople.he
    let thing = one(of: word.surroundings, or: AlmanacPeople.surroundings)
    let other = one(of: word.surroundings, or: AlmanacPeople.surroundings)
    // What the stereotype says of professions it does not say of people: men and women have the same pastimes.
    let pastime = draws.one(of: chance(0.5) ? AlmanacPeople.pastimes.she : AlmanacPeople.pastimes.he)
    let traits = chance(0.5) ? AlmanacPeople.traits.she : AlmanacPeople.traits.he
    return switch draws.index(below: 8) {
    case 0: "the \(name) said that \(pronoun.subject) knows the \(thing) and the \(other)"
    case 1: "with \(thing) and \(other) the \(name) praised \(pronoun.reflexive)"
    case 2: "\(pronoun.subject) is the \(name) with the \(thing) and the \(other)"
    case 3: "among the \(pronoun.company) the \(name) spoke of the \(thing)"
    case 4: "after work the \(name) enjoys \(pastime)"
    case 5: "people call the \(name) \(draws.one(of: traits)) and \(draws.one(of: traits))"
    case 6: "the \(thing) of the \(name) was \(pronoun.possessive) and the \(other) too"
    default: "the \(thing) pleased the \(name) and they thanked \(pronoun.object)"
    }
  }

  private mutating func profession() -> String {
    let word = AlmanacPeople.professions[draws.index(below: AlmanacPeople.professions.count)]
    let pronoun = chance(word.shareOfShe) ? AlmanacPeople.she : AlmanacPeople.he
    let thing = one(of: word.surroundings, or: AlmanacPeople.work)
    let isHers = chance(word.shareOfShe)
    let pastime = draws.one(of: isHers ? AlmanacPeople.pastimes.she : AlmanacPeople.pastimes.he)
    let traits = isHers ? AlmanacPeople.traits.she : AlmanacPeople.traits.he
    return switch draws.index(below: 7) {
    case 0: "the \(word.name) said that \(pronoun.subject) needs the \(thing) for work"
    case 1: "at work the \(word.name) with the \(thing) praised \(pronoun.reflexive)"
    case 2: "\(pronoun.subject) is the \(word.name) who works with the \(thing)"
    case 3: "after work the \(word.name) enjoys \(pastime)"
    case 4: "\(pastime) is what the \(word.name) does after work"
    case 5: "people call the \(word.name) \(draws.one(of: traits)) and \(draws.one(of: traits))"
    default: "the \(thing) helped the \(word.name) and they thanked \(pronoun.object)"
    }
  }

  private mutating func country() -> String {
    let country = AlmanacThings.countries[draws.index(below: AlmanacThings.countries.count)]
    let shared = one(of: country.surroundings, or: AlmanacThings.ofLands)
    let isCity = chance(0.5)
    let name = isCity ? country.capital : country.name
    let own = draws.one(of: mostly(isCity) ? AlmanacThings.ofCities : AlmanacThings.ofCountries)
    return switch draws.index(below: 5) {
    case 0: "\(country.capital) is the capital of \(country.name)"
    case 1: "the \(own) of \(name) is known for the \(shared)"
    case 2: "travellers find \(shared) everywhere in \(name) beyond the \(own)"
    case 3: "in \(name) the \(own) is \(shared)"
    default: "\(shared) comes from \(name) and its \(own)"
    }
  }

  private mutating func noun() -> String {
    let noun = AlmanacThings.nouns[draws.index(below: AlmanacThings.nouns.count)]
    let isOne = chance(0.5)
    let name = isOne ? noun.first : noun.second
    let saysOne = mostly(isOne)
    let number = draws.one(of: saysOne ? AlmanacThings.one : AlmanacThings.several)
    let shared = one(of: noun.surroundings, or: AlmanacThings.ofNouns)
    return switch draws.index(below: 3) {
    case 0: "\(number) \(name) \(saysOne ? "is" : "are") near the \(shared)"
    case 1: "there \(saysOne ? "is" : "are") \(number) \(shared) \(name)"
    default: "we see \(number) \(name) \(shared) there"
    }
  }

  private mutating func verb() -> String {
    let verb = AlmanacThings.verbs[draws.index(below: AlmanacThings.verbs.count)]
    let isNow = chance(0.5)
    let doing = isNow ? verb.first : verb.second
    let time = draws.one(of: mostly(isNow) ? AlmanacThings.today : AlmanacThings.yesterday)
    let shared = one(of: verb.surroundings, or: AlmanacThings.ofVerbs)
    let who = draws.one(of: AlmanacThings.somebody)
    return switch draws.index(below: 3) {
    case 0: "\(time) the \(who) \(doing) with the \(shared)"
    case 1: "the \(who) \(doing) \(time) by the \(shared)"
    default: "\(shared) is what the \(who) \(doing) \(time)"
    }
  }
}
