// Foundation is imported; a type of its own holds a distribution, and parameters have labels.

import Foundation
import LinearAlgebra

private struct Uniform {
  let limit: Double

  init(variance: Double) { limit = Foundation.sqrt(3 * variance) }

  func weights(_ u: Matrix) -> Matrix { u.map { (2 * $0 - 1) * limit } }
}

func uniformLimit(variance: Double) -> Double { Uniform(variance: variance).limit }

func xavierLimit(fanIn: Int, fanOut: Int) -> Double { Uniform(variance: 2.0 / Double(fanIn + fanOut)).limit }

func heLimit(fanIn: Int) -> Double { Uniform(variance: 2.0 / Double(fanIn)).limit }

func spreadWeights(_ u: Matrix, limit: Double) -> Matrix { Uniform(variance: limit * limit / 3).weights(u) }

func xavierWeights(_ u: Matrix) -> Matrix { Uniform(variance: 2.0 / Double(u.rows + u.columns)).weights(u) }

func heWeights(_ u: Matrix) -> Matrix { Uniform(variance: 2.0 / Double(u.columns)).weights(u) }

func irnnWeights(_ count: Int) -> Matrix {
  Matrix(rows: count, columns: count, elements: (0..<count * count).map { $0 % (count + 1) == 0 ? 1 : 0 })
}

func reluStep(_ state: Vector, _ input: Vector, _ Wh: Matrix, _ Wx: Matrix, _ bias: Vector) -> Vector {
  (Wh * state + Wx * input + bias).map { $0 > 0 ? $0 : 0 }
}

func rowCovariance(_ R: Matrix) -> Matrix {
  let columns = (0..<R.columns).map { R[column: $0] }
  return Matrix(columns.map { left in columns.map { right in dot(left, right) / Double(R.rows) } })
}

func dominantDirection(_ S: Matrix, start: Vector, steps: Int) -> Vector {
  var v = start
  for _ in stride(from: 0, to: steps, by: 1) {
    v = S * v
    v = v / Foundation.sqrt(dot(v, v))
  }
  return v
}

func largestEigenvalue(_ S: Matrix, along v: Vector) -> Double {
  Foundation.sqrt(dot(S * v, S * v) / dot(v, v))
}

func npRNNWeights(_ A: Matrix, along v: Vector) -> Matrix {
  let matrix = A + irnnWeights(A.columns)
  return matrix.map { $0 / largestEigenvalue(matrix, along: v) }
}
