// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

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
  let v = p.W[row: pair.centre]
  return Vector([dot(v, p.U[row: pair.outside])] + pair.negatives.map { dot(v, p.U[row: $0]) })
}

func sampledLoss(_ z: Vector) -> Double {
  var signed = -1 * z
  signed[0] = z[0]
  return -logSigmoid(signed).sum
}

func sampledScoreGradient(_ z: Vector) -> Vector {
  Vector(z.indices.map { $0 == 0 ? -sigmoid(-z[0]) : sigmoid(z[$0]) })
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
  var rows: [TouchedRow] = []
  for (d, word) in zip(dz, [pair.outside] + pair.negatives) {
    if let place = rows.firstIndex(where: { $0.row == word }) {
      rows[place].gradient += d * v
    } else {
      rows.append(TouchedRow(row: word, gradient: d * v))
    }
  }
  return rows
}

func batchSampledLoss(_ pairs: [SampledPair], _ p: SampledTables) -> Double {
  var total = 0.0
  for pair in pairs {
    let v = p.W[row: pair.centre]
    total -= logSigmoid(dot(v, p.U[row: pair.outside]))
    for word in pair.negatives { total -= logSigmoid(-dot(v, p.U[row: word])) }
  }
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
