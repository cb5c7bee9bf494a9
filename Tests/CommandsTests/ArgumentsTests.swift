import Testing

@testable import Commands

@Suite struct `Words of a command line` {
  private let options: [Option] = [
    .valued("file", "F", "a file"), .valued("seed", "N", "a seed"), .switched("hidden", "hide"),
  ]

  private func parse(_ words: [String], positional: [String] = ["ID?"]) throws -> Arguments {
    try Arguments(words, options: options, positional: positional, command: "check")
  }

  private func message(_ words: [String], positional: [String] = ["ID?"]) -> String {
    do {
      _ = try parse(words, positional: positional)
      return ""
    } catch {
      return (error as? UsageError)?.message ?? "\(error)"
    }
  }

  @Test func `are sorted into words, values and switches, in any order`() throws {
    for words in [
      ["bptt", "--file", "F", "--hidden"], ["--hidden", "--file=F", "bptt"], ["--file", "F", "bptt", "--hidden"],
    ] {
      let arguments = try parse(words)
      #expect(arguments.positional == ["bptt"])
      #expect(arguments["file"] == "F")
      #expect(arguments["seed"] == nil)
      #expect(arguments.has("hidden"))
    }
    #expect(try !parse([]).has("hidden"))
    #expect(try parse(["--file="])["file"] == "")
    #expect(try parse(["--file=a=b"])["file"] == "a=b")
    #expect(try parse(["-"]).positional == ["-"])
  }

  @Test func `behind two dashes are words, whatever they look like`() throws {
    #expect(try parse(["--", "--file"]).positional == ["--file"])
  }

  @Test func `that are unknown are named, with the nearest known`() {
    #expect(message(["--nope"]) == "gradus check has no option --nope. See `--help`.")
    #expect(message(["--fiel"]).contains("has no option --fiel"))
    #expect(message(["--files", "x"]) == "gradus check has no option --files. Did you mean --file?")
    #expect(message(["-x"]).contains("has no option -x"))
    #expect(message(["a", "b"]) == "gradus check does not know what to do with 'b'.")
  }

  @Test func `lack no value, have none too many, and are given once`() {
    #expect(message(["--file"]) == "--file needs a value: --file F")
    #expect(message(["--hidden=yes"]) == "--hidden takes no value.")
    #expect(message(["--seed", "1", "--seed", "2"]) == "--seed is given twice.")
    #expect(message(["--seed", "1", "--seed", "1"]) == "--seed is given twice.")
    // An option is no value of another one.
    #expect(message(["--file", "--hidden"]) == "--file needs a value: --file F")
  }

  @Test(arguments: ["x", "-1", "1.5", "", " 1", "1e3", "9223372036854775808", "0x10"])
  func `that must be numbers are`(text: String) throws {
    let arguments = try parse(["--seed=\(text)"])
    #expect(throws: UsageError.self) { try arguments.number("seed") }
  }

  @Test func `that are numbers are read`() throws {
    #expect(try parse(["--seed", "0"]).number("seed") == 0)
    #expect(try parse(["--seed", "9223372036854775807"]).number("seed") == UInt64(Int.max))
    #expect(try parse([]).number("seed") == nil)
  }

  @Test func `that are choices are one of them, the first by default`() throws {
    #expect(try parse([]).choice("file", of: ["text", "json"]) == "text")
    #expect(try parse(["--file", "json"]).choice("file", of: ["text", "json"]) == "json")
    #expect(throws: UsageError("--file is text or json, not 'xml'.")) {
      try parse(["--file", "xml"]).choice("file", of: ["text", "json"])
    }
  }
}
