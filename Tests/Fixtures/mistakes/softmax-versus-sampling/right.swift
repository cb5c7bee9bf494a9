// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct SoftmaxGradients {
  var dv: Vector
  var dU: Matrix
}

struct RowGradient {
  var row: Int
  var gradient: Vector
}

struct SamplingGradients {
  var dv: Vector
  var dU: [RowGradient]
}

func softmaxLoss(_ v: Vector, _ U: Matrix, _ target: Int) -> Double {
  var scores: [Double] = []
  for w in 0..<U.rows { scores.append(dot(U[row: w], v)) }
  var top = scores[0]
  for z in scores where z > top { top = z }
  var sum = 0.0
  for z in scores { sum += exp(z - top) }
  return log(sum) + top - scores[target]
}

func softmaxGradients(_ v: Vector, _ U: Matrix, _ target: Int) -> SoftmaxGradients {
  var share = softmax(U * v)
  share[target] -= 1
  var dv = Vector.zeros(v.count)
  var dU = Matrix.zeros(U.rows, U.columns)
  for w in 0..<U.rows {
    for k in v.indices {
      dv[k] += share[w] * U[w, k]
      dU[w, k] = share[w] * v[k]
    }
  }
  return SoftmaxGradients(dv: dv, dU: dU)
}

func samplingLoss(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> Double {
  var loss = -logSigmoid(dot(U[row: target], v))
  for k in negatives { loss -= logSigmoid(-dot(U[row: k], v)) }
  return loss
}

func samplingGradients(_ v: Vector, _ U: Matrix, _ target: Int, _ negatives: [Int]) -> SamplingGradients {
  var dv = Vector.zeros(v.count)
  var rows: [RowGradient] = []
  for (place, word) in ([target] + negatives).enumerated() {
    let u = U[row: word]
    let label = place == 0 ? 1.0 : 0.0
    let difference = sigmoid(dot(u, v)) - label
    dv += difference * u
    rows.append(RowGradient(row: word, gradient: difference * v))
  }
  return SamplingGradients(dv: dv, dU: rows)
}
