// Less accurate: a small number keeps the quotient finite for a direction of length 0, and spoils short directions.

import LinearAlgebra

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  (dot(e, g) / (dot(g, g) + 1e-8)) * g
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let along = biasComponent(e, g)
  return e - along
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
