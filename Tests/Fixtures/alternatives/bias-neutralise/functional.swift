// No loop and no variable: map, zip and reduce.

import LinearAlgebra

private func inner(_ a: Vector, _ b: Vector) -> Double { zip(a, b).map(*).reduce(0, +) }

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  Vector(g.map { $0 / inner(g, g) * inner(e, g) })
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  Vector(zip(e, biasComponent(e, g)).map(-))
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  Matrix(
    (0..<E.rows).map { row in
      (definitional.contains(row) ? E[row: row] : neutralise(E[row: row], g)).elements
    })
}
