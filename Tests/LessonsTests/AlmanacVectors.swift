import Foundation
import LinearAlgebra

@testable import Solutions

/// The vectors that were trained on the generated corpus, as `lessons/corpus/almanac-vectors.txt` holds them.
enum AlmanacVectors {
  private static let rows: [(word: String, vector: Vector)] = {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let text = try? String(contentsOf: root.appending(path: "lessons/corpus/almanac-vectors.txt"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").dropFirst().map { line in
      let parts = line.split(separator: " ")
      return (String(parts[0]), Vector(parts.dropFirst().compactMap { Double($0) }))
    }
  }()

  /// The words, in the order of the rows.
  static let words: [String] = rows.map(\.word)

  /// A word a row, as they came out of training.
  static let table = Matrix(rows.map(\.vector.elements))

  /// A word a row, at length 1.
  static let units = unitTable(table)

  /// Pairs of a man's and a woman's word; the first three are pronouns.
  static let genders: [(he: String, she: String)] = [
    ("he", "she"), ("himself", "herself"), ("him", "her"), ("king", "queen"), ("prince", "princess"),
    ("man", "woman"), ("boy", "girl"), ("father", "mother"), ("son", "daughter"), ("brother", "sister"),
    ("uncle", "aunt"), ("husband", "wife"), ("grandfather", "grandmother"), ("actor", "actress"),
    ("duke", "duchess"), ("waiter", "waitress"), ("host", "hostess"),
  ]

  /// Countries with their capitals.
  static let capitals: [(country: String, capital: String)] = [
    ("france", "paris"), ("italy", "rome"), ("spain", "madrid"), ("germany", "berlin"), ("portugal", "lisbon"),
    ("greece", "athens"),
  ]

  /// The row of a word.
  static func row(_ word: String) -> Int { words.firstIndex(of: word) ?? 0 }

  /// What is to `c` as `b` is to `a`, with its place in the table.
  static func question(_ a: String, _ b: String, _ c: String, _ d: String) -> AnalogyQuestion {
    AnalogyQuestion(a: row(a), b: row(b), c: row(c), d: row(d))
  }

  /// Each pair with each other one.
  static func questions(_ pairs: [(String, String)]) -> [AnalogyQuestion] {
    pairs.indices.flatMap { i in
      pairs.indices.filter { $0 != i }.map { question(pairs[i].0, pairs[i].1, pairs[$0].0, pairs[$0].1) }
    }
  }
}
