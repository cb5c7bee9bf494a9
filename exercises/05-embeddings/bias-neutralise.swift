// Neutralising: taking a bias direction out of word vectors.
//
// Write the part of a vector along the direction (biasComponent), the vector without it (neutralise), and a whole table
// whose words are neutralised, apart from those that carry the direction by definition (neutraliseAll).
// Check your work with: gradus check bias-neutralise

import LinearAlgebra

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(_ e: Vector, _ g: Vector) -> Vector {
  todo("(e . g / g . g) g")
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(_ e: Vector, _ g: Vector) -> Vector {
  todo("e without its bias component")
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(_ E: Matrix, _ definitional: [Int], _ g: Vector) -> Matrix {
  todo("all rows but the definitional ones")
}
