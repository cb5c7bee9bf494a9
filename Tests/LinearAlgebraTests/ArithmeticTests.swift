import LinearAlgebra
import Testing

@Suite struct `Vectors` {
  private let a: Vector = [1, 2, 3]
  private let b: Vector = [4, -5, 0.5]

  @Test func `add, subtract, scale and multiply entry by entry`() {
    #expect(a + b == [5, -3, 3.5])
    #expect(a - b == [-3, 7, 2.5])
    #expect(a .* b == [4, -10, 1.5])
    #expect(-a == [-1, -2, -3])
    #expect(2 * a == [2, 4, 6])
    #expect(a * 2 == [2, 4, 6])
    #expect(a / 2 == [0.5, 1, 1.5])
    #expect(1 - a == [0, -1, -2])
    #expect(1 + a == [2, 3, 4])
    #expect(1 - a .* a == [0, -3, -8])
  }

  @Test func `change in place`() {
    var v = a
    v += b
    #expect(v == [5, -3, 3.5])
    v -= a
    #expect(v == b)
    v *= 2
    #expect(v == [8, -10, 1])
    v[1] = 7
    #expect(v == [8, 7, 1])
  }

  @Test func `have products, sums and lengths`() {
    #expect(dot(a, b) == -4.5)
    #expect(a.sum == 6)
    #expect(a.squaredNorm == 14)
    #expect(Vector([3, 4]).norm == 5)
    #expect(concatenate(a, [9]) == [1, 2, 3, 9])
    #expect(outer(a, [10, 20]) == Matrix([[10, 20], [20, 40], [30, 60]]))
  }

  @Test func `are made in several ways`() {
    #expect(Vector.zeros(2) == [0, 0])
    #expect(Vector.ones(2) == [1, 1])
    #expect(Vector.oneHot(1, count: 3) == [0, 1, 0])
    #expect(Vector(repeating: 4, count: 2) == [4, 4])
    #expect(Vector((0..<3).lazy.map { Double($0) }) == [0, 1, 2])
    #expect(a.map { $0 + 1 } == [2, 3, 4])
    #expect(Vector.zeros(0).count == 0)
    #expect("\(a)" == "[1.0, 2.0, 3.0]")
    #expect(a.indices.map { a[$0] } == [1, 2, 3])
  }
}

@Suite struct `Matrices` {
  private let m = Matrix([[1, 2, 3], [4, 5, 6]])

  @Test func `map vectors and multiply matrices`() {
    #expect(m * Vector([1, 0, -1]) == [-2, -2])
    #expect(m * Matrix([[1, 0], [0, 1], [1, 1]]) == Matrix([[4, 5], [10, 11]]))
    #expect(Matrix.identity(2) * m == m)
    #expect(m * Matrix.identity(3) == m)
  }

  @Test func `are transposed`() {
    #expect(m.transposed == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(m.transposed.transposed == m)
    #expect(m.transposed * Vector([1, 1]) == [5, 7, 9])
  }

  @Test func `add, subtract, scale and multiply entry by entry`() {
    #expect(m + m == 2 * m)
    #expect(m - m == .zeros(2, 3))
    #expect(-m == m * -1)
    #expect(m / 2 == m * 0.5)
    #expect(m .* m == m.map { $0 * $0 })
    var n = m
    n += m
    n -= .zeros(2, 3)
    n *= 0.5
    #expect(n == m)
  }

  @Test func `give and take entries, rows and columns`() {
    var n = m
    #expect(n[1, 2] == 6)
    #expect(n[row: 1] == [4, 5, 6])
    #expect(n[column: 2] == [3, 6])
    n[0, 0] = 9
    n[row: 1] = [7, 8, 9]
    n[column: 1] = [0, 1]
    #expect(n == Matrix([[9, 0, 3], [7, 1, 9]]))
    #expect(n.rows == 2 && n.columns == 3)
    #expect(n.elements == [9, 0, 3, 7, 1, 9])
  }

  @Test func `may be empty`() {
    #expect(Matrix.zeros(0, 3) * Vector([1, 2, 3]) == [])
    #expect(Matrix.zeros(2, 0) * Vector([]) == [0, 0])
    #expect(Matrix.zeros(0, 3).transposed == .zeros(3, 0))
    #expect(Matrix.zeros(2, 0) * Matrix.zeros(0, 2) == .zeros(2, 2))
  }
}
