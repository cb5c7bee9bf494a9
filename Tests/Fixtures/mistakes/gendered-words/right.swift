// A right program in another style than the solution; the wrong ones beside it replace some of its functions.

import LinearAlgebra

struct WordClassifier {
  var w: Vector
  var b: Double
}

struct WordClassifierGradients {
  var dw: Vector
  var db: Double
}

func wordScores(_ E: Matrix, _ p: WordClassifier) -> Vector {
  Vector((0..<E.rows).map { dot(E[row: $0], p.w) + p.b })
}

func genderLoss(_ s: Vector, _ y: [Int]) -> Double {
  var loss = 0.0
  for i in y.indices {
    let sign = Double(2 * y[i] - 1)
    loss -= logSigmoid(sign * s[i]) / Double(y.count)
  }
  return loss
}

func genderScoreGradient(_ s: Vector, _ y: [Int]) -> Vector {
  let V = Double(s.count)
  return Vector(s.indices.map { (sigmoid(s[$0]) - Double(y[$0])) / V })
}

func genderGradients(_ E: Matrix, _ y: [Int], _ p: WordClassifier) -> WordClassifierGradients {
  var dw = Vector.zeros(E.columns)
  var db = 0.0
  for i in 0..<E.rows {
    let error = (sigmoid(dot(E[row: i], p.w) + p.b) - Double(y[i])) / Double(E.rows)
    dw += error * E[row: i]
    db += error
  }
  return WordClassifierGradients(dw: dw, db: db)
}

func trainedGenderClassifier(
  _ E: Matrix, _ y: [Int], _ p: WordClassifier, _ rate: Double, _ steps: Int
) -> WordClassifier {
  (0..<steps).reduce(p) { now, _ in
    let g = genderGradients(E, y, now)
    return WordClassifier(w: now.w - rate * g.dw, b: now.b - rate * g.db)
  }
}

func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  let s = wordScores(E, p)
  return (0..<E.rows).filter { sigmoid(s[$0]) > threshold }
}
