import Files
import Foundation
import Testing

@Suite(.needsCommand) struct `Rendering by the command` {
  /// A course of two lessons in a folder of its own, one of them to be spoilt.
  private struct Sample {
    static let lesson = "lessons/02-second/01-spread.md"
    let folder: TestFolder
    var root: String { "\(folder.path)/course" }
    var output: String { "\(folder.path)/site" }

    init() throws {
      folder = try TestFolder()
      try FileManager.default.copyItem(
        atPath: "\(BuiltCommand.home)/Tests/Fixtures/publication", toPath: "\(folder.path)/course")
      // The course of the tests computes a figure of its own.
      let shown = "\(folder.path)/course/lessons/01-first/01-means.md"
      try Files.write(try Files.text(shown).replacing("figure:steps", with: "figure:analogy"), to: shown)
    }

    func spoil(_ change: ([UInt8]) -> [UInt8]) throws {
      try Files.write(change(try Files.read("\(root)/\(Self.lesson)")), to: "\(root)/\(Self.lesson)")
    }

    func run(_ words: String...) throws -> BuiltCommand.Outcome {
      try BuiltCommand.Run(words, in: root, environment: ["PAGER": "cat"], input: nil).finish()
    }
  }

  /// What can be wrong with a lesson: its name, the text behind the lesson, and the message after the lesson's path.
  private static func nested(_ opening: String, _ closing: String = "") -> Passage {
    Passage(String(repeating: opening, count: 10_000) + "x" + String(repeating: closing, count: 10_000) + "\n")
  }

  private static let bad: [(what: String, added: Passage, message: String)] = [
    ("a fence", "```swift\nlet x = 1\n", ":19: the code that begins here is never closed"),
    ("a display", "$$\nx + y\n", ":19: the formula that begins with '$$' here is never closed"),
    ("a formula", "Here $x + y ends nowhere.\n", ":19: the formula that begins with '$' here is never closed"),
    ("5 MB", Passage(String(repeating: "word ", count: 1 << 20)), ":19: the file is larger than 4 MiB"),
    ("quotes", nested(">"), ":19: the nesting is deeper than 100 levels"),
    ("lists", nested("- "), ":19: the nesting is deeper than 100 levels"),
    ("emphasis", nested("*a ", "b*"), ":19: the nesting is deeper than 100 levels"),
    ("braces", Passage("$" + nested("{", "}").text.dropLast() + "$\n"), ":19: KaTeX rejects a formula: "),
    ("TeX", "$\\nonsense$\n", ":19: KaTeX rejects a formula: Undefined control sequence: \\nonsense"),
    ("a figure", "![a](figure:analogi)\n", ":19: there is no computed figure 'analogi'"),
    ("an image", "![a](none.png)\n", ":19: the image 'none.png' is not there"),
    ("a link", "[a](exercise:meen)\n", ":19: the link leads to exercise 'meen', which is not there"),
    ("a section", "[a](lesson:means#meen)\n", ":19: the link leads to section 'meen' of the lesson 'means'"),
  ]

  @Test(arguments: bad)
  func `says what is wrong, by file and line, and writes nothing`(what: String, added: Passage, message: String) throws
  {
    let sample = try Sample()
    try sample.spoil { $0 + Array("\n\(added.text)".utf8) }
    for form in ["site", "slides", "handout"] {
      let outcome = try sample.run("render", "--as", form, "--output", sample.output)
      #expect(outcome.code == 2 && outcome.output == "", "\(outcome.all.prefix(300))")
      #expect(outcome.errors.hasPrefix("gradus: \(Sample.lesson)\(message)"), "\(outcome.errors.prefix(300))")
      #expect(outcome.errors.utf8.count < 1000 && outcome.errors.split(separator: "\n").count == 2)
      #expect(Files.kind(sample.output) == nil)
    }
  }

