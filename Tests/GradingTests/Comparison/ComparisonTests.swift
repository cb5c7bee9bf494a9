import LinearAlgebra
import Testing
import Wire

@testable import Grading

@Suite struct `Comparison of results` {
  private func compare(_ student: Value, _ expected: Value) -> Comparison {
    Comparison(student: student, expected: expected, tolerance: .results)
  }

  private func pair(_ a: Value, _ b: Value) -> Value {
    .structure("Pair", [Value.Field("a", a), Value.Field("b", b)])
  }

  @Test(arguments: [
    Value.none, .boolean(true), .integer(-3), .number(0.1), .text("word"), .vector([1, 2]), .vector([]),
    .matrix(Matrix([[1, 2], [3, 4]])), .matrix(.zeros(0, 3)), .list([]), .list([.vector([1]), .vector([2, 3])]),
    .structure("S", [Value.Field("x", .number(1))]),
  ])
  func `a value agrees with itself`(value: Value) { #expect(compare(value, value).agrees) }

  @Test(arguments: [
    (Value.number(1), Value.integer(1)), (.number(1), .vector([1])), (.vector([1, 2]), .vector([1, 2, 3])),
    (.vector([1, 2]), .matrix(Matrix([[1, 2]]))), (.matrix(.zeros(2, 3)), .matrix(.zeros(3, 2))),
    (.list([.number(1)]), .list([])), (.integer(1), .integer(2)), (.boolean(true), .boolean(false)),
    (.text("a"), .text("b")), (.none, .number(0)), (.list([.number(1), .number(2)]), .vector([1, 2])),
    (.structure("A", []), .structure("B", [])),
    (.structure("A", [Value.Field("x", .number(1))]), .structure("A", [Value.Field("y", .number(1))])),
  ])
  func `values of other kinds, shapes or content differ`(student: Value, expected: Value) {
    #expect(!compare(student, expected).agrees)
    #expect(!compare(expected, student).agrees)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func `a number that is not finite agrees with nothing, itself included`(number: Double) {
    for expected in [number, 0, 1e308] {
      let comparison = compare(.vector([1, number]), .vector([1, expected]))
      #expect(!comparison.agrees)
      #expect(comparison.first?.location.entry == .index(1))
      guard case .notFinite? = comparison.first?.kind else {
        Issue.record("the difference is \(String(describing: comparison.first))")
        continue
      }
    }
    #expect(!Tolerance.results.accepts(number, number))
    #expect(!Tolerance.results.accepts(0, number))
  }

  @Test(
    arguments: [
      // Below 1 the error is absolute, above relative to the larger number; 2^-30 is a border that a Double can hold.
      (0.0, 0x1p-30, true), (0.0, 0x1.000001p-30, false), (0.5, 0.5 + 0x1p-30, true), (0.5, 0.5 + 0x1.00001p-30, false),
      (1024, 1024 - 0x1p-20, true), (1024, 1024 - 0x1.00001p-20, false), (-1, 1, false), (1e300, 1e300, true),
      (1e300, -1e300, false), (1e-300, 0, true), (0.0, -0.0, true),
    ] as [(Double, Double, Bool)])
  func `the tolerance ends where it says`(a: Double, b: Double, isAccepted: Bool) {
    #expect(Tolerance(0x1p-30).accepts(a, b) == isAccepted)
    #expect(Tolerance(0x1p-30).accepts(b, a) == isAccepted)
    #expect(Tolerance(0x1p-30).accepts(-a, -b) == isAccepted)
  }

  @Test func `the first difference is named with block, items and entry`() {
    let right = pair(.list([.vector([1, 2]), .vector([3, 4])]), .matrix(Matrix([[1, 2], [3, 4]])))
    let wrong = pair(.list([.vector([1, 2]), .vector([3, 5])]), .matrix(Matrix([[1, 0], [0, 4]])))
    let comparison = compare(wrong, right)
    #expect(comparison.first?.location.description(firstStep: nil) == "block a, item 1, entry 1")
    #expect(comparison.first?.location.description(firstStep: 1) == "block a, time step t = 2, entry 1")
    #expect(comparison.wrong == ["a": 1, "b": 2])
    #expect(comparison.blocks.map(\.name) == ["a", "b"])
    #expect(comparison.blocks.map(\.count) == [4, 4])
    let second = compare(
      pair(.number(1), .matrix(Matrix([[1, 2], [3, 0]]))), pair(.number(1), .matrix(Matrix([[1, 2], [3, 4]]))))
    #expect(second.first?.location.description(firstStep: nil) == "block b, row 1, column 1")
    #expect(second.wrong == ["b": 1])
  }

  @Test func `structures in lists are named by their fields`() {
    let right = Value.list([pair(.number(1), .vector([2]))])
    let comparison = compare(.list([pair(.number(1), .vector([3]))]), right)
    #expect(comparison.first?.location.description(firstStep: nil) == "item 0, field b, entry 0")
    #expect(
      Leaf.all(in: right).map { $0.location.description(firstStep: nil) } == ["item 0, field a", "item 0, field b"])
  }

  @Test func `values are shown so that unequal ones never look alike`() {
    #expect(ValueText.full(.vector([0.1, 0.1.nextUp, -0.0, 1e21])) == "[0.1, 0.10000000000000002, -0, 1e+21]")
    #expect(ValueText.full(.vector([.nan, .infinity, -.infinity])) == #"["NaN", "Infinity", "-Infinity"]"#)
    #expect(ValueText.full(.text("a\"b\\\n\u{1}\u{1F}")) == #""a\"b\\\n\u0001\u001f""#)
    #expect(
      ValueText.full(.structure("S", [Value.Field("x", .none), Value.Field("y", .boolean(true))]))
        == #"{"x": null, "y": true}"#)
    #expect(ValueText.full(.matrix(Matrix([[1, 2], [3, 4]]))) == "[[1, 2], [3, 4]]")
    #expect(ValueText.short(.matrix(.zeros(100, 100))) == "a 100 x 100 matrix, too large to show")
  }
}
