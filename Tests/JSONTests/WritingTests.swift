import JSON
import Testing

@Suite struct `Writing JSON` {
  @Test func `keeps the order of keys`() {
    let value: JSONValue = ["score": 1.5, "name": "x", "list": [1, [], [:], nil], "yes": true]
    #expect(value.compact == #"{"score":1.5,"name":"x","list":[1,[],{},null],"yes":true}"#)
    #expect(
      value.pretty == """
        {
          "score": 1.5,
          "name": "x",
          "list": [
            1,
            [],
            {},
            null
          ],
          "yes": true
        }
        """)
    #expect(value["name"] == "x" && value["other"] == nil && value["list"]?["name"] == nil)
  }

  @Test(arguments: [
    0.1, -0.0, 1, 1e-7, 1e22, .greatestFiniteMagnitude, .leastNonzeroMagnitude, 0.30000000000000004,
    -2.2250738585072014e-308,
    123456789.123456789,
  ])
  func `writes numbers so that they read back the same`(number: Double) throws {
    let text = JSONValue.number(number).compact
    #expect(Double(text)?.bitPattern == number.bitPattern)
    switch try JSONValue.parse(text) {
    case .number(let read): #expect(read.bitPattern == number.bitPattern)
    case .integer(let read): #expect(Double(read) == number)
    default: Issue.record("not a number")
    }
  }

  @Test func `writes what JSON has no numbers for as strings`() {
    #expect(
      JSONValue.array([.number(.infinity), .number(-.infinity), .number(.nan)]).compact
        == #"["Infinity","-Infinity","NaN"]"#)
  }

  @Test func `escapes what must be escaped`() throws {
    let string = "\"\\/\n\r\t\u{0}\u{1F}\u{7F}é\u{2028}😀e\u{301}"
    let text = JSONValue.string(string).compact
    #expect(text == "\"\\\"\\\\/\\n\\r\\t\\u0000\\u001f\\u007fé\u{2028}😀e\u{301}\"")
    #expect(try JSONValue.parse(text) == .string(string))
    #expect(JSONValue.object([.init("a\"b", 1)]).compact == #"{"a\"b":1}"#)
  }
}
