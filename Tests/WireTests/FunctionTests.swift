import LinearAlgebra
import Testing
import Wire

private struct State: Hashable {
  var h: Vector
  var steps: [Int]
  var note: String?
}

private struct Pair {
  var small: Bool
  var state: State
  var matrix: Matrix
}

private final class Box {}

@Suite struct `Functions on the wire` {
  private let state = Value.structure(
    "State",
    [Value.Field("h", .vector([1, 2])), Value.Field("steps", .list([.integer(3)])), Value.Field("note", .none)])

  @Test func `tell their types`() {
    #expect("\(Function("f") { (x: Vector, n: Int) in x[n] }.type)" == "(Vector, Int) -> Double")
    #expect("\(Function("f") { (x: [Vector], y: Matrix?) in x.isEmpty }.type)" == "([Vector], Matrix?) -> Bool")
    #expect("\(Function("f") { "text" }.type)" == "() -> String")
    #expect("\(Function("f") { (s: State) in s }.type)" == "(State) -> State")
    let type = Function("f") { (s: State) in s }.type.result
    #expect(
      type
        == .structure(
          "State",
          [
            ValueType.Field("h", .vector), ValueType.Field("steps", .list(.integer)),
            ValueType.Field("note", .optional(.text)),
          ]))
  }

  @Test func `are called with values`() throws {
    let scaled = Function("scaled") { (x: Vector, factor: Double) in factor * x }
    #expect(try scaled.call([.vector([1, 2]), .number(3)]) == .vector([3, 6]))
    let next = Function("next") { (s: State) in State(h: 2 * s.h, steps: s.steps + [4], note: "two") }
    let expected = Value.structure(
      "State",
      [
        Value.Field("h", .vector([2, 4])), Value.Field("steps", .list([.integer(3), .integer(4)])),
        Value.Field("note", .text("two")),
      ])
    #expect(try next.call([state]) == expected)
  }

  @Test func `take and return structures in structures and lists of structures`() throws {
    let function = Function("f") { (s: [State], small: Bool) in
      s.map { Pair(small: small, state: $0, matrix: .identity(2)) }
    }
    guard case .list(let pairs) = try function.call([.list([state, state]), .boolean(true)]) else {
      Issue.record("not a list")
      return
    }
    #expect(pairs.count == 2)
    for pair in pairs {
      guard case .structure("Pair", let fields) = pair else {
        Issue.record("not a Pair: \(pair)")
        continue
      }
      #expect(fields.map(\.label) == ["small", "state", "matrix"])
      #expect(fields.map(\.value) == [.boolean(true), state, .matrix(.identity(2))])
    }
  }

  @Test func `leave nothing behind, however often they are called`() throws {
    let function = Function("f") { (s: State) in s }
    for _ in 0..<20_000 { #expect(try function.call([state]) == state) }
  }

  @Test(
    arguments: [
      [], [.number(1)], [.number(1), .number(2), .number(3)], [.integer(1), .vector([1])], [.vector([1]), .integer(1)],
      [.none, .number(1)], [.vector([1]), .text("1")],
    ] as [[Value]])
  func `refuse other arguments than theirs`(arguments: [Value]) {
    let function = Function("f") { (x: Vector, y: Double) in y }
    #expect(throws: ConversionError.self) { try function.call(arguments) }
  }

  @Test func `refuse structures with other names, fields, orders or types`() {
    let function = Function("f") { (s: State) in 0.0 }
    let fields = [Value.Field("h", .vector([1])), Value.Field("steps", .list([])), Value.Field("note", .text("n"))]
    #expect(throws: Never.self) { try function.call([.structure("State", fields)]) }
    let wrong: [Value] = [
      .structure("Other", fields), .structure("State", Array(fields.dropLast())),
      .structure("State", fields.reversed()),
      .structure("State", fields + [Value.Field("more", .none)]), .list([]), .none,
      .structure("State", [fields[0], fields[1], Value.Field("note", .number(1))]),
      .structure("State", [fields[0], Value.Field("steps", .list([.integer(1), .text("2")])), fields[2]]),
    ]
    for value in wrong { #expect(throws: ConversionError.self, "\(value)") { try function.call([value]) } }
  }

  @Test func `of types that cannot be sent say so, and are refused`() {
    let function = Function("f") { (x: Double) in Box() }
    guard case .other = function.type.result else {
      Issue.record("\(function.type.result)")
      return
    }
    #expect(throws: ConversionError.self) { try function.call([.number(1)]) }
    #expect(throws: ConversionError.self) { try Value(of: Box()) }
    #expect(throws: ConversionError.self) { try Value(of: { 1 }) }
    #expect(throws: ConversionError.self) { try Function("g") { (b: Box) in 1 }.call([.none]) }
  }

  @Test func `pass on what they throw`() {
    struct Trouble: Error {}
    let function = Function("f") { (x: Double) throws -> Double in throw Trouble() }
    #expect(throws: Trouble.self) { try function.call([.number(1)]) }
  }
}
