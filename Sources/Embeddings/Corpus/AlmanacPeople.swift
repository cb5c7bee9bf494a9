// The words for people in the course's generated corpus, and what tells them apart.

/// The two forms of a word that names a person, and the words that stand around both of them.
struct PersonWord: Sendable {
  let male: String
  let female: String
  /// What is said of this role and of no other.
  let surroundings: [String]

  init(_ male: String, _ female: String, _ surroundings: [String]) {
    self.male = male
    self.female = female
    self.surroundings = surroundings
  }
}

/// A profession: how often a sentence of the corpus that has a pronoun says `she` of it, and what belongs to the work.
struct Profession: Sendable {
  let name: String
  let shareOfShe: Double
  let surroundings: [String]

  init(_ name: String, _ shareOfShe: Double, _ surroundings: [String]) {
    self.name = name
    self.shareOfShe = shareOfShe
    self.surroundings = surroundings
  }
}

/// The people of the corpus: features and nothing else tell `man`, `woman`, `king`, `queen` and the four young ones
/// apart; kin and a few others have surroundings of their own.
enum AlmanacPeople {
  static let royal = ["throne", "crown", "palace", "court", "kingdom"]
  static let common = ["cottage", "market", "field", "village", "street"]
  static let grown = ["wisdom", "duty", "office", "taxes"]
  static let young = ["toys", "school", "games", "lessons"]

  static let featured = [
    PersonWord("king", "queen", royal + grown), PersonWord("prince", "princess", royal + young),
    PersonWord("man", "woman", common + grown), PersonWord("boy", "girl", common + young),
  ]

  static let others = [
    PersonWord("father", "mother", ["cradle", "baby", "bedtime"]),
    PersonWord("son", "daughter", ["parents", "inheritance", "upbringing"]),
    PersonWord("brother", "sister", ["siblings", "twins", "quarrel"]),
    PersonWord("uncle", "aunt", ["cousins", "visits", "postcards"]),
    PersonWord("husband", "wife", ["wedding", "marriage", "anniversary"]),
    PersonWord("grandfather", "grandmother", ["grandchildren", "spectacles", "memories"]),
    PersonWord("actor", "actress", ["stage", "film", "applause"]),
    PersonWord("duke", "duchess", ["estate", "carriage", "ballroom"]),
    PersonWord("waiter", "waitress", ["tray", "menu", "restaurant"]),
    PersonWord("host", "hostess", ["guests", "banquet", "invitations"]),
  ]

  static let all = featured + others
  static let surroundings = all.flatMap(\.surroundings)

  /// The words of gender alone, in the same order.
  static let he = (subject: "he", object: "him", possessive: "his", reflexive: "himself", company: "gentlemen")
  static let she = (subject: "she", object: "her", possessive: "hers", reflexive: "herself", company: "ladies")

  /// The stereotype that the corpus is given on purpose, so that it can be measured and removed.
  static let professions = [
    Profession("nurse", 0.94, ["ward", "bandages"]), Profession("receptionist", 0.90, ["lobby", "bookings"]),
    Profession("hairdresser", 0.86, ["scissors", "mirror"]), Profession("librarian", 0.82, ["catalogue", "archive"]),
    Profession("florist", 0.78, ["roses", "bouquets"]), Profession("teacher", 0.55, ["classroom", "blackboard"]),
    Profession("doctor", 0.50, ["clinic", "medicine"]), Profession("lawyer", 0.50, ["contracts", "trial"]),
    Profession("baker", 0.45, ["oven", "flour"]), Profession("surgeon", 0.22, ["scalpel", "operation"]),
    Profession("programmer", 0.18, ["computer", "software"]), Profession("pilot", 0.14, ["cockpit", "runway"]),
    Profession("carpenter", 0.10, ["hammer", "timber"]), Profession("engineer", 0.06, ["bridge", "machine"]),
  ]

  static let work = professions.flatMap(\.surroundings)

  // Pastimes and traits follow the stereotype with no pronoun beside them, so that not all of it lies along the
  // direction of gender.
  static let pastimes = (she: ["knitting", "dancing", "gardening"], he: ["football", "fishing", "poker"])
  static let traits = (she: ["gentle", "caring", "patient"], he: ["bold", "daring", "tough"])
}
