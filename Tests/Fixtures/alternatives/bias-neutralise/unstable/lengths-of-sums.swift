// Unstable: the inner product comes from the length of a sum, in which a short vector drowns beside a long one.

import LinearAlgebra

private func inner(_ a: Vector, _ b: Vector) -> Double {
  let far = 1e6 * a
  return ((far + b).squaredNorm - far.squaredNorm - b.squaredNorm) / 2e6
}

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  (inner(e, g) / g.squaredNorm) * g
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
