// Training GloVe: an AdaGrad step for each pair that was counted, for both vectors and both biases.
//
// Write the list of counted pairs, the gradients of one of them, the two lines of AdaGrad, the step of a pair and the
// pass over all pairs.
// Check your work with: gradus check glove-training-step

import LinearAlgebra

// MARK: Given

/// A pair of words that was counted.
struct CountedPair {
  /// The word, a row of `W`.
  var word: Int

  /// The word in its context, a row of `C`.
  var context: Int

  /// How often the pair was counted, above 0.
  var count: Double
}

/// A number for each of GloVe's parameters: the parameters themselves, or sums of squared gradients.
struct GloVeTables {
  /// For the word vectors: V x D.
  var W: Matrix

  /// For the context vectors: V x D.
  var C: Matrix

  /// For the words' biases: V entries.
  var b: Vector

  /// For the contexts' biases: V entries.
  var c: Vector
}

/// How far training has come.
struct GloVeTraining {
  /// The parameters.
  var p: GloVeTables

  /// The sums of their squared gradients, all above 0.
  var G: GloVeTables
}

/// What is chosen before training.
struct GloVeSettings {
  /// The count from which on all pairs weigh the same.
  var xMax: Double

  /// The power in the weight.
  var alpha: Double

  /// The learning rate.
  var rate: Double
}

/// The gradients of one pair's loss with respect to the four parameters that it touches.
struct PairGradients {
  /// With respect to the word vector.
  var dw: Vector

  /// With respect to the context vector.
  var dc: Vector

  /// With respect to the word's bias, and to the context's: they are the same.
  var db: Double
}

// MARK: Yours to write

/// The pairs with a count above 0, row after row, and from left to right in each row.
func countedPairs(_ X: Matrix) -> [CountedPair] {
  todo("the pairs with a count above 0")
}

/// The gradients of the loss of one pair, its weight times the square of its error, for a count `x` above 0.
func pairGradients(
  _ w: Vector, _ c: Vector, _ wordBias: Double, _ contextBias: Double, _ x: Double, _ settings: GloVeSettings
) -> PairGradients {
  todo("dw, dc and db")
}

/// The sums `G` with the squares of the gradients `g` added, entry by entry.
func adaGradSum(_ G: Vector, _ g: Vector) -> Vector {
  todo("G and the squares of g")
}

/// The parameters `theta` after a step: each entry less rate * g / sqrt(G), with `G` as it is given.
func adaGradStep(_ theta: Vector, _ g: Vector, _ G: Vector, _ rate: Double) -> Vector {
  todo("theta less rate * g / sqrt(G)")
}

/// Training after the step of one pair: its four gradients, then their sums, then the steps.
func trainedOnPair(_ training: GloVeTraining, _ pair: CountedPair, _ settings: GloVeSettings) -> GloVeTraining {
  todo("the step of one pair")
}

/// Training after one pass over the pairs, a step for each, in the order given.
func trainedOnPairs(
  _ training: GloVeTraining, _ pairs: [CountedPair], _ settings: GloVeSettings
) -> GloVeTraining {
  todo("a step for each pair")
}
