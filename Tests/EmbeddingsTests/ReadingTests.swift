import Embeddings
import Files
import Foundation
import Glibc
import Testing

@Suite struct `Reading vectors` {
  struct Expected: Decodable {
    let words: [String]
    let vectors: [[Double]]
  }

  @Test(
    arguments: ["gensim.txt", "gensim.bin", "original.txt", "original.bin", "glove.txt", "marked.txt"])
  func `gives what gensim reads, bit by bit`(name: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: fixture("files/expected.json")))
    let expected = try #require(try JSONDecoder().decode([String: Expected].self, from: data)[name])
    let table = try WordVectors(reading: fixture("files/\(name)"))
    // To Swift, two ways of writing é are the same.
    #expect(table.words.map { Array($0.utf8) } == expected.words.map { Array($0.utf8) })
    #expect(expected.words.indices.allSatisfy { table.place(expected.words[$0]) == $0 })
    for (place, vector) in expected.vectors.enumerated() { #expect(table.row(place) == vector) }
    let few = try WordVectors(reading: fixture("files/\(name)"), most: 2)
    #expect(few.words == Array(expected.words.prefix(2)))
    #expect(few.row(1) == expected.vectors[1])
  }

  @Test func `sees the format by the content, whatever ends the lines`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-vectors")
    defer { Files.remove(folder) }
    try Files.copy(fixture("files/original.bin"), to: "\(folder)/binary")
    #expect(try WordVectors(reading: "\(folder)/binary") == WordVectors(reading: fixture("files/original.bin")))
    try Files.write("2 1\r\na 0.5\r\nb 1\r\n\r\n", to: "\(folder)/windows")
    #expect(try WordVectors(reading: "\(folder)/windows").words == ["a", "b"])
    try Files.write("a 0.5 1\nb 1 2\n\n\n", to: "\(folder)/blank-at-the-end")
    #expect(try WordVectors(reading: "\(folder)/blank-at-the-end").words == ["a", "b"])
    try Files.write("99999999999999999999 1\na 0.5\n", to: "\(folder)/huge")
    expectError("\(folder)/huge:1", "does not hold the number of words") { try WordVectors(reading: "\(folder)/huge") }
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["gensim.txt", "glove.txt"])
  func `reads a pipe, whose bytes come only once`(name: String) throws {
    let folder = try Files.makeTemporaryFolder("gradus-vectors")
    defer { Files.remove(folder) }
    #expect(unsafe mkfifo("\(folder)/pipe", 0o600) == 0)
    let content = try Data(contentsOf: URL(filePath: fixture("files/\(name)")))
    Thread.detachNewThread { try? FileHandle(forWritingAtPath: "\(folder)/pipe")?.write(contentsOf: content) }
    #expect(try WordVectors(reading: "\(folder)/pipe") == WordVectors(reading: fixture("files/\(name)")))
  }

  @Test func `gives back what was written`() throws {
    let table = try WordVectors(reading: fixture("files/gensim.bin"))
    let folder = try Files.makeTemporaryFolder("gradus-vectors")
    defer { Files.remove(folder) }
    try Files.write(table.word2VecText, to: "\(folder)/vectors.txt")
    #expect(try WordVectors(reading: "\(folder)/vectors.txt", .word2VecText) == table)
  }

  @Test(arguments: [
    ("empty.txt", VectorFormat.word2VecText, "", "the file is empty"),
    ("empty.txt", .glove, "", "the file is empty"),
    ("empty.txt", .word2VecBinary, "", "the file is empty"),
    ("utf-16.txt", .word2VecText, "", "is in UTF-16"),
    ("blank.glove", .glove, ":2", "0 numbers where 2 belong"),
    ("no-words.txt", .word2VecText, ":1", "tells of no words"),
    ("no-word.txt", .word2VecText, ":4", "numbers where 6 belong"),
    ("zipped.txt", .word2VecText, "", "is compressed"),
    ("no-header.txt", .word2VecText, ":1", "does not hold the number of words"),
    ("cut-off.txt", .word2VecText, ":6", "numbers where 6 belong"),
    ("fewer-rows.txt", .word2VecText, ":8", "ends after 7 of the 9 words"),
    ("more-rows.txt", .word2VecText, ":7", "another line after the 5 words"),
    ("ragged.txt", .word2VecText, ":4", "5 numbers where 6 belong"),
    ("too-long.txt", .word2VecText, ":4", "more than 6 numbers"),
    ("nan.txt", .word2VecText, ":3", "number 3 of 'king' is 'nan'"),
    ("word-for-number.txt", .word2VecText, ":3", "is '0x1p3'"),
    ("overflow.txt", .word2VecText, ":3", "is '1e39'"),
    ("not-utf-8.txt", .word2VecText, ":5", "not UTF-8"),
    ("duplicate.txt", .word2VecText, ":4", "'king' is there a second time"),
    ("huge-claim.txt", .word2VecText, ":1", "1000000000000 words of 300 numbers are more than is taken"),
    ("wide-claim.txt", .word2VecText, ":1", "1000000000000 numbers, where 1 to 4096"),
    ("negative-claim.txt", .word2VecText, ":1", "does not hold the number of words"),
    ("huge-claim.bin", .word2VecBinary, ":1", "1000000000000 words of 300 numbers are more than is taken"),
    ("lying-claim.bin", .word2VecBinary, ":1", "1217 bytes are too few"),
    ("cut-off.bin", .word2VecBinary, ", at byte", "ends after 6 whole rows of the 7"),
    ("cut-in-word.bin", .word2VecBinary, ", at byte", "ends after 6 whole rows of the 7"),
    ("fewer-dimensions.bin", .word2VecBinary, ", at byte", "not UTF-8"),
    ("nan.bin", .word2VecBinary, ", at byte 4", "number 1 of 'the' is not finite"),
    ("long-word.bin", .word2VecBinary, ", at byte 4", "no word ends within 1024 bytes"),
    ("trailing.bin", .word2VecBinary, ", at byte", "more after the 7 words"),
    ("duplicate.bin", .word2VecBinary, ", at byte", "'the' is there a second time"),
    ("ragged.glove", .glove, ":2", "1 numbers where 2 belong"),
    ("nan.glove", .glove, ":2", "number 2 of 'king' is '-inf'"),
    ("no-number.glove", .glove, ":1", "vectors have 0 numbers"),
    ("no-word.glove", .glove, ":1", "begins with a space, where a word belongs"),
    ("web-page.glove", .glove, ":1", "vectors have 0 numbers"),
    ("not-utf-8.glove", .glove, ":2", "not UTF-8"),
    ("duplicate.glove", .glove, ":2", "'the' is there a second time"),
  ])
  func `tells what is wrong, where, and what to do`(
    name: String, format: VectorFormat, place: String, problem: String
  ) {
    let path = fixture("files/broken/\(name)")
    expectError("\(path)\(place)", problem) { try WordVectors(reading: path, format) }
  }

  @Test func `keeps to its limits`() throws {
    let path = fixture("files/gensim.txt")
    var limits = ReadingLimits()
    limits.words = 6
    expectError("\(path):1", "more than is taken") { try WordVectors(reading: path, limits: limits) }
    #expect(try WordVectors(reading: path, most: 6, limits: limits).words.count == 6)
    expectError(fixture("files/glove.txt:7"), "more than is taken") {
      try WordVectors(reading: fixture("files/glove.txt"), limits: limits)
    }
    limits = ReadingLimits()
    limits.lineBytes = 40
    expectError("\(path):2", "more than 40 bytes") { try WordVectors(reading: path, limits: limits) }
    limits = ReadingLimits()
    limits.numbers = 41
    expectError("\(path):1", "more than is taken") { try WordVectors(reading: path, limits: limits) }
  }

  @Test func `names a file that is not there, and a folder`() {
    #expect { try WordVectors(reading: "/nowhere/vectors.txt") } throws: { "\($0)".contains("/nowhere/vectors.txt") }
    #expect { try WordVectors(reading: "/tmp", .glove) } throws: { "\($0)".contains("/tmp") }
  }
}

