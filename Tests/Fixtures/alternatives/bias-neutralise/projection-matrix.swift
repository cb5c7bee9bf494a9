// The component is a product with the projection g g^T / (g . g), and what remains one with the identity minus it.

import LinearAlgebra

/// The matrix that projects onto the direction.
private func projection(_ g: Vector) -> Matrix {
  let gg = outer(g, g)
  var trace = 0.0
  for d in g.indices { trace += gg[d, d] }
  return gg / trace
}

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  projection(g) * e
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  (Matrix.identity(g.count) - projection(g)) * e
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var keep = Matrix.zeros(E.rows, E.rows)
  for row in definitional { keep[row, row] = 1 }
  let change = Matrix.identity(E.rows) - keep
  return keep * E + change * E * (Matrix.identity(g.count) - projection(g)).transposed
}
