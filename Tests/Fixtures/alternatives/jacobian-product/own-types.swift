// Foundation is imported; a type of its own stands for a stretch of steps, and parameters have labels.

import Foundation
import LinearAlgebra

private struct Stretch {
  let matrix: Matrix
  let states: ArraySlice<Vector>

  init(_ matrix: Matrix, _ states: [Vector], after k: Int, through t: Int) {
    self.matrix = matrix
    self.states = states[(k + 1)..<(t + 1)]
  }

  var jacobian: Matrix {
    var columns = [Vector]()
    for m in 0..<matrix.columns {
      var v = Vector.oneHot(m, count: matrix.columns)
      for state in states { v = (1 - state .* state) .* (matrix * v) }
      columns.append(v)
    }
    var result = Matrix.zeros(matrix.rows, matrix.columns)
    for (m, column) in columns.enumerated() { result[column: m] = column }
    return result
  }

  func gradient(_ last: Vector) -> Vector {
    var gradient = last
    let turned = matrix.transposed
    for state in states.reversed() { gradient = turned * ((1 - state .* state) .* gradient) }
    return gradient
  }
}

func stepJacobian(_ Wh: Matrix, state: Vector) -> Matrix {
  Stretch(Wh, [state, state], after: 0, through: 1).jacobian
}

func jacobianProduct(_ Wh: Matrix, states: [Vector], from k: Int, to t: Int) -> Matrix {
  Stretch(Wh, states, after: k, through: t).jacobian
}

func carriedGradient(_ gradient: Vector, _ Wh: Matrix, states: [Vector], from k: Int, to t: Int) -> Vector {
  Stretch(Wh, states, after: k, through: t).gradient(gradient)
}

func powerStep(_ A: Matrix, _ v: Vector) -> Vector {
  let w = A.transposed * (A * v)
  return w.norm.isZero ? w : w / w.norm
}

func powerIteration(_ A: Matrix, start: Vector, steps: Int) -> Vector {
  var v = start / start.norm
  for _ in 0..<steps { v = powerStep(A, v) }
  return v
}

func spectralNorm(_ A: Matrix, direction v: Vector) -> Double {
  let image = A * v
  return Foundation.sqrt(dot(image, image))
}

func slopeNorm(_ h: Vector) -> Double {
  h.elements.map { 1 - Foundation.pow($0, 2) }.max() ?? 0
}

func jacobianBound(_ betaW: Double, _ betaH: Double, _ k: Int, _ t: Int) -> Double {
  Foundation.exp(Double(t - k) * Foundation.log(betaW * betaH))
}

func scalarJacobian(_ w: Double, _ h: Vector, _ k: Int, _ t: Int) -> Double {
  jacobianProduct([[w]], states: h.map { [$0] }, from: k, to: t)[0, 0]
}
