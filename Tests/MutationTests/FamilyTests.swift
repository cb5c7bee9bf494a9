import Testing

@testable import Mutation

/// A line of Swift and the mutants of one family that it must have.
struct Family: Sendable, CustomTestStringConvertible {
  let kind: Mutant.Kind
  let source: String
  let changes: [String]

  init(_ kind: Mutant.Kind, _ source: String, _ changes: String...) {
    self.kind = kind
    self.source = source
    self.changes = changes
  }

  var testDescription: String { "\(kind.rawValue): \(source)" }
}

@Suite struct `Families of mutants` {
  @Test(arguments: [
    Family(.arithmetic, "func f(_ a: Int, _ b: Int) -> Int { a + b }", "+ -> -", "+ -> *"),
    Family(.arithmetic, "func f(_ a: Double, _ b: Double) -> Double { a / b }", "a / b -> b / a", "/ -> *"),
    Family(.arithmetic, "func f(_ a: Vector) -> Vector { -a }", "-a -> a"),
    Family(
      .comparison, "func f(_ a: Int) -> Int { if a < 2 { return 1 }; return 3 }", "a < 2 -> !(a < 2)", "a < 2 -> true",
      "a < 2 -> false", "< -> <=", "< -> >"),
    Family(
      .term, "func f(_ a: Double, _ b: Double) -> Double { a - b * 2 }", "a - b * 2 -> a", "a - b * 2 -> -(b * 2)",
      "b * 2 -> b", "b * 2 -> 2"),
    Family(.index, "func f(_ a: [Int], _ t: Int) -> Int { a[t] }", "t -> t + 1", "t -> t - 1"),
    Family(.transpose, "func f(_ W: Matrix, _ x: Vector) -> Vector { W * x }", "W -> W.transposed"),
    Family(
      .transpose, "func f(_ W: Matrix, _ x: Vector) -> Vector { W.transposed * x }", "W.transposed -> W",
      "W -> W.transposed"),
    Family(.constant, "func f() -> Int { 2 }", "2 -> 3", "2 -> 1"),
    Family(.constant, "func f() -> Double { 0.0 }", "0.0 -> 1.0"),
    Family(
      .constant, "func f(_ x: Vector) -> Vector { let y = tanh(x); return y }", "tanh(x) -> -tanh(x)", "x -> -x",
      "y -> -y"),
    Family(.statement, "func f(_ a: inout [Int]) { a[0] = 1; a.append(2) }", "a[0] = 1 -> ", "a.append(2) -> "),
    Family(
      .bound, "func f(_ n: Int) { for t in 1...n { print(t) } }", "1...n -> (1...n).dropFirst()",
      "1...n -> (1...n).dropLast()", "1 -> 1 + 1", "1 -> 1 - 1", "... -> ..<", "n -> n + 1", "n -> n - 1"),
    Family(
      .bound, "func f(_ x: [Int]) -> Int { var last = 0; for t in x { last = t }; return last }", "x -> x.dropFirst()",
      "x -> x.dropLast()", "x -> x.reversed()"),
    Family(.bound, "func f(_ x: [Int]) -> Int { x.dropFirst().count }", "x.dropFirst() -> x"),
    Family(.accumulation, "func f(_ x: Vector) -> Vector { var s = x; s += x; return s }", "+= -> ="),
    Family(.function, "func f(_ x: Vector) -> Vector { tanh(x) }", "tanh -> sigmoid", "tanh -> f", "tanh(x) -> x"),
    Family(
      .function, "func logSoftmax(_ v: Vector) -> Double { 0 }\nfunc f(_ v: Vector) -> Double { logSoftmax(v) }",
      "logSoftmax -> softmax", "logSoftmax -> logSigmoid", "logSoftmax(v) -> log(softmax(v))", "logSoftmax -> f"),
    Family(
      .function, "func f(_ x: Int, _ y: Int) -> Int { max(x, y) }", "max -> min", "max(x, y) -> x",
      "max(x, y) -> y"),
    Family(
      .arguments, "func g(_ a: Int, _ b: Int, _ c: Vector) {}\nfunc f(_ v: Vector) { g(1, 2, v) }", "1, 2 -> 2, 1"),
    Family(.field, "func f(_ W: Matrix) -> Int { W.rows }", "rows -> columns"),
    Family(.variable, "func f(_ a: Int, _ b: Int, _ c: Double) -> Int { a }", "a -> b"),
    Family(.variable, "func f(_ a: Vector, _ b: Vector) -> Int { a.count }"),
    Family(.variable, "func f(_ a: Int) -> Int { let b = a; return a + b }", "b -> a"),
    Family(.result, "func f(_ v: Vector) -> Vector { return v }", "v -> Vector.zeros((v).count)"),
    Family(.result, "func f(_ a: Bool) -> Bool { a }", "a -> true", "a -> false"),
  ])
  func `change what they say`(_ family: Family) throws {
    let found = try CompilerTree.mutants(of: family.source).filter { $0.kind == family.kind }
    #expect(found.map(\.summary) == family.changes)
  }
}
