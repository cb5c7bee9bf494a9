import LinearAlgebra
import Testing

/// What stops the program, each in a process of its own, and what it must say.
@Suite struct `Shapes that do not fit` {
  private func said(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }

  @Test func `stop a sum of vectors`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Vector([1, 2]) + Vector([1, 2, 3])
    }
    #expect(said(result).contains("cannot add vectors of 2 and 3 entries"))
  }

  @Test func `stop an inner product`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = dot([1], [1, 2])
    }
    #expect(said(result).contains("cannot take the inner product of vectors of 1 and 2 entries"))
  }

  @Test func `stop a matrix times a vector`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(2, 3) * Vector([1, 2])
    }
    #expect(said(result).contains("cannot multiply a 2 x 3 matrix by a vector of 2 entries"))
  }

  @Test func `stop a matrix times a matrix`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(2, 3) * Matrix.zeros(2, 3)
    }
    #expect(said(result).contains("cannot multiply a 2 x 3 matrix by a 2 x 3 matrix"))
  }

  @Test func `stop a sum of matrices`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(2, 3) + Matrix.zeros(3, 2)
    }
    #expect(said(result).contains("cannot add matrices of 2 x 3 and 3 x 2"))
  }

  @Test func `stop an entry that is not there`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Vector([1, 2])[2]
    }
    #expect(said(result).contains("no entry 2 in a vector of 2 entries"))
    let row = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix.zeros(2, 3)[row: 2]
    }
    #expect(said(row).contains("no row 2 in a 2 x 3 matrix"))
    let word = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Vector.oneHot(3, count: 3)
    }
    #expect(said(word).contains("no entry 3 in a one-hot vector of 3 entries"))
    // In the first row, the place of the entry behind the last is that of the second row's first.
    await #expect(processExitsWith: .failure) { _ = Matrix.zeros(2, 3)[0, 3] }
    await #expect(processExitsWith: .failure) { _ = Matrix.zeros(2, 3)[-1, 3] }
  }

  @Test func `stop rows of other lengths`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Matrix([[1, 2], [3]])
    }
    #expect(said(result).contains("the rows of a matrix must be equally long"))
  }

  @Test func `todo names its line`() async {
    let line = #line + 1
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      todo("dz_t")
    }
    #expect(said(result).contains("not implemented: line \(line) of LinearAlgebraTests/ShapeTests.swift"))
  }
}
