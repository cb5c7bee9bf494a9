// What is left along the direction after the first projection, a rounding error, is taken out by a second one.

import LinearAlgebra

/// The sum of the products by halves.
private func pairwise(_ a: some RandomAccessCollection<Double>, _ b: some RandomAccessCollection<Double>) -> Double {
  if a.count == 0 { return 0 }
  let terms = Array(zip(a, b))
  if terms.count == 1 { return terms[0].0 * terms[0].1 }
  let half = terms.count / 2
  return pairwise(a.prefix(half), b.prefix(half)) + pairwise(a.dropFirst(half), b.dropFirst(half))
}

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  // Scaled so that the largest entry is 1; the result does not depend on the direction's length.
  let size = g.map { abs($0) }.max() ?? 1
  let scaled = g / size
  return (pairwise(e, scaled) / pairwise(scaled, scaled)) * scaled
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let once = e - biasComponent(e, g)
  return once - biasComponent(once, g)
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let others = Set(0..<E.rows).subtracting(definitional)
  return others.sorted(by: >).reduce(into: E) { table, row in
    table[row: row] = neutralise(E[row: row], g)
  }
}
