// Every product is a loop over indices, forwards in one and backwards in the other.

import LinearAlgebra

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  var along = 0.0
  var squared = 0.0
  for d in 0..<g.count {
    along += e[d] * g[d]
    squared += g[d] * g[d]
  }
  var component = Vector.zeros(g.count)
  for d in 0..<g.count { component[d] = along * g[d] / squared }
  return component
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  var along = 0.0
  var squared = 0.0
  for d in (0..<g.count).reversed() {
    along += e[d] * g[d]
    squared += g[d] * g[d]
  }
  var rest = e
  for d in 0..<g.count { rest[d] -= along / squared * g[d] }
  return rest
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  var result = Matrix.zeros(E.rows, E.columns)
  for row in 0..<E.rows {
    var stays = false
    for index in definitional where index == row { stays = true }
    let new = stays ? E[row: row] : neutralise(E[row: row], g)
    for d in 0..<E.columns { result[row, d] = new[d] }
  }
  return result
}
