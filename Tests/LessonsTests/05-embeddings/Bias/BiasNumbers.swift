import Foundation
import LinearAlgebra

@testable import Solutions

/// A direction from two differences, by both definitions; neutralising and equalising by hand; four words classified.
///
/// And what the vectors that were trained say of professions.
let biasNumbers: LessonNumbers = {
  // Pairs with the lesson's differences.
  let E: Matrix = [[4, 3], [0, 0], [1, 4], [-1, -1]]
  let pairs = [DefinitionalPair(first: 0, second: 1), DefinitionalPair(first: 2, second: 3)]
  let g = meanBiasDirection(E, pairs)
  let S = pairScatter(E, pairs)
  let component = principalBiasDirection(E, pairs, 100)

  func along(_ e: Vector) -> Double { dot(e, g) / dot(g, g) }
  func numbers(_ v: Vector) -> [Double] { [v[0], v[1]] }
  let e: Vector = [2, 1]
  let (x, y): (Vector, Vector) = ([2, 1], [0, -2])
  let mean = 0.5 * (x + y)
  let half = pairParts(x, y, g)
  let pair = pairOf(half)
  let (u, v): (Vector, Vector) = ([0.6, 0.8], [0.8, -0.6])
  let parts = pairParts(u, v, g)
  let unit = equalise(u, v, g)

  let words: Matrix = [[1, 1], [-1, 1], [0.5, -1], [0, -1]]
  let labels = [1, 1, 0, 0]
  let start = WordClassifier(w: [0, 0], b: 0)
  let slopes = genderGradients(words, labels, start)
  let next = trainedGenderClassifier(words, labels, start, 1, 1)
  let ds = genderScoreGradient(wordScores(words, start), labels)

  let trained = TrainedBias()

  return LessonNumbers(
    "bias", given: ["16", "0.5", "500", "99.9", "92.5", "0.8", "0.6"],
    computed: [
      ("the mean's squares", [dot(g, g)]), ("the scatter", S.elements),
      ("a step from the mean", numbers(S * (g / g.norm)) + numbers(principalBiasDirection(E, pairs, 1))),
      ("a step from elsewhere", numbers(principalComponent(S, [1, 0], 1))),
      ("the eigenvector", numbers(component)), ("mean direction", numbers(g / g.norm)),
      ("share", [along(e)]), ("component", numbers(biasComponent(e, g))), ("neutralised", numbers(neutralise(e, g))),
      ("product with the rest", [dot(e - dot(e, g) / g.norm * g, g)]),
      (
        "rows",
        [along([1, 0]), along([0, 1])] + numbers(biasComponent([1, 0], g)) + numbers(biasComponent([0, 1], g))
      ),
      ("rows neutralised", numbers(neutralise([1, 0], g)) + numbers(neutralise([0, 1], g))),
      ("scores' gradient", ds.elements), ("weights' gradient", numbers(slopes.dw)),
      ("losses of the words", [start, next].map { genderLoss(wordScores(words, $0), labels) }),
      ("weights after a step", numbers(next.w)),
      ("shares of the pair", [along(x), along(y), along(half.opposite), along(mean)]),
      ("component of the mean", numbers(biasComponent(mean, g))), ("neutral part", numbers(half.shared)),
      ("half the difference", numbers(half.opposite)),
      ("equalised", numbers(pair.first) + numbers(pair.second)),
      ("mean of length 1 and less", numbers(0.5 * (u + v))),
      ("its parts", numbers(parts.shared) + numbers(parts.opposite)),
      ("the missing length", [unitParts(parts).opposite.norm, parts.shared.squaredNorm]),
      ("equalised at length 1", numbers(unit.first) + numbers(unit.second)),
      ("the word of nothing but bias", [dot([6, 8], g)]), ("a product", [dot(e, g)]),
      ("trained pairs", [Double(AlmanacVectors.genders.count)]), ("both directions", [trained.agreement]),
      ("she of a nurse", [100 * TrainedBias.shareOfNurses]),
      ("professions along the direction", ["nurse", "doctor", "engineer"].map(trained.along)),
      ("their leanings before", ["nurse", "engineer"].map { trained.lean($0, trained.before) }),
      ("their leanings after", ["nurse", "engineer"].map { trained.lean($0, trained.after) }),
      ("neighbours of the same side after", [100 * trained.sameSide(trained.after)]),
      ("by chance", [100 * 4 / 9]), ("nurse, doctor", trained.answers.map(\.score)),
    ])
}()
