// An embedding layer: looking words up in a table of vectors, the gradient of the table, and a step of training.
//
// Take out each `todo` as you replace it. E is D x V, a column for each word. Words are indices, counted from 0.
// Check with: gradus check embedding-lookup

import LinearAlgebra

// Given.

/// The gradient of one word's vector.
struct LookupGradient {
  /// The word's index.
  var word: Int
  /// With respect to the word's vector: D entries.
  var gradient: Vector
}

/// A word whose vector was trained elsewhere.
struct PretrainedWord {
  /// The word as it is written.
  var word: String
  /// Its vector: D entries.
  var vector: Vector
}

/// The embedding e = E x of the word with the index `word`.
func embeddedWord(_ E: Matrix, _ word: Int) -> Vector {
  todo("e = E x")
}

/// The embeddings e_t of all words of a text, in their order.
func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  todo("e_1, ..., e_T")
}

/// What one position adds to the gradient of the table, de x^T, for a vocabulary of `V` words.
func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  todo("de x^T")
}

/// The gradient dE, of the shape of `E`; `de` holds the gradient of each e_t.
func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  todo("dE")
}

/// The columns of dE that are touched, each word once, in any order.
func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  todo("each word that occurs, once, with its gradient")
}

/// The table after one step of gradient descent, with the words listed in `frozen` left as they are.
func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  todo("E after a step")
}

/// The table to begin with: the pre-trained vector where a word has one, its column of `random` where it has not.
func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  todo("pre-trained where known, random elsewhere")
}
