import Foundation
import LinearAlgebra

@testable import Solutions

/// Cosines by hand, Fillatre's four words and Gao's six, and vectors that were trained.
let similarityAndAnalogyNumbers: LessonNumbers = {
  let (u, v): (Vector, Vector) = ([3, 4], [4, 3])
  let gradient = cosineGradient(u, v)

  let (man, woman, king, queen, apple, orange) = (0, 1, 2, 3, 4, 5)
  let gao: Matrix = [
    [-1, 0.01, 0.02, -0.01], [1, 0.02, 0.03, 0.02], [-0.95, 1, 0.71, -0.02], [0.97, 0.9, 0.68, 0.03],
    [0.01, -0.01, 0.05, 0.81], [0.02, 0.08, 0.05, 0.75],
  ]
  func cosines(_ word: Int) -> [Double] {
    tableCosines(gao, gao[row: word]).enumerated().filter { $0.0 != word }.map(\.1)
  }
  func fractions(_ v: Vector) -> [Double] { v.elements }
  let target = analogyTarget(gao, man, woman, king)
  let scores = analogyScores(gao, target)
  let fruit = analogyTarget(gao, apple, orange, king)
  let fruitScores = analogyScores(gao, fruit)
  let reversed = analogyScores(gao, analogyTarget(gao, king, queen, man))

  let fillatre: Matrix = [[0.2, 0.2], [0.6, 0.3], [0.3, 0.7], [0.7, 0.8]]
  let place = analogyTarget(fillatre, man, woman, king)
  let step = fillatre[row: woman] - fillatre[row: man]
  let units = unitTable(fillatre)
  let near = analogyScores(fillatre, place)

  let E = AlmanacVectors.units
  let royal = analogyScores(
    E, analogyTarget(E, AlmanacVectors.row("man"), AlmanacVectors.row("woman"), AlmanacVectors.row("king")))
  let ranked = largestScores(royal, 2, ["man", "woman", "king"].map(AlmanacVectors.row))
  // The pronouns are no pairs of words for people.
  let sections = [
    AlmanacVectors.questions(AlmanacVectors.genders.dropFirst(3).map { ($0.he, $0.she) }),
    AlmanacVectors.questions(AlmanacVectors.capitals.map { ($0.country, $0.capital) }),
  ]
  /// How many questions have the right answer nearest although no word is left out.
  func letIn(_ questions: [AnalogyQuestion]) -> Int {
    questions.count { largestScores(analogyScores(E, analogyTarget(E, $0.a, $0.b, $0.c)), 1, []) == [$0.d] }
  }

  return LessonNumbers(
    "similarity-and-analogy",
    given: [
      "0.30", "0.70", "0.20", "0.60", "0.80", "0.005",
      "0.827", "0.770", "0.736", "0.733", "0.718", "0.637", "17",
      "8869", "10675", "2013", "2016", "0.69", "0.90", "0.68", "0.97", "0.03",
    ],
    computed: [
      ("product and lengths", [dot(u, v), dot(2 * u, v), 3 * 4, (2 * u).norm, (2 * u).norm * v.norm, u.norm * v.norm]),
      ("cosine", [cosineSimilarity(u, v), cosineSimilarity(2 * u, v)]),
      ("cosines of man", cosines(man)), ("cosines of king", cosines(king)), ("cosines of apple", cosines(apple)),
      ("distances", [minusDistance(2 * u, v), minusDistance(u, v)]),
      ("unit vectors", (u / u.norm).elements), ("across", (u.norm * gradient).elements),
      ("gradient", gradient.elements),
      ("Fillatre's target", place.elements), ("as computed", [0.7 - 0.2 + 0.3]), ("step", step.elements),
      ("three roundings", [3 * 0.005]), ("Gao's target", fractions(target)), ("queen's cosine", [scores[queen]]),
      ("others", [scores[woman], scores[king]]),
      ("target of unit vectors", analogyTarget(units, man, woman, king).elements),
      ("target of the fruit", fruit.elements),
      ("king itself, and man", [fruitScores[king], fruitScores[bestRemaining(fruitScores, [apple, orange, king])]]),
      ("the other way round", [reversed[woman]]),
      ("steps", (gao[row: woman] - gao[row: man]).elements + (gao[row: queen] - gao[row: king]).elements),
      (
        "cosine of the steps", [stepCosine(gao, AnalogyQuestion(a: man, b: woman, c: king, d: queen))]
      ),
      ("man and king in the plane", [near[man], near[king]]),
      ("by distance", [minusDistance(place, fillatre[row: man]), minusDistance(place, fillatre[row: king])]),
      ("trained steps", [stepCosine(AlmanacVectors.table, AlmanacVectors.question("man", "woman", "king", "queen"))]),
      ("sentences", [Double(TrainedBias.sentences)]), ("entries of a vector", [Double(AlmanacVectors.table.columns)]),
      ("words that are kept", [Double(AlmanacVectors.words.count)]), ("the best two", ranked.map { royal[$0] }),
      ("queen and princess", ["queen", "princess"].map { royal[AlmanacVectors.row($0)] }),
      ("pairs", [Double(AlmanacVectors.genders.dropFirst(3).count)]),
      ("answered", sections.map { analogyAccuracy(E, $0) * Double($0.count) }),
      ("answered with all words let in", sections.map { Double(letIn($0)) }),
    ])
}()
