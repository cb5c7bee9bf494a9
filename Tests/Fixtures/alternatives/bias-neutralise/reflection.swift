// What remains lies halfway between the vector and its mirror image; the component is what the vector loses.

import LinearAlgebra

/// The mirror image of `e` in the plane through the origin that is orthogonal to `g`.
private func mirrored(_ e: Vector, _ g: Vector) -> Vector {
  e - (2 * dot(e, g) / dot(g, g)) * g
}

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  e - neutralise(e, g)
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  0.5 * (e + mirrored(e, g))
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  func from(_ row: Int, _ table: Matrix) -> Matrix {
    guard row < E.rows else { return table }
    var table = table
    if !definitional.contains(row) { table[row: row] = neutralise(table[row: row], g) }
    return from(row + 1, table)
  }
  return from(0, E)
}
