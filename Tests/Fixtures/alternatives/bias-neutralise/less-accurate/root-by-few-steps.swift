// Less accurate: the direction is brought to length 1 with a square root from too few of Newton's steps.

import LinearAlgebra

private func root(_ x: Double) -> Double {
  var root = x.binade.squareRoot() * 1.2
  for _ in 0..<2 { root = (root + x / root) / 2 }
  return root
}

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let unit = g / root(dot(g, g))
  return dot(e, unit) * unit
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
