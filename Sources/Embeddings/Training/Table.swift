/// The numbers that training computes with: `Double`, or `Float` for speed.
package typealias TrainingNumber = BinaryFloatingPoint & SIMDScalar & Sendable

/// A table of vectors that training changes in place, a row a word.
///
/// A row has room for a multiple of eight numbers, of which those beyond the vector's dimensions stay 0, so that no
/// loop over a row has a remainder.
@safe package final class Table<Number: TrainingNumber> {
  /// The number of rows.
  package let rows: Int
  /// The number of dimensions that count.
  package let dimensions: Int
  /// The blocks of eight numbers in a row.
  let blocks: Int
  private let numbers: UnsafeMutablePointer<SIMD8<Number>>

  /// Makes a table of zeros.
  package init(rows: Int, dimensions: Int) {
    self.rows = rows
    self.dimensions = dimensions
    blocks = (dimensions + 7) / 8
    unsafe numbers = .allocate(capacity: max(1, rows * blocks))
    unsafe numbers.initialize(repeating: SIMD8(repeating: 0), count: max(1, rows * blocks))
  }

  deinit { unsafe numbers.deallocate() }

  /// Where a row begins: as many blocks as ``blocks`` says may be used, for as long as the table lives.
  func row(_ index: Int) -> Row<Number> {
    precondition(index >= 0 && index < rows, "no row \(index) in a table of \(rows)")
    return unsafe numbers + index * blocks
  }

  /// A copy of a row's dimensions.
  package subscript(index: Int) -> [Number] {
    get {
      let start = unsafe row(index)
      return (0..<dimensions).map { unsafe start[$0 / 8][$0 % 8] }
    }
    set {
      precondition(newValue.count == dimensions, "a row of \(newValue.count) numbers where \(dimensions) belong")
      let start = unsafe row(index)
      for (place, number) in newValue.enumerated() { unsafe start[place / 8][place % 8] = number }
    }
  }

  /// Fills the table with numbers of at most `0.5 / dimensions` in size, evenly spread, as word2vec begins.
  func fill(_ draws: inout SeededDraws) {
    for index in 0..<rows {
      self[index] = (0..<dimensions).map { _ in Number((draws.fraction() - 0.5) / Double(dimensions)) }
    }
  }
}

/// A row of a table, in blocks of eight numbers.
typealias Row<Number: TrainingNumber> = UnsafeMutablePointer<SIMD8<Number>>

/// The inner product of two rows.
@inline(__always)
func inner<Number: TrainingNumber>(_ a: Row<Number>, _ b: Row<Number>, _ blocks: Int) -> Number {
  var sum = SIMD8<Number>(repeating: 0)
  for block in 0..<blocks { unsafe sum += a[block] * b[block] }
  return sum.sum()
}

/// Adds `scale` times the row `a` to the row `b`.
@inline(__always)
func add<Number: TrainingNumber>(_ scale: Number, _ a: Row<Number>, to b: Row<Number>, _ blocks: Int) {
  for block in 0..<blocks { unsafe b[block] += scale * a[block] }
}

/// Sets a row to zeros.
@inline(__always)
func clear<Number: TrainingNumber>(_ a: Row<Number>, _ blocks: Int) {
  for block in 0..<blocks { unsafe a[block] = SIMD8(repeating: 0) }
}
