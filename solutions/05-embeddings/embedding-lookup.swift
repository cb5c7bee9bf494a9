// An embedding layer: looking words up in a table of vectors, the gradient of the table, and a step of training.
//
// The lecture's symbols: E is the embedding matrix, D x V, a column for each word; x_t is the one-hot vector of the word at
// position t, e_t = E x_t its embedding. de[t] and dE are the gradients of the loss with respect to e_t and E.

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
  E[column: word]
}

/// The embeddings e_t of all words of a text, in their order.
func embeddedText(_ E: Matrix, _ words: [Int]) -> [Vector] {
  words.map { embeddedWord(E, $0) }
}

/// What one position adds to the gradient of the table, de x^T, for a vocabulary of `V` words.
func positionGradient(_ de: Vector, _ word: Int, _ V: Int) -> Matrix {
  let x = Vector.oneHot(word, count: V)
  return outer(de, x)
}

/// The gradient dE, of the shape of `E`; `de` holds the gradient of each e_t.
func embeddingGradient(_ words: [Int], _ de: [Vector], _ E: Matrix) -> Matrix {
  var dE = Matrix.zeros(E.rows, E.columns)
  for t in words.indices {
    dE[column: words[t]] += de[t]  // a word that comes twice gets both
  }
  return dE
}

/// The columns of dE that are touched, each word once, in any order.
func touchedGradients(_ words: [Int], _ de: [Vector]) -> [LookupGradient] {
  var touched: [LookupGradient] = []
  for (word, gradient) in zip(words, de) {
    if let known = touched.firstIndex(where: { $0.word == word }) {
      touched[known].gradient += gradient
    } else {
      touched.append(LookupGradient(word: word, gradient: gradient))
    }
  }
  return touched
}

/// The table after one step of gradient descent, with the words listed in `frozen` left as they are.
func embeddingStep(_ E: Matrix, _ touched: [LookupGradient], _ rate: Double, _ frozen: [Int]) -> Matrix {
  var updated = E
  for share in touched where !frozen.contains(share.word) {
    updated[column: share.word] -= rate * share.gradient
  }
  return updated
}

/// The table to begin with: the pre-trained vector where a word has one, its column of `random` where it has not.
func startingTable(_ vocabulary: [String], _ pretrained: [PretrainedWord], _ random: Matrix) -> Matrix {
  var E = random
  for known in pretrained {
    if let word = vocabulary.firstIndex(of: known.word) {
      E[column: word] = known.vector
    }
  }
  return E
}
