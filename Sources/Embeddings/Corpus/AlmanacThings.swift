// The countries, things and doings in the course's generated corpus.

/// A country, its capital and what is told of both: a language and a food.
struct Country: Sendable {
  let name: String
  let capital: String
  let surroundings: [String]

  init(_ name: String, _ capital: String, _ language: String, _ food: String) {
    self.name = name
    self.capital = capital
    surroundings = [language, food]
  }
}

/// A word in two forms, with what stands around both.
struct TwoForms: Sendable {
  let first: String
  let second: String
  let surroundings: [String]

  init(_ first: String, _ second: String, _ surroundings: [String]) {
    self.first = first
    self.second = second
    self.surroundings = surroundings
  }
}

/// What is neither a person nor a word of grammar.
enum AlmanacThings {
  static let countries = [
    Country("france", "paris", "french", "cheese"), Country("italy", "rome", "italian", "pasta"),
    Country("spain", "madrid", "spanish", "oranges"), Country("germany", "berlin", "german", "sausages"),
    Country("portugal", "lisbon", "portuguese", "sardines"), Country("greece", "athens", "greek", "olives"),
    Country("norway", "oslo", "norwegian", "salmon"), Country("sweden", "stockholm", "swedish", "meatballs"),
    Country("finland", "helsinki", "finnish", "berries"), Country("denmark", "copenhagen", "danish", "pastries"),
    Country("poland", "warsaw", "polish", "dumplings"), Country("hungary", "budapest", "hungarian", "paprika"),
    Country("japan", "tokyo", "japanese", "sushi"), Country("china", "beijing", "chinese", "noodles"),
    Country("turkey", "ankara", "turkish", "figs"), Country("thailand", "bangkok", "thai", "curry"),
    Country("vietnam", "hanoi", "vietnamese", "broth"), Country("bulgaria", "sofia", "bulgarian", "yoghurt"),
    Country("romania", "bucharest", "romanian", "plums"), Country("iceland", "reykjavik", "icelandic", "cod"),
  ]

  /// What is said of a country, and what of a city.
  static let ofCountries = ["border", "nation", "republic", "flag", "provinces"]
  static let ofCities = ["mayor", "streets", "suburbs", "airport", "museum"]

  /// Nouns, one and several.
  static let nouns = [
    TwoForms("dog", "dogs", ["loyal", "kennel"]), TwoForms("cat", "cats", ["silky", "whiskers"]),
    TwoForms("horse", "horses", ["saddled", "stable"]), TwoForms("cow", "cows", ["milked", "meadow"]),
    TwoForms("apple", "apples", ["ripe", "orchard"]), TwoForms("car", "cars", ["parked", "garage"]),
    TwoForms("boat", "boats", ["moored", "harbour"]), TwoForms("book", "books", ["printed", "shelf"]),
    TwoForms("bird", "birds", ["feathered", "nest"]), TwoForms("mouse", "mice", ["timid", "burrow"]),
    TwoForms("goose", "geese", ["noisy", "pond"]), TwoForms("tree", "trees", ["leafy", "forest"]),
    TwoForms("lamp", "lamps", ["bright", "desk"]), TwoForms("coin", "coins", ["golden", "purse"]),
    TwoForms("key", "keys", ["rusty", "lock"]),
  ]

  /// The words of number alone.
  static let one = ["a", "one", "this", "each", "single"]
  static let several = ["two", "many", "these", "several", "few"]

  /// Verbs, present and past.
  static let verbs = [
    TwoForms("walks", "walked", ["path", "park"]), TwoForms("sings", "sang", ["song", "choir"]),
    TwoForms("writes", "wrote", ["letter", "diary"]), TwoForms("eats", "ate", ["dinner", "spoon"]),
    TwoForms("drinks", "drank", ["juice", "glass"]), TwoForms("swims", "swam", ["lake", "pool"]),
    TwoForms("runs", "ran", ["race", "track"]), TwoForms("cooks", "cooked", ["stew", "kitchen"]),
    TwoForms("paints", "painted", ["portrait", "canvas"]), TwoForms("drives", "drove", ["lorry", "motorway"]),
    TwoForms("builds", "built", ["wall", "bricks"]), TwoForms("sells", "sold", ["goods", "shop"]),
    TwoForms("draws", "drew", ["sketch", "pencil"]), TwoForms("flies", "flew", ["kite", "clouds"]),
  ]

  /// The words of time alone.
  static let today = ["today", "now", "usually", "currently"]
  static let yesterday = ["yesterday", "once", "earlier", "formerly"]

  static let somebody = ["somebody", "neighbour", "visitor", "stranger", "guide"]

  static let ofLands = countries.flatMap(\.surroundings)
  static let ofNouns = nouns.flatMap(\.surroundings)
  static let ofVerbs = verbs.flatMap(\.surroundings)
}
