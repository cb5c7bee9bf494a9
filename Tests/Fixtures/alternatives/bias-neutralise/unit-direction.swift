// The direction is brought to length 1 first, and then it is the inner product alone that counts.

import LinearAlgebra

private func unit(_ g: Vector) -> Vector { g / g.norm }

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let u = unit(g)
  return dot(e, u) * u
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  var rest = e
  rest -= biasComponent(e, g)
  return rest
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let u = unit(g)
  // All rows at once, and then the definitional ones are put back.
  var result = E - outer(E * u, u)
  for row in definitional { result[row: row] = E[row: row] }
  return result
}