@Suite struct `Reading questions and texts` {
  @Test func `finds relations and questions`() throws {
    let sections = try AnalogySection.read(fixture("files/questions.txt"))
    #expect(sections.map(\.name) == ["capital-common-countries", "gram8-plural"])
    #expect(sections.map(\.questions.count) == [2, 1])
    #expect(sections[0].questions[1] == AnalogyQuestion(a: "Athens", b: "Greece", c: "Paris", d: "France"))
  }

  @Test func `gives back the almanac's questions`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-questions")
    defer { Files.remove(folder) }
    try Files.write(Almanac.questions.map(\.text).joined(), to: "\(folder)/questions.txt")
    #expect(try AnalogySection.read("\(folder)/questions.txt") == Almanac.questions)
  }

  @Test(arguments: [
    ("three.questions", ":2", "3 words where a question has 4"),
    ("no-relation.questions", ":1", "before the first relation"), ("no-name.questions", ":1", "has no name"),
    ("not-utf-8.questions", ":2", "not UTF-8"), ("empty.questions", "", "no questions"),
  ])
  func `tells what is wrong with questions`(name: String, place: String, problem: String) {
    let path = fixture("files/broken/\(name)")
    expectError("\(path)\(place)", problem) { try AnalogySection.read(path) }
  }

  @Test func `takes a line for a sentence, and long lines for several`() throws {
    let text = try EncodedText.read(fixture("files/text8"))
    #expect(text.ends == [14])
    #expect(text.vocabulary.words.contains("anarchism") && text.vocabulary.total == 14)
    let folder = try Files.makeTemporaryFolder("gradus-text")
    defer { Files.remove(folder) }
    try Files.write("a b\n\n a\tc \r\n" + String(repeating: "a b ", count: 1_100), to: "\(folder)/text")
    let lines = try EncodedText.read("\(folder)/text")
    #expect(lines.ends == [2, 4, 1_004, 2_004, 2_204])
    #expect(lines.vocabulary.words == ["a", "b", "c"])
    #expect(lines.vocabulary.counts == [1_102, 1_101, 1])
    let frequent = try EncodedText.read("\(folder)/text", minimumCount: 2)
    #expect(frequent.vocabulary.words == ["a", "b"] && frequent.ends.prefix(2) == [2, 3])
  }

  @Test func `takes words as their bytes are, and no mark for a part of one`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-text")
    defer { Files.remove(folder) }
    try Files.write("\u{FEFF}caf\u{E9} cafe\u{301} cafe\u{301} the the the", to: "\(folder)/text")
    let text = try EncodedText.read("\(folder)/text")
    #expect(text.vocabulary.counts == [3, 2, 1])
    #expect(text.tokens == [2, 1, 1, 0, 0, 0])
    try Files.write("\u{FEFF}// Copyright\r\n: gram\r\na b c d\r\n", to: "\(folder)/questions")
    #expect(try AnalogySection.read("\(folder)/questions").map(\.name) == ["gram"])
  }

  @Test(arguments: [
    ("not-utf-8.text", ", at byte 4", "not UTF-8"), ("long-word.text", ", at byte 4", "more than 1024 bytes"),
    ("one-word.text", "", "no two different words"),
  ])
  func `tells what is wrong with a text`(name: String, place: String, problem: String) {
    let path = fixture("files/broken/\(name)")
    expectError("\(path)\(place)", problem) { try EncodedText.read(path) }
  }

  @Test func `keeps to its limits`() {
    var limits = ReadingLimits()
    limits.tokens = 10
    expectError(fixture("files/text8, at byte"), "more than 10 words") {
      try EncodedText.read(fixture("files/text8"), limits: limits)
    }
    limits = ReadingLimits()
    limits.relations = 1
    expectError(fixture("files/questions.txt:4"), "more than 1 relations") {
      try AnalogySection.read(fixture("files/questions.txt"), limits: limits)
    }
    limits = ReadingLimits()
    limits.questions = 2
    expectError(fixture("files/questions.txt:5"), "more than 2 questions") {
      try AnalogySection.read(fixture("files/questions.txt"), limits: limits)
    }
  }
}

/// Expects an error that names a place first, then a problem, then says what to do.
private func expectError(
  _ place: String, _ problem: String, at location: SourceLocation = #_sourceLocation, _ body: () throws -> some Any
) {
  do {
    _ = try body()
    Issue.record("there is no error", sourceLocation: location)
  } catch let error as EmbeddingsError {
    #expect(error.description.hasPrefix(place), sourceLocation: location)
    #expect(error.problem.contains(problem), sourceLocation: location)
    #expect(error.advice.hasSuffix("."), sourceLocation: location)
  } catch {
    Issue.record("another error: \(error)", sourceLocation: location)
  }
}
