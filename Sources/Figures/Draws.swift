internal import Embeddings
internal import LinearAlgebra

/// Numbers, vectors and matrices drawn from a seed, the same on every machine.
struct Draws {
  private var draws: SeededDraws

  /// Begins with a seed.
  init(seed: UInt64) {
    draws = SeededDraws(seed: seed)
  }

  /// A number from -1 to 1, evenly spread.
  mutating func number() -> Double {
    2 * draws.fraction() - 1
  }

  /// A vector of entries from -1 to 1.
  mutating func vector(_ count: Int) -> Vector {
    Vector((0..<count).map { _ in number() })
  }

  /// A matrix whose entries have mean 0 and the variance `1 / columns`, drawn row by row.
  mutating func weights(_ rows: Int, _ columns: Int) -> Matrix {
    let bound = (3 / Double(columns)).squareRoot()
    var matrix = Matrix.zeros(rows, columns)
    for row in 0..<rows { matrix[row: row] = bound * vector(columns) }
    return matrix
  }
}

/// The cosine of an angle, by its series; the toolbox for students has none.
func cosine(_ angle: Double) -> Double {
  var (sum, term) = (1.0, 1.0)
  for n in 1...24 {
    term *= -angle * angle / Double((2 * n - 1) * (2 * n))
    sum += term
  }
  return sum
}
