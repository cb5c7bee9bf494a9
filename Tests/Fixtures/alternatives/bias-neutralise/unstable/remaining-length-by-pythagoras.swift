// Unstable: the remainder is scaled to the length that Pythagoras gives, a difference of squares, which cancels where
// the word lies along the direction; and its own direction is then 0 divided by 0.

import LinearAlgebra

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let squaredLength = dot(g, g)
  let scale = dot(e, g) / squaredLength
  return scale * g
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let along = biasComponent(e, g)
  let length = sqrt(max(0, e.squaredNorm - along.squaredNorm))
  let rest = e - along
  return (length / rest.norm) * rest
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let keptAsTheyAre = Set(definitional)
  var result = E
  for row in 0..<E.rows where !keptAsTheyAre.contains(row) {
    result[row: row] = neutralise(E[row: row], g)
  }
  return result
}
