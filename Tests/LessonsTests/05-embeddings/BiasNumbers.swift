import Foundation
import LinearAlgebra

@testable import Solutions

/// A direction from two differences, by both definitions; neutralising and equalising by hand.
let biasNumbers: LessonNumbers = {
  let g: Vector = [3, 4]
  let length = sqrt(dot(g, g))
  // The first eigenvector of a symmetric matrix with the rows (a, b) and (b, c).
  let (a, b, c) = (4.0 * 4 + 2 * 2, 4.0 * 3 + 2 * 5, 3.0 * 3 + 5 * 5)
  let largest = (a + c) / 2 + sqrt((a - c) * (a - c) / 4 + b * b)
  let eigenvector: Vector = [b, largest - a]
  let unit = eigenvector / sqrt(dot(eigenvector, eigenvector))

  func along(_ e: Vector) -> Double { dot(e, g) / dot(g, g) }
  func numbers(_ v: Vector) -> [Double] { [v[0], v[1]] }
  let e: Vector = [2, 1]
  let (x, y): (Vector, Vector) = ([2, 1], [0, -2])
  let mean = 0.5 * (x + y)
  let half = (along(x) - along(y)) / 2
  let neutral = neutralise(mean, g)

  return LessonNumbers(
    "bias", given: ["10", "16", "0.5"],
    computed: [
      ("the matrix", [a, b, c]), ("first eigenvector", numbers(unit)), ("mean direction", numbers(g / length)),
      ("share", [along(e)]), ("component", numbers(biasComponent(e, g))), ("neutralised", numbers(neutralise(e, g))),
      ("squared length", [dot(g, g)]), ("product with the rest", [dot(e - dot(e, g) / length * g, g)]),
      (
        "rows",
        [along([1, 0]), along([0, 1])] + numbers(biasComponent([1, 0], g)) + numbers(biasComponent([0, 1], g))
      ),
      ("rows neutralised", numbers(neutralise([1, 0], g)) + numbers(neutralise([0, 1], g))),
      ("shares of the pair", [along(x), along(y), half, along(mean)]),
      ("component of the mean", numbers(biasComponent(mean, g))), ("neutral part", numbers(neutral)),
      ("half the difference", numbers(half * g)),
      ("equalised", numbers(neutral + half * g) + numbers(neutral - half * g)),
      ("the word of nothing but bias", [dot([6, 8], g)]),
    ])
}()
