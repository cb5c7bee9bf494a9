// Foundation is imported; a private type stands for the direction, and parameters have labels and names of their own.

import Foundation
import LinearAlgebra

/// A direction in the space of words.
private struct Direction {
  let vector: Vector
  let length: Double

  init(_ vector: Vector) {
    self.vector = vector
    self.length = vector.norm
  }

  func coordinate(of word: Vector) -> Double { dot(word, vector) / length }

  func component(of word: Vector) -> Vector { (coordinate(of: word) / length) * vector }
}

extension Matrix {
  fileprivate func mapRows(_ transform: (Int, Vector) -> Vector) -> Matrix {
    var result = self
    for row in 0..<rows { result[row: row] = transform(row, self[row: row]) }
    return result
  }
}

/// The part of `e` that lies along the direction `g`: `(e . g / g . g) g`.
///
/// `g` may have any length above 0.
func biasComponent(of word: Vector, along direction: Vector) -> Vector {
  Direction(direction).component(of: word)
}

/// The vector `e` without its part along `g`; the result is orthogonal to `g`.
func neutralise(word: Vector, direction: Vector) -> Vector {
  word - Direction(direction).component(of: word)
}

/// The table `E` with every row neutralised but those listed in `definitional`, which stay as they are.
///
/// The list may be in any order and may name a row twice.
func neutraliseAll(words: Matrix, except definitional: [Int], direction: Vector) -> Matrix {
  let axis = Direction(direction)
  let exceptions = IndexSet(definitional)
  return words.mapRows { row, word in
    exceptions.contains(row) ? word : word - axis.component(of: word)
  }
}
