import JSON
import Testing

private let trees: [(String, JSONValue)] = [
  ("null", nil), (" true ", true), ("false", false), ("12", 12), ("-0", -0.0), ("1.0", 1), ("1.5e3", 1500),
  ("0.1", 0.1), ("5e-324", .number(.leastNonzeroMagnitude)), ("9007199254740993", 9_007_199_254_740_993),
  ("1e20", 1e20),
  ("9223372036854775807", 9_223_372_036_854_775_807), ("9223372036854775808", 9.223372036854775808e18),
  ("\"\"", ""), (#""a\n\"\\\/\u00e9\ud83d\ude00é😀""#, "a\n\"\\/é😀é😀"), ("\"\u{7F}\"", "\u{7F}"), ("[]", []),
  ("{}", [:]),
  ("[1,[2.5,\r\n\t\"x\"],null]", [1, [2.5, "x"], nil]),
  (#"{"b":1,"a":{"c":[true]}}"#, ["a": ["c": [true]], "b": 1]),
]

private let malformed: [(String, String)] = [
  ("", "line 1, column 1: expected a value, found the end"),
  (" \n ", "line 2, column 2: expected a value, found the end"),
  ("[1,\n2,, 3]", "line 2, column 3: expected a value, found ','"),
  ("[1,]", "line 1, column 4: expected a value, found ']'"),
  ("[1 2]", "line 1, column 4: expected ',' or ']', found '2'"),
  ("[1", "line 1, column 3: expected ',' or ']', found the end"),
  ("{\"é\":1 \"b\"}", "line 1, column 8: expected ',' or '}', found '\"'"),
  ("{\"a\":1,}", "line 1, column 8: expected a key in quotes, found '}'"),
  ("{a:1}", "line 1, column 2: expected a key in quotes, found 'a'"),
  ("{\"a\" 1}", "line 1, column 6: expected ':', found '1'"),
  ("{\"a\":1,\n \"a\":2}", "line 2, column 2: the key \"a\" stands twice"),
  ("[1] x", "line 1, column 5: expected the end, found 'x'"),
  ("nul", "line 1, column 1: expected null, found 'n'"),
  ("NaN", "line 1, column 1: expected a value, found 'N'"),
  ("01", "line 1, column 2: expected no digit after a leading 0, found '1'"),
  ("1.", "line 1, column 3: expected a digit, found the end"),
  ("-", "line 1, column 2: expected a digit, found the end"),
  ("1e+x", "line 1, column 4: expected a digit, found 'x'"),
  ("[1, 1e400]", "line 1, column 5: the number is too large or too small"),
  ("\"a", "line 1, column 3: expected '\"', found the end"),
  (#""\x""#, "line 1, column 3: expected one of \" \\ / b f n r t u, found 'x'"),
  (#""\u12g4""#, "line 1, column 6: expected four hexadecimal digits, found 'g'"),
  (#""\ud800""#, "line 1, column 2: expected a surrogate pair, found half of one"),
  (#""\udc00\ud800""#, "line 1, column 2: expected a surrogate pair, found half of one"),
  ("\"\t\"", "line 1, column 2: expected an escape, found a control character"),
  ("[{\"a\": 1e-400}]", "item 0, field a: the number is too large or too small"),
]

@Suite struct `Reading JSON` {
  @Test(arguments: trees)
  func `makes a tree`(text: String, value: JSONValue) throws {
    let read = try JSONValue.parse(text)
    #expect(read == value)
    #expect(read.compact == value.compact, "the sign of zero")
    #expect(try JSONValue.parse(Array(text.utf8)) == value)
  }

  @Test(arguments: malformed)
  func `says where and what is wrong`(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(text) }
    #expect(error?.description == message)
  }

  @Test(arguments: [([0x22, 0xE9, 0x22], 2), ([0x20, 0x22, 0xC0, 0xAF, 0x22], 3), ([0xFF, 0xFE, 0x31, 0x00], 1)])
  func `refuses what is not UTF-8`(bytes: [UInt8], column: Int) {
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(bytes) }
    #expect(error?.place == .position(line: 1, column: column))
  }

  @Test func `bounds the depth`() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(try JSONValue.parse(nested(256)).compact == nested(256))
    let error = #expect(throws: JSONError.self) { try JSONValue.parse(nested(100_000)) }
    #expect(error == JSONError(.tooDeep(limit: 256), at: .position(line: 1, column: 257)))
  }

  @Test func `reads JSON Lines`() throws {
    let lines = try JSONValue.parseLines("{\"a\":1}\n\n  \r\n[2]\r\n3")
    #expect(lines.map(\.number) == [1, 4, 5])
    #expect(lines.map(\.value) == [["a": 1], [2], 3])
    #expect(try JSONValue.parseLines("").isEmpty)
    let error = #expect(throws: JSONError.self) { try JSONValue.parseLines("[1]\n\n[2\n3]") }
    #expect(error?.description == "line 3, column 3: expected ',' or ']', found the end")
  }
}
