// Roots as exponentials of half the logarithms; words are taken out of a copy of the text.

import LinearAlgebra

/// The relative frequencies of `V` words in a text.
func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  var counts = Vector.zeros(V)
  for word in text {
    counts[word] += 1
  }
  return counts / Double(text.count)
}

/// The probability of keeping an occurrence by the paper's formula, sqrt(t / f), at most 1; 1 for a word without occurrences.
func keepProbability(_ f: Double, _ t: Double) -> Double {
  f == 0 ? 1 : exp(min(0, 0.5 * (log(t) - log(f))))
}

/// The probability of discarding an occurrence by the paper's formula, 1 - sqrt(t / f), at least 0.
func discardProbability(_ f: Double, _ t: Double) -> Double {
  1 - keepProbability(f, t)
}

/// The probability of keeping an occurrence by the original program's formula, (sqrt(f / t) + 1) t / f, at most 1.
func programKeepProbability(_ f: Double, _ t: Double) -> Double {
  guard f > 0 else { return 1 }
  let root = exp(0.5 * (log(t) - log(f)))
  return min(1, root + root * root)
}

/// The paper's probability of keeping an occurrence of each of the `V` words of a text.
func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  wordFrequencies(text, V).map { keepProbability($0, t) }
}

/// What is left of a text: a word stays where the number of `u` at its position is below its probability of being kept.
func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  var kept = text
  for position in text.indices.reversed() where !(u[position] < keep[text[position]]) { kept.remove(at: position) }
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
