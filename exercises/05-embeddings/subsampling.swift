// Leaving out most occurrences of frequent words, before windows are formed.
//
// Write two formulas for the probability of keeping a word, and what is left of a text. Take out each `todo` as you replace
// it. Check with: gradus check subsampling
//
// Nothing here draws random numbers: uniform numbers from 0 to 1, below 1, are given. Words count from 0.

import LinearAlgebra

/// The relative frequencies of `V` words in a text.
func wordFrequencies(_ text: [Int], _ V: Int) -> Vector {
  todo("the relative frequencies")
}

/// The probability of keeping an occurrence by the paper's formula, sqrt(t / f), at most 1; 1 for a word without occurrences.
func keepProbability(_ f: Double, _ t: Double) -> Double {
  todo("the paper's formula")
}

/// The probability of discarding an occurrence by the paper's formula, 1 - sqrt(t / f), at least 0.
func discardProbability(_ f: Double, _ t: Double) -> Double {
  todo("the other side of it")
}

/// The probability of keeping an occurrence by the original program's formula, (sqrt(f / t) + 1) t / f, at most 1.
func programKeepProbability(_ f: Double, _ t: Double) -> Double {
  todo("the program's formula")
}

/// The paper's probability of keeping an occurrence of each of the `V` words of a text.
func keepProbabilities(_ text: [Int], _ V: Int, _ t: Double) -> Vector {
  todo("the probability of each word")
}

/// What is left of a text: a word stays where the number of `u` at its position is below its probability of being kept.
func subsampledText(_ text: [Int], _ keep: Vector, _ u: [Double]) -> [Int] {
  todo("the words that stay")
}

/// How many words are to be expected in what is left of a text.
func expectedTextLength(_ text: [Int], _ keep: Vector) -> Double {
  todo("the expected length")
}
