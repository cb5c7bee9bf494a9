// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  var above = 0.0
  var below = 0.0
  for k in 0..<e.count {
    above += e[k] * g[k]
    below += g[k] * g[k]
  }
  var part = Vector.zeros(e.count)
  for k in 0..<e.count { part[k] = above / below * g[k] }
  return part
}

func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  let part = biasComponent(e, g)
  var rest = e
  for k in rest.indices { rest[k] -= part[k] }
  return rest
}

func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  let exempt = Set(definitional)
  return Matrix(
    (0..<E.rows).map { row in
      let word = E[row: row]
      return exempt.contains(row) ? word.elements : (word - biasComponent(word, g)).elements
    })
}
