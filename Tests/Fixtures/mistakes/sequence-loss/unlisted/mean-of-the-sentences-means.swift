// expected: none
// mistaken: paddedLoss

func stepLoss(_ z: Vector, _ y: Int) -> Double {
  var m = z[0]
  for score in z { m = max(m, score) }
  var total = 0.0
  for score in z { total += exp(score - m) }
  return m + log(total) - z[y]
}

func batchLoss(_ z: [[Vector]], _ y: [[Int]]) -> Double {
  var total = 0.0
  var steps = 0
  for i in 0..<z.count {
    for t in 0..<z[i].count {
      total += stepLoss(z[i][t], y[i][t])
      steps += 1
    }
  }
  return total / Double(steps)
}

func batchScoreGradients(_ z: [[Vector]], _ y: [[Int]]) -> [[Vector]] {
  var dz = z
  let N = Double(z.count)
  let T = Double(z[0].count)
  for i in 0..<z.count {
    for t in 0..<z[i].count {
      dz[i][t] = softmax(z[i][t])
      dz[i][t][y[i][t]] -= 1
      dz[i][t] = dz[i][t] / (N * T)
    }
  }
  return dz
}

func paddedLoss(_ z: [[Vector]], _ y: [[Int]], _ pad: Int) -> Double {
  var total = 0.0
  var sequences = 0.0
  for i in 0..<z.count {
    var sum = 0.0
    var counted = 0.0
    for t in 0..<z[i].count where y[i][t] != pad {
      sum += stepLoss(z[i][t], y[i][t])
      counted += 1
    }
    if counted > 0 {
      total += sum / counted
      sequences += 1
    }
  }
  return total / sequences
}
