/// The vectors of a table at length 1, in which neighbours are looked for.
package struct UnitVectors: Sendable {
  /// A word and how near it is.
  package struct Neighbour: Hashable, Sendable {
    /// The word.
    package let word: String
    /// The cosine of the angle.
    package let cosine: Double
  }

  /// The words with their vectors as they are.
  package let vectors: WordVectors
  private var rows: [Double] = []

  /// Brings all vectors to length 1; those of length 0 stay.
  package init(_ vectors: WordVectors) {
    self.vectors = vectors
    rows.reserveCapacity(vectors.words.count * vectors.dimensions)
    for place in vectors.words.indices { rows += vectors.row(place).unit }
  }

  private func row(_ place: Int) -> [Double] {
    Array(rows[place * vectors.dimensions..<(place + 1) * vectors.dimensions])
  }

  /// The cosine of each word with a vector.
  private func cosines(_ vector: [Double]) -> [Double] {
    let unit = vector.unit
    return vectors.words.indices.map { place in
      var sum = 0.0
      for (index, entry) in zip(place * unit.count..<(place + 1) * unit.count, unit) { sum += rows[index] * entry }
      return sum
    }
  }

  /// The words nearest to a vector, without those at some places.
  ///
  /// The nearer come first, equally near ones in the table's order.
  package func nearest(to vector: [Double], leavingOut: [Int] = [], count: Int) -> [Neighbour] {
    let cosines = cosines(vector)
    let left = vectors.words.indices.filter { !leavingOut.contains($0) }
    let order = left.sorted { cosines[$0] != cosines[$1] ? cosines[$0] > cosines[$1] : $0 < $1 }
    return order.prefix(count).map { Neighbour(word: vectors.words[$0], cosine: cosines[$0]) }
  }

  /// The words nearest to a word, without itself; nil where it is not known.
  package func neighbours(of word: String, count: Int) -> [Neighbour]? {
    vectors.place(word).map { nearest(to: row($0), leavingOut: [$0], count: count) }
  }

  /// What comes nearest to `b - a + c`, the three words given left out; nil where one of them is not known.
  package func analogy(_ a: String, _ b: String, _ c: String, count: Int) -> [Neighbour]? {
    guard let places = places(a, b, c) else { return nil }
    return nearest(to: target(places), leavingOut: places, count: count)
  }

  /// The table's places of three words: as they are written, or else in lowercase.
  private func places(_ words: String...) -> [Int]? {
    let places = words.compactMap { vectors.place($0) ?? vectors.place($0.lowercased()) }
    return places.count == words.count ? places : nil
  }

  private func target(_ places: [Int]) -> [Double] {
    let (a, b, c) = (row(places[0]), row(places[1]), row(places[2]))
    return b.indices.map { b[$0] - a[$0] + c[$0] }
  }

  /// How many questions of each section have the right answer first.
  package func score(_ sections: [AnalogySection]) -> [AnalogyScore] {
    sections.map { section in
      var (solved, asked) = (0, 0)
      for question in section.questions {
        guard let given = places(question.a, question.b, question.c), let answer = places(question.d)?.first else {
          continue
        }
        asked += 1
        let cosines = cosines(target(given))
        var best = -1
        for place in cosines.indices where !given.contains(place) && (best < 0 || cosines[place] > cosines[best]) {
          best = place
        }
        if best == answer { solved += 1 }
      }
      return AnalogyScore(
        name: section.name, solved: solved, asked: asked, skipped: section.questions.count - asked)
    }
  }
}

extension [Double] {
  /// The vector at length 1; one of length 0 as it is.
  var unit: [Double] {
    let length = reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length == 0 ? self : map { $0 / length }
  }
}
