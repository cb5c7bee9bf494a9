// expected: exponentials-of-large-scores
// mistaken: stepLoss
// calling: meanStepLoss, batchLoss, paddedLoss

func stepLoss(_ z: Vector, _ y: Int) -> Double {
  var total = 0.0
  for score in z { total += exp(score) }
  return log(total) - z[y]
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
