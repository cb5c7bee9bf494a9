extension Matrix {
  /// The product of a matrix and a column vector.
  public static func * (a: Matrix, x: Vector) -> Vector {
    precondition(
      a.columns == x.count, "cannot multiply a \(a.rows) x \(a.columns) matrix by a vector of \(x.count) entries")
    var result = [Double](repeating: 0, count: a.rows)
    for row in 0..<a.rows {
      var total = 0.0
      for column in 0..<a.columns { total += a.elements[row * a.columns + column] * x.elements[column] }
      result[row] = total
    }
    return Vector(result)
  }

  /// The product of two matrices.
  public static func * (a: Matrix, b: Matrix) -> Matrix {
    precondition(
      a.columns == b.rows, "cannot multiply a \(a.rows) x \(a.columns) matrix by a \(b.rows) x \(b.columns) matrix")
    var result = [Double](repeating: 0, count: a.rows * b.columns)
    for row in 0..<a.rows {
      for inner in 0..<a.columns {
        let factor = a.elements[row * a.columns + inner]
        for column in 0..<b.columns {
          result[row * b.columns + column] += factor * b.elements[inner * b.columns + column]
        }
      }
    }
    return Matrix(rows: a.rows, columns: b.columns, elements: result)
  }

  /// The entry-by-entry sum.
  public static func + (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    result.merge(b, "add", +)
    return result
  }

  /// The entry-by-entry difference.
  public static func - (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    result.merge(b, "subtract", -)
    return result
  }

  /// The element-wise (Hadamard) product.
  public static func .* (a: Matrix, b: Matrix) -> Matrix {
    var result = a
    result.merge(b, "multiply element-wise", *)
    return result
  }

  /// The matrix with every sign turned.
  public static prefix func - (a: Matrix) -> Matrix { a.map { -$0 } }

  /// `scalar` times every entry.
  public static func * (scalar: Double, a: Matrix) -> Matrix { a.map { scalar * $0 } }

  /// Every entry times `scalar`.
  public static func * (a: Matrix, scalar: Double) -> Matrix { a.map { $0 * scalar } }

  /// Every entry divided by `scalar`.
  public static func / (a: Matrix, scalar: Double) -> Matrix { a.map { $0 / scalar } }

  /// Adds `b` entry by entry.
  public static func += (a: inout Matrix, b: Matrix) { a.merge(b, "add", +) }

  /// Subtracts `b` entry by entry.
  public static func -= (a: inout Matrix, b: Matrix) { a.merge(b, "subtract", -) }

  /// Multiplies every entry by `scalar`.
  public static func *= (a: inout Matrix, scalar: Double) { a = scalar * a }
}

/// The outer product `a b^T`: a matrix of `a.count` rows and `b.count` columns with entries `a[r] * b[c]`.
public func outer(_ a: Vector, _ b: Vector) -> Matrix {
  var elements: [Double] = []
  elements.reserveCapacity(a.count * b.count)
  for left in a.elements {
    for right in b.elements { elements.append(left * right) }
  }
  return Matrix(rows: a.count, columns: b.count, elements: elements)
}
