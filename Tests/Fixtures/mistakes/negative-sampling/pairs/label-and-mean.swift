// expected: label-forgotten, batch-averaged
// mistaken: sampledScoreGradient, batchSampledLoss

import LinearAlgebra

struct SampledPair {
  var centre: Int
  var outside: Int
  var negatives: [Int]
}

struct SampledTables {
  var W: Matrix
  var U: Matrix
}

struct TouchedRow {
  var row: Int
  var gradient: Vector
}

struct SampledGradients {
  var dW: [TouchedRow]
  var dU: [TouchedRow]
}

func sampledScores(_ pair: SampledPair, _ p: SampledTables) -> Vector {
  var z = Vector.zeros(1 + pair.negatives.count)
  let v = p.W[row: pair.centre]
  z[0] = dot(v, p.U[row: pair.outside])
  for (k, word) in pair.negatives.enumerated() { z[k + 1] = dot(v, p.U[row: word]) }
  return z
}

func sampledLoss(_ z: Vector) -> Double {
  var signed = -1 * z
  signed[0] = z[0]
  return -logSigmoid(signed).sum
}

func sampledScoreGradient(_ z: Vector) -> Vector {
  z.map { sigmoid($0) }
}

func sampledCentreGradient(_ dz: Vector, _ pair: SampledPair, _ U: Matrix) -> Vector {
  var dv = Vector.zeros(U.columns)
  for k in 0..<U.columns {
    dv[k] = dz[0] * U[pair.outside, k]
    for i in pair.negatives.indices { dv[k] += dz[i + 1] * U[pair.negatives[i], k] }
  }
  return dv
}

func sampledRowGradients(_ dz: Vector, _ pair: SampledPair, _ v: Vector) -> [TouchedRow] {
  var weights: [Int: Double] = [pair.outside: dz[0]]
  for (i, word) in pair.negatives.enumerated() { weights[word, default: 0] += dz[i + 1] }
  return weights.map { TouchedRow(row: $0.key, gradient: $0.value * v) }
}

func batchSampledLoss(_ pairs: [SampledPair], _ p: SampledTables) -> Double {
  var total = 0.0
  for pair in pairs { total += sampledLoss(sampledScores(pair, p)) / Double(pairs.count) }
  return total
}

func batchSampledGradients(_ pairs: [SampledPair], _ p: SampledTables) -> SampledGradients {
  var dW: [Int: Vector] = [:]
  var dU: [Int: Vector] = [:]
  let zeros = Vector.zeros(p.W.columns)
  for pair in pairs {
    let v = p.W[row: pair.centre]
    for (k, word) in ([pair.outside] + pair.negatives).enumerated() {
      let u = p.U[row: word]
      let d = sigmoid(dot(u, v)) - (k == 0 ? 1 : 0)
      dW[pair.centre, default: zeros] += d * u
      dU[word, default: zeros] += d * v
    }
  }
  return SampledGradients(
    dW: dW.map { TouchedRow(row: $0, gradient: $1) }, dU: dU.map { TouchedRow(row: $0, gradient: $1) })
}

func movedTable(_ table: Matrix, _ rows: [TouchedRow], _ rate: Double) -> Matrix {
  rows.reduce(into: table) { $0[row: $1.row] = $0[row: $1.row] - rate * $1.gradient }
}

func sampledStep(_ pair: SampledPair, _ p: SampledTables, _ rate: Double) -> SampledTables {
  var next = p
  let v = p.W[row: pair.centre]
  let words = [pair.outside] + pair.negatives
  for (k, word) in words.enumerated() {
    let u = p.U[row: word]
    let d = sigmoid(dot(u, v)) - (k == 0 ? 1 : 0)
    next.W[row: pair.centre] -= rate * d * u
    next.U[row: word] -= rate * d * v
  }
  return next
}
