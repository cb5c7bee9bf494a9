/// A matrix of real numbers, stored row by row.
///
/// A matrix of `rows x columns` maps a vector of length `columns` to one of length `rows`: `W * x`. Shapes that do not fit
/// stop the program with both shapes named.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int

  /// The number of columns.
  public let columns: Int

  /// The entries, row after row: entry `(r, c)` is `elements[r * columns + c]`.
  public private(set) var elements: [Double]

  /// Makes a matrix of `elements` given row after row.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot be \(rows) x \(columns)")
    precondition(
      elements.count == rows * columns, "a \(rows) x \(columns) matrix has not \(elements.count) entries")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// Makes a matrix of the given rows, all of one length.
  public init(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    precondition(rows.allSatisfy { $0.count == columns }, "the rows of a matrix must be equally long")
    self.init(rows: rows.count, columns: columns, elements: rows.flatMap { $0 })
  }

  /// The matrix of zeros.
  public static func zeros(_ rows: Int, _ columns: Int) -> Matrix {
    precondition(rows >= 0 && columns >= 0, "a matrix cannot be \(rows) x \(columns)")
    return Matrix(rows: rows, columns: columns, elements: Array(repeating: 0, count: rows * columns))
  }

  /// The identity matrix of `size` rows and columns.
  public static func identity(_ size: Int) -> Matrix {
    var matrix = zeros(size, size)
    for index in 0..<size { matrix[index, index] = 1 }
    return matrix
  }

  /// The entry in the given row and column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get {
      requireInside(row, column)
      return elements[row * columns + column]
    }
    set {
      requireInside(row, column)
      elements[row * columns + column] = newValue
    }
  }

  /// The row of the given index, as a vector.
  ///
  /// Reading and writing it costs time in the number of columns alone.
  public subscript(row row: Int) -> Vector {
    get {
      precondition(row >= 0 && row < rows, "no row \(row) in a \(rows) x \(columns) matrix")
      return Vector(elements[row * columns..<(row + 1) * columns])
    }
    set {
      precondition(row >= 0 && row < rows, "no row \(row) in a \(rows) x \(columns) matrix")
      precondition(
        newValue.count == columns, "a row of a \(rows) x \(columns) matrix has not \(newValue.count) entries")
      for column in 0..<columns { elements[row * columns + column] = newValue.elements[column] }
    }
  }

  /// The column of the given index, as a vector.
  public subscript(column column: Int) -> Vector {
    get {
      precondition(column >= 0 && column < columns, "no column \(column) in a \(rows) x \(columns) matrix")
      return Vector((0..<rows).map { elements[$0 * columns + column] })
    }
    set {
      precondition(column >= 0 && column < columns, "no column \(column) in a \(rows) x \(columns) matrix")
      precondition(
        newValue.count == rows, "a column of a \(rows) x \(columns) matrix has not \(newValue.count) entries")
      for row in 0..<rows { elements[row * columns + column] = newValue.elements[row] }
    }
  }

  /// The matrix with rows and columns exchanged.
  public var transposed: Matrix {
    var result = Matrix.zeros(columns, rows)
    for row in 0..<rows {
      for column in 0..<columns { result.elements[column * rows + row] = elements[row * columns + column] }
    }
    return result
  }

  /// The matrix whose entries are `transform` of this one's entries.
  public func map(_ transform: (Double) throws -> Double) rethrows -> Matrix {
    Matrix(rows: rows, columns: columns, elements: try elements.map(transform))
  }

  /// Replaces every entry by `combine` of itself and the entry of `other` in its place.
  mutating func merge(_ other: Matrix, _ verb: StaticString, _ combine: (Double, Double) -> Double) {
    precondition(
      rows == other.rows && columns == other.columns,
      "cannot \(verb) matrices of \(rows) x \(columns) and \(other.rows) x \(other.columns)")
    for index in elements.indices { elements[index] = combine(elements[index], other.elements[index]) }
  }

  private func requireInside(_ row: Int, _ column: Int) {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns,
      "no entry (\(row), \(column)) in a \(rows) x \(columns) matrix")
  }
}

extension Matrix: ExpressibleByArrayLiteral, CustomStringConvertible {
  /// Makes a matrix of the listed rows, as in `let m: Matrix = [[1, 2], [3, 4]]`.
  public init(arrayLiteral rows: [Double]...) {
    self.init(rows)
  }

  /// The rows in brackets, as Swift prints an array of arrays.
  public var description: String {
    "[" + (0..<rows).map { self[row: $0].description }.joined(separator: ", ") + "]"
  }
}
