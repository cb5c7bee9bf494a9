// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct PairParts {
  var shared: Vector
  var opposite: Vector
}

struct EqualisedPair {
  var first: Vector
  var second: Vector
}

struct RowPair {
  var first: Int
  var second: Int
}

func partAlong(_ e: Vector, _ g: Vector) -> Vector {
  var above = 0.0
  var below = 0.0
  for k in g.indices {
    above += e[k] * g[k]
    below += g[k] * g[k]
  }
  return g.map { $0 * above / below }
}

func pairParts(_ a: Vector, _ b: Vector, _ g: Vector) -> PairParts {
  let aB = partAlong(a, g)
  let bB = partAlong(b, g)
  let across = (a - aB) + (b - bB)
  return PairParts(shared: across / 2, opposite: (aB - bB) / 2)
}

func pairOf(_ parts: PairParts) -> EqualisedPair {
  let first = parts.opposite + parts.shared
  return EqualisedPair(first: first, second: first - 2 * parts.opposite)
}

func unitParts(_ parts: PairParts) -> PairParts {
  let rest = 1 - dot(parts.shared, parts.shared)
  let factor = sqrt(rest / dot(parts.opposite, parts.opposite))
  return PairParts(shared: parts.shared, opposite: factor * parts.opposite)
}

func equalise(_ a: Vector, _ b: Vector, _ g: Vector) -> EqualisedPair {
  let mean = 0.5 * (a + b)
  let unit = g / g.norm
  let shared = mean - dot(mean, unit) * unit
  let side: Double = dot(a - b, unit) > 0 ? 1 : -1
  let along = (side * sqrt(1 - dot(shared, shared))) * unit
  return EqualisedPair(first: shared + along, second: shared - along)
}

func equaliseAll(_ E: Matrix, _ pairs: [RowPair], _ g: Vector) -> Matrix {
  pairs.reduce(into: E) { table, pair in
    let new = equalise(E[row: pair.first], E[row: pair.second], g)
    (table[row: pair.first], table[row: pair.second]) = (new.first, new.second)
  }
}
