// On plain arrays, with Foundation's exp and log.

import Foundation
import LinearAlgebra

private func shift(_ z: [Double]) -> (largest: Double, scores: [Double]) {
  let largest = z.max() ?? 0
  return (largest, z.map { $0 - largest })
}

func shiftedScores(_ z: Vector) -> Vector { Vector(shift(z.elements).scores) }

func wordProbabilities(_ z: Vector) -> Vector {
  let powers = shift(z.elements).scores.map { Foundation.exp($0) }
  let sum = powers.reduce(0, +)
  return Vector(powers.map { $0 / sum })
}

func logNormaliser(_ z: Vector) -> Double {
  let (largest, scores) = shift(z.elements)
  return largest + Foundation.log(scores.map { Foundation.exp($0) }.reduce(0, +))
}

func logWordProbabilities(_ z: Vector) -> Vector {
  Vector(z.elements.map { $0 - logNormaliser(z) })
}

func crossEntropy(_ z: Vector, _ y: Vector) -> Double {
  zip(y.elements, logWordProbabilities(z).elements).reduce(0) { $0 - $1.0 * $1.1 }
}

func wordLoss(_ z: Vector, _ target: Int) -> Double { logNormaliser(z) - z[target] }

func softmaxJacobian(_ z: Vector) -> Matrix {
  let p = wordProbabilities(z).elements
  return Matrix(p.indices.map { i in p.indices.map { j in i == j ? p[i] - p[i] * p[i] : -p[i] * p[j] } })
}

func crossEntropyGradient(_ z: Vector, _ y: Vector) -> Vector {
  Vector(zip(wordProbabilities(z).elements, y.elements).map { $0 - $1 })
}

func meanWordLoss(_ Z: Matrix, _ targets: [Int]) -> Double {
  var losses: [Double] = []
  for (t, target) in targets.enumerated() { losses.append(wordLoss(Z[row: t], target)) }
  return losses.reversed().reduce(0, +) / Double(losses.count)
}

func meanWordLossGradient(_ Z: Matrix, _ targets: [Int]) -> Matrix {
  let rows = targets.enumerated().map { t, target -> [Double] in
    var row = wordProbabilities(Z[row: t]).elements
    row[target] -= 1
    return row.map { $0 / Double(targets.count) }
  }
  return Matrix(rows)
}
