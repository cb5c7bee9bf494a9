// Unstable: a reflection takes the direction to the first axis, where an entry is set to 0, and back. It is made from a
// difference that cancels where the direction is close to that axis, and is 0 divided by 0 where it is on it.

import LinearAlgebra

private func reflected(_ e: Vector, _ mirror: Vector) -> Vector {
  e - (2 * dot(e, mirror) / dot(mirror, mirror)) * mirror
}

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  let mirror = g - g.norm * Vector.oneHot(0, count: g.count)
  let turned = reflected(e, mirror)
  return reflected(turned .* Vector.oneHot(0, count: g.count), mirror)
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let mirror = g - g.norm * Vector.oneHot(0, count: g.count)
  var turned = reflected(e, mirror)
  turned[0] = 0
  return reflected(turned, mirror)
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
