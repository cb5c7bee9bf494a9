// A case of its own for rare words, and loops over indices.

import LinearAlgebra

/// The relative frequencies of `V` words in a text.
func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  var f = Vector.zeros(V)
  for position in 0..<text.count { f[text[position]] += 1.0 / Double(text.count) }
  return f
}

/// The probability of keeping an occurrence by the paper's formula, sqrt(t / f), at most 1; 1 for a word without occurrences.
func keepProbability(_ f: Double, _ t: Double) -> Double {
  if f <= t { return 1 }
  return sqrt(t) / sqrt(f)
}

/// The probability of discarding an occurrence by the paper's formula, 1 - sqrt(t / f), at least 0.
func discardProbability(_ f: Double, _ t: Double) -> Double {
  if f <= t { return 0 }
  return 1 - pow(t / f, 0.5)
}

/// The probability of keeping an occurrence by the original program's formula, (sqrt(f / t) + 1) t / f, at most 1.
func programKeepProbability(_ f: Double, _ t: Double) -> Double {
  if f <= t { return 1 }
  let probability = sqrt(t / f) + t / f
  return probability > 1 ? 1 : probability
}

/// The paper's probability of keeping an occurrence of each of the `V` words of a text.
func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  wordFrequencies(text, V).map { keepProbability($0, t) }
}

/// What is left of a text: a word stays where the number of `u` at its position is below its probability of being kept.
func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  var kept: [Int] = []
  for position in 0..<text.count {
    if u[position] >= keep[text[position]] { continue }
    kept.append(text[position])
  }
  return kept
}

/// How many words are to be expected in what is left of a text.
func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  var length = 0.0
  for word in text {
    length += keep[word]
  }
  return length
}
