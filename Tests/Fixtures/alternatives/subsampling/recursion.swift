// Texts from the last word to the first.

import LinearAlgebra

/// The relative frequencies of `V` words in a text.
func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  var f = Vector.zeros(V)
  for word in text.reversed() { f += Vector.oneHot(word, count: V) / Double(text.count) }
  return f
}

/// The probability of keeping an occurrence by the paper's formula, sqrt(t / f), at most 1; 1 for a word without occurrences.
func keepProbability(_ f: Double, _ t: Double) -> Double {
  min(1, sqrt(t / f))
}

/// The probability of discarding an occurrence by the paper's formula, 1 - sqrt(t / f), at least 0.
func discardProbability(_ f: Double, _ t: Double) -> Double {
  1 - keepProbability(f, t)
}

/// The probability of keeping an occurrence by the original program's formula, (sqrt(f / t) + 1) t / f, at most 1.
func programKeepProbability(_ f: Double, _ t: Double) -> Double {
  min(1, (sqrt(f / t) + 1) * t / f)
}

/// The paper's probability of keeping an occurrence of each of the `V` words of a text.
func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  wordFrequencies(text, V).map { keepProbability($0, t) }
}

/// What is left of a text: a word stays where the number of `u` at its position is below its probability of being kept.
func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  guard let word = text.last else { return [] }
  let before = subsampledText(text.dropLast(), keep, Array(u.prefix(text.count - 1)))
  return u[text.count - 1] < keep[word] ? before + [word] : before
}

/// How many words are to be expected in what is left of a text.
func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  guard let word = text.last else { return 0 }
  return expectedTextLength(text.dropLast(), keep) + keep[word]
}
