import JSON
import LinearAlgebra
import Testing
import Wire

private let state = ValueType.structure("State", [.init("h", .vector), .init("c", .optional(.number))])

private let pairs: [(String, ValueType, Value)] = [
  ("null", .void, .none), ("true", .boolean, .boolean(true)), ("3", .integer, .integer(3)),
  ("3.0", .integer, .integer(3)), ("3", .number, .number(3)), ("0.5", .number, .number(0.5)),
  ("\"Infinity\"", .number, .number(.infinity)), ("\"-Infinity\"", .number, .number(-.infinity)),
  ("\"NaN\"", .text, .text("NaN")), ("[1,2.5,\"Infinity\"]", .vector, .vector([1, 2.5, .infinity])),
  ("[]", .vector, .vector([])), ("[[1,2],[3,4],[5,6]]", .matrix, .matrix([[1, 2], [3, 4], [5, 6]])),
  ("[]", .matrix, .matrix(.zeros(0, 0))), ("[[],[]]", .matrix, .matrix(.zeros(2, 0))),
  ("null", .optional(.integer), .none), ("1", .optional(.integer), .integer(1)),
  ("[[1],[2,3]]", .list(.vector), .list([.vector([1]), .vector([2, 3])])), ("[]", .list(.text), .list([])),
  (
    #"{"h":[1],"c":null}"#, state,
    .structure("State", [.init("h", .vector([1])), .init("c", .none)])
  ),
]

private let mismatches: [(String, ValueType, String)] = [
  ("1", .void, "expected null, found a number"), ("1", .boolean, "expected true or false, found a number"),
  ("1.5", .integer, "expected a whole number, found 1.5"), ("1e300", .integer, "expected a whole number, found 1e+300"),
  ("\"NaN\"", .integer, "expected a whole number, found a string"),
  ("\"inf\"", .number, "expected a number, found a string"),
  ("true", .number, "expected a number, found true or false"), ("{}", .text, "expected a string, found an object"),
  ("null", .vector, "expected an array, found null"),
  ("[1,[2]]", .vector, "entry 1: expected a number, found an array"),
  ("[1]", .matrix, "row 0: expected an array, found a number"),
  (
    "[[1,2],[3]]", .matrix, "row 1: the rows of a matrix must be equally long; the first has length 2, this one 1"
  ),
  ("[[1,\"x\"]]", .matrix, "row 0, entry 1: expected a number, found a string"),
  ("[1,\"x\"]", .list(.optional(.integer)), "item 1: expected a whole number, found a string"),
  ("[1]", state, "expected an object with the fields of State, found an array"),
  (#"{"h":[],"g":1,"b":2}"#, state, "State is missing c; State has no field b, g"),
  (#"[{"h":[],"c":[]}]"#, .list(state), "item 0, field c: expected a number, found an array"),
]

@Suite struct `JSON and the wire's values` {
  @Test(arguments: pairs)
  func `convert both ways`(text: String, type: ValueType, value: Value) throws {
    let read = try Value(try JSONValue.parse(text), as: type)
    #expect(read == value)
    #expect(try Value(JSONValue(value), as: type) == value)
    #expect(try Value(try JSONValue.parse(value.json), as: type) == value)
  }

  @Test func `a value that is not a number crosses, too`() throws {
    guard case .number(let number) = try Value("NaN", as: .number) else {
      Issue.record("not a number")
      return
    }
    #expect(number.isNaN)
    #expect(Value.vector([.nan, 1]).json == #"["NaN",1.0]"#)
  }

  @Test func `a structure is written in the order of its fields`() {
    let value = Value.structure("S", [.init("z", .integer(1)), .init("a", .matrix([[1, 2], [3, 4]]))])
    #expect(value.json == #"{"z":1,"a":[[1.0,2.0],[3.0,4.0]]}"#)
  }

  @Test(arguments: mismatches)
  func `errors name the path`(text: String, type: ValueType, message: String) throws {
    let json = try JSONValue.parse(text)
    let error = #expect(throws: JSONError.self) { try Value(json, as: type) }
    #expect(error?.description == message)
  }

  @Test func `the arguments of a call`() throws {
    let parameters = ValueType.structure("Parameters", [.init("Wx", .matrix)])
    let function = FunctionType(parameters: [.vector, parameters], result: .number)
    #expect(
      try function.arguments([[1], ["Wx": [[2]]]])
        == [.vector([1]), .structure("Parameters", [.init("Wx", .matrix([[2]]))])])
    let wrong = #expect(throws: JSONError.self) {
      try function.arguments([[1], ["Wx": [[2], ["x"]]]], at: [.line(7)])
    }
    #expect(wrong?.description == "line 7, argument 2, field Wx, row 1, entry 0: expected a number, found a string")
    let count = #expect(throws: JSONError.self) { try function.arguments([[1]]) }
    #expect(count?.description == "expected 2 arguments, found 1")
  }
}