  @Test(arguments: [
    ("title: Spread", "title: [a", ":3: the front matter is not YAML"),
    (
      "title: Spread", Passage("title: \(String(repeating: "[", count: 10_000))"),
      ":2: the nesting is deeper than 16 levels"
    ),
    ("---\n\nAn", "\n\nAn", ":1: the front matter that begins with '---' is not closed"),
    ("title: Spread", "<title>", ":2: the front matter is not a list of 'key: value' lines"),
  ])
  func `says so of the front matter`(old: String, new: Passage, message: String) throws {
    let sample = try Sample()
    try sample.spoil { Array(String(decoding: $0, as: UTF8.self).replacing(old, with: new.text).utf8) }
    for words in [["render", "--output", sample.output], ["read", "spread"]] {
      let outcome = try BuiltCommand.Run(words, in: sample.root, environment: [:], input: nil).finish()
      #expect(outcome.code == 2 && outcome.output == "" && Files.kind(sample.output) == nil)
      #expect(outcome.errors.hasPrefix("gradus: \(Sample.lesson)\(message)"), "\(outcome.errors.prefix(300))")
    }
  }

  @Test func `says so of bytes that are no text`() throws {
    let sample = try Sample()
    try sample.spoil { $0 + [0x61, 0x0A, 0xC3, 0x28, 0x0A] }
    for words in [["render", "--output", sample.output], ["read", "spread"]] {
      let outcome = try BuiltCommand.Run(words, in: sample.root, environment: [:], input: nil).finish()
      #expect(outcome.code == 2 && outcome.output == "" && Files.kind(sample.output) == nil)
      #expect(outcome.errors.hasPrefix("gradus: \(Sample.lesson):19: the file is not UTF-8 text"), "\(outcome.errors)")
    }
  }

  @Test func `says all at once, and leaves an earlier site as it was`() throws {
    let sample = try Sample()
    #expect(try sample.run("render", "--output", sample.output).code == 0)
    let before = try Files.text("\(sample.output)/lessons/spread.html")
    // Neither what would hide the rest nor what keeps the file from being read.
    let apart = ["5 MB", "quotes", "lists", "emphasis", "a display", "a fence"]
    let added = Self.bad.filter { !apart.contains($0.what) }.map { "\n\($0.added.text)" }.joined()
    try sample.spoil { $0 + Array(added.utf8) }
    let exercise = "\(sample.root)/exercises/01-first/mean.md"
    try Files.write(try Files.text(exercise) + "\n```\n", to: exercise)
    let outcome = try sample.run("render", "--output", sample.output)
    #expect(outcome.code == 2 && outcome.output == "")
    let places = outcome.errors.matches(of: #/(?m)^(?:gradus: )?([a-z0-9/.-]+\.md):(\d+): /#)
    #expect(places.count == 8, "\(outcome.errors.suffix(2000))")
    #expect(Set(places.map(\.1)) == [Sample.lesson[...], "exercises/01-first/mean.md"])
    #expect(Set(places.map(\.2)).count >= 7, "each on its line")
    #expect(try Files.text("\(sample.output)/lessons/spread.html") == before)
  }

  @Test func `refuses a folder that is a file or cannot be written, and leaves nothing`() throws {
    let sample = try Sample()
    let file = try sample.folder.write("mine", "file")
    for (output, message) in [
      (file, "is not a folder"), ("\(file)/below", "Not a directory"), ("/proc/gradus-site", "cannot make the folder"),
      ("", "say where to write"), ("/dev/full", "is not a folder"),
    ] {
      let outcome = try sample.run("render", "--output=\(output)")
      #expect(outcome.code == 2 && outcome.output == "", "\(outcome.all)")
      #expect(outcome.errors.contains(message), "\(output): \(outcome.errors)")
    }
    #expect(try Files.text(file) == "mine")
    try sample.folder.write("mine", "site/lessons")
    let outcome = try sample.run("render", "--output", sample.output)
    #expect(outcome.code == 2 && outcome.errors.contains("Nothing was written"), "\(outcome.errors)")
    #expect(try Files.list(sample.output) == ["lessons"])
  }

  @Test func `leaves nothing half written where a file cannot be finished`() throws {
    let sample = try Sample()
    #expect(try sample.run("render", "--output", sample.output).code == 0)
    func files() throws -> [String: [UInt8]] {
      let all = try FileManager.default.subpathsOfDirectory(atPath: sample.output)
      let paths = all.filter { Files.kind("\(sample.output)/\($0)") == .file }
      return try Dictionary(uniqueKeysWithValues: paths.map { ($0, try Files.read("\(sample.output)/\($0)")) })
    }
    let whole = try files()
    Files.remove(sample.output)
    // The largest file that may be written is smaller than some of ours, as on a disk that is full.
    let limited = "ulimit -f 100; exec env --ignore-signal=XFSZ \"$0\" render --output '\(sample.output)'"
    let outcome = try BuiltCommand.Run(
      ["-c", limited, BuiltCommand.path], in: sample.root, program: "/bin/bash", environment: [:], input: nil
    ).finish()
    #expect(outcome.code == 2 && outcome.errors.contains("File too large"), "\(outcome.all)")
    for (name, bytes) in try files() where name != ".gradus-files" { #expect(bytes == whole[name], "\(name)") }
    #expect(try sample.run("render", "--output", sample.output).code == 0)
    #expect(try files() == whole)
  }

  @Test func `is verified as well`() throws {
    let sample = try Sample()
    // Only lessons: nothing has to be graded.
    Files.remove("\(sample.root)/exercises")
    try Files.makeFolder("\(sample.root)/exercises")
    try Files.makeFolder("\(sample.root)/solutions")
    let added = "\n![a](figure:analogi)\n\n![](none.png)\n\n[x](lesson:meens)\n\n$\\nonsense$\n"
    try sample.spoil { $0 + Array(added.utf8) }
    let outcome = try sample.run("verify")
    #expect(outcome.code == 1, "\(outcome.all)")
    for message in [
      "\(Sample.lesson):19: there is no computed figure 'analogi'", "\(Sample.lesson):21: the image 'none.png'",
      "\(Sample.lesson):23: the link leads to lesson 'meens'", "\(Sample.lesson):25: KaTeX rejects a formula",
      "lessons/01-first/01-means.md:51: the link leads to exercise 'mean', which is not there",
    ] {
      #expect(outcome.output.contains(message), "\(message)\n\(outcome.output)")
    }
  }
}

@Suite(.needsCommand) struct `A fragment by the command` {
  @Test(arguments: [
    (String(repeating: ">", count: 10_000), ":1: the nesting is deeper than 100 levels"),
    (String(repeating: "a", count: 5 << 20), ":1: the document is larger than 4194304 bytes"),
  ])
  func `that cannot be read is told with its line`(source: String, message: String) throws {
    let folder = try TestFolder()
    let file = try folder.write(source, "source.md")
    try expectRefusal(of: file, message)
  }

  @Test func `that is no text is told with its line`() throws {
    let folder = try TestFolder()
    try Files.write([0x61, 0x0A, 0xFF, 0x0A], to: "\(folder.path)/source.md")
    try expectRefusal(of: "\(folder.path)/source.md", ":2: the file is not UTF-8 text")
    try expectRefusal(of: folder.path, ": Is a directory")
  }

  private func expectRefusal(of file: String, _ message: String) throws {
    let outcome = try shell("'\(BuiltCommand.path)' render --fragment < '\(file)'", in: "/")
    #expect(outcome.code == 2 && outcome.output == "", "\(outcome.all.prefix(300))")
    #expect(outcome.errors.contains("standard input\(message)"), "\(outcome.errors)")
  }

  private func shell(_ script: String, in folder: String) throws -> BuiltCommand.Outcome {
    try BuiltCommand.Run(["-c", script], in: folder, program: "/bin/bash", environment: [:], input: nil).finish()
  }

  /// An example of the CommonMark specification, as Debian's golang-github-yuin-goldmark-dev has it.
  private struct Example: Codable {
    static let file = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"
    static var canRun: Bool { Files.exists(file) && Files.exists("/usr/bin/cmark") }
    var example: Int
    var markdown: String
    var html: String
  }

  @Test(.enabled("the examples and cmark are there: Scripts/setup --tests") { Example.canRun })
  func `is what cmark makes of it, in all examples of the specification`() throws {
    let examples = try JSONDecoder().decode([Example].self, from: Data(contentsOf: URL(filePath: Example.file)))
    #expect(examples.count == 652)
    let folder = try TestFolder()
    for example in examples { try folder.write(example.markdown, "\(example.example).md") }
    let script = """
      for file in *.md; do
        '\(BuiltCommand.path)' render --fragment < $file > ${file%.md}.ours || exit 1
        cmark --unsafe < $file > ${file%.md}.theirs || exit 1
      done
      """
    let outcome = try shell(script, in: folder.path)
    #expect(outcome.code == 0 && outcome.all == "", "\(outcome.all)")
    for example in examples {
      let ours = try Files.text("\(folder.path)/\(example.example).ours")
      #expect(ours == (try Files.text("\(folder.path)/\(example.example).theirs")), "example \(example.example)")
      #expect(ours == example.html, "example \(example.example)")
    }
  }
}

/// A text that a test puts into a lesson, shown in part where it is long.
struct Passage: ExpressibleByStringLiteral, CustomTestStringConvertible {
  let text: String

  init(_ text: String) { self.text = text }

  init(stringLiteral text: String) { self.text = text }

  var testDescription: String { text.count > 40 ? "\"\(text.prefix(20))...\" of \(text.count)" : "\"\(text)\"" }
}
