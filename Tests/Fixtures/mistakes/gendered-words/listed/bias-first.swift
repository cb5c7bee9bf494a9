// expected: weights-first
// mistaken: trainedGenderClassifier

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
  let ds = genderScoreGradient(wordScores(E, p), y)
  let dw = (0..<E.rows).reduce(Vector.zeros(E.columns)) { $0 + ds[$1] * E[row: $1] }
  return WordClassifierGradients(dw: dw, db: ds.reduce(0, +))
}

func trainedGenderClassifier(
  _ E: Matrix, _ y: [Int], _ p: WordClassifier, _ rate: Double, _ steps: Int
) -> WordClassifier {
  var now = p
  for _ in 0..<steps {
    now.b -= rate * genderGradients(E, y, now).db
    now.w -= rate * genderGradients(E, y, now).dw
  }
  return now
}

func genderedWords(_ E: Matrix, _ p: WordClassifier, _ threshold: Double) -> [Int] {
  var rows: [Int] = []
  for i in 0..<E.rows {
    let probability = sigmoid(dot(p.w, E[row: i]) + p.b)
    if probability > threshold { rows.append(i) }
  }
  return rows
}
