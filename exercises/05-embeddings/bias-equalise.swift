// Equalising: a pair of words is left to differ in the bias direction alone.
//
// Write the part of a vector along the direction, the two parts of a pair, the pair that they make, the stretching to
// length 1, and equalising of a pair and of a table.
// Check your work with: gradus check bias-equalise

import LinearAlgebra

// MARK: Given

/// What a pair is taken apart into.
struct PairParts {
  /// What both words will have in common: the mean's part across the direction, nu.
  var shared: Vector

  /// What the first word has along the direction beyond the mean, and the second lacks: d.
  var opposite: Vector
}

/// The two words of a pair after equalising.
struct EqualisedPair {
  /// The vector of the first word.
  var first: Vector

  /// The vector of the second word.
  var second: Vector
}

/// The rows of two words to be equalised.
struct RowPair {
  /// The row of the first word.
  var first: Int

  /// The row of the second word.
  var second: Int
}

// MARK: Yours to write

/// The part of `e` that lies along the direction `g`, which may have any length above 0.
func partAlong(_ e: Vector, _ g: Vector) -> Vector {
  todo("(e . g / g . g) g")
}

/// The pair's shared part across `g`, and half its difference along `g`.
func pairParts(_ a: Vector, _ b: Vector, _ g: Vector) -> PairParts {
  todo("nu and d")
}

/// The pair whose words have the shared part in common, and the other part with opposite signs.
func pairOf(_ parts: PairParts) -> EqualisedPair {
  todo("nu + d and nu - d")
}

/// The same parts, the opposite one stretched so that shared + opposite has length 1.
func unitParts(_ parts: PairParts) -> PairParts {
  todo("the same, for results of length 1")
}

/// The equalised pair of two vectors of length 1; both results have length 1.
func equalise(_ a: Vector, _ b: Vector, _ g: Vector) -> EqualisedPair {
  todo("the equalised pair")
}

/// The table `E` with the listed pairs of rows equalised; all other rows stay as they are.
func equaliseAll(_ E: Matrix, _ pairs: [RowPair], _ g: Vector) -> Matrix {
  todo("the table with its pairs equalised")
}
