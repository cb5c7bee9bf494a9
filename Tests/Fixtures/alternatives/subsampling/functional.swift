// Maps, filters and reductions.

import LinearAlgebra

/// The relative frequencies of `V` words in a text.
func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  Vector((0..<V).map { word in Double(text.count { $0 == word }) / Double(text.count) })
}

/// The probability of keeping an occurrence by the paper's formula, sqrt(t / f), at most 1; 1 for a word without occurrences.
func keepProbability(_ f: Double, _ t: Double) -> Double {
  min(1, sqrt(t / f))
}

/// The probability of discarding an occurrence by the paper's formula, 1 - sqrt(t / f), at least 0.
func discardProbability(_ f: Double, _ t: Double) -> Double {
  max(0, 1 - sqrt(t / f))
}

/// The probability of keeping an occurrence by the original program's formula, (sqrt(f / t) + 1) t / f, at most 1.
func programKeepProbability(_ f: Double, _ t: Double) -> Double {
  min(1, (sqrt(f / t) + 1) * t / f)
}

/// The paper's probability of keeping an occurrence of each of the `V` words of a text.
func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  let f = wordFrequencies(text, V)
  return Vector(f.indices.map { 1 - discardProbability(f[$0], t) })
}

/// What is left of a text: a word stays where the number of `u` at its position is below its probability of being kept.
func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  text.indices.filter { u[$0] < keep[text[$0]] }.map { text[$0] }
}

/// How many words are to be expected in what is left of a text.
func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  text.map { keep[$0] }.reduce(0, +)
}
