import Files
import Foundation
import Testing

@Suite(.needsCommand) struct `gradus vectors` {
  private let fixtures = "\(BuiltCommand.home)/Tests/Fixtures/embeddings/files"

  @Test func `trains, finds neighbours and solves analogies`() throws {
    let folder = try TestFolder()
    func run(_ words: String...) throws -> BuiltCommand.Outcome {
      try BuiltCommand.Run(["vectors"] + words, in: folder.path, environment: [:], input: nil).finish()
    }
    let corpus = try run("almanac")
    #expect(corpus.code == 0)
    #expect(corpus.output.split(separator: "\n").count == 40_000)
    try folder.write(corpus.output, "almanac.txt")
    try folder.write(try run("almanac", "--relations").output, "relations.txt")
    let options = ["--dimensions", "24", "--epochs", "3", "--rate", "0.2"]
    for output in ["a.txt", "b.txt"] {
      let trained = try BuiltCommand.Run(
        ["vectors", "train", "almanac.txt", "--output", output] + options, in: folder.path, environment: [:],
        input: nil
      ).finish()
      #expect(trained.code == 0 && trained.output.hasPrefix("\(output): 414 words with 24 entries each"))
      #expect(trained.errors == "")
    }
    #expect(try Files.read("\(folder.path)/a.txt") == Files.read("\(folder.path)/b.txt"))
    let queen = try run("analogies", "a.txt", "man", "king", "woman", "--count", "1")
    #expect(queen.output.hasSuffix("  queen\n"))
    let near = try run("neighbours", "a.txt", "france", "--count", "3", "--format", "json")
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(near.output.utf8)) as? [[String: Any]])
    #expect(rows.count == 3 && rows.allSatisfy { $0["word"] is String && $0["cosine"] is Double })
    let scores = try run("analogies", "a.txt", "--questions", "relations.txt", "--format", "json")
    let relations = try #require(try JSONSerialization.jsonObject(with: Data(scores.output.utf8)) as? [[String: Any]])
    #expect(
      relations.map { $0["relation"] as? String } == ["gender", "royalty", "age", "capitals", "plurals", "tenses"])
    #expect(relations.allSatisfy { ($0["solved"] as? Int ?? 0) * 2 > ($0["asked"] as? Int ?? 0) })
    let table = try run("analogies", "a.txt", "--questions", "relations.txt").output
    #expect(table.split(separator: "\n").last?.hasPrefix("all ") == true)
  }

  @Test func `reads what gensim wrote`() throws {
    let near = try BuiltCommand.run("vectors", "neighbours", "\(fixtures)/gensim.bin", "king", "--count", "2")
    #expect(near.code == 0 && near.output.split(separator: "\n").count == 2)
  }

  @Test(arguments: [
    (["vectors"], "gradus vectors train, neighbours, analogies or almanac"),
    (["vectors", "trian"], "not 'trian'"),
    (["vectors", "train", "F"], "--output vectors.txt"),
    (["vectors", "train", "F", "--output", "V", "--rate", "2"], "--rate must be a number above 0"),
    (["vectors", "train", "F", "--output", "V", "--window", "0"], "--window must be from 1"),
    (["vectors", "train", "F", "--output", "V", "--tree", "--negatives", "2"], "exclude each other"),
    (["vectors", "train", "F", "--output", "V", "--model", "glove", "--tree"], "GloVe has no --tree"),
    (["vectors", "train", "/nowhere/text", "--output", "V"], "cannot open /nowhere/text"),
    // The text is not there either, but what stands first is said first: no work was done for nothing.
    (["vectors", "train", "/nowhere/text", "--output", "/nowhere/V"], "cannot write /nowhere/V"),
    (["vectors", "train", "/nowhere/text", "--output", "/tmp"], "cannot write /tmp: Is a directory"),
    (["vectors", "train", "/nowhere/text", "--output", "/proc/V"], "cannot write /proc/V"),
    (["vectors", "train", "FIXTURES/text8", "--output", "FIXTURES/text8"], "is the text itself"),
    (["vectors", "neighbours", "FIXTURES/gensim.txt"], "gradus vectors neighbours F WORD"),
    (["vectors", "neighbours", "FIXTURES/gensim.txt", "king", "--as", "glove"], "gensim.txt:2: there are more than 1"),
    (["vectors", "neighbours", "FIXTURES/gensim.txt", "king", "--as", "text"], "--as is word2vec or word2vec-binary"),
    (["vectors", "neighbours", "FIXTURES/gensim.txt", "zebra"], "no vector of 'zebra'"),
    (["vectors", "neighbours", "FIXTURES/broken/ragged.txt", "king"], "broken/ragged.txt:4: there are 5 numbers"),
    (["vectors", "neighbours", "FIXTURES/broken/huge-claim.bin", "king"], "1000000000000 words of 300 numbers"),
    (["vectors", "analogies", "FIXTURES/gensim.txt", "king"], "gradus vectors analogies F A B C"),
    (
      ["vectors", "analogies", "FIXTURES/gensim.txt", "--questions", "FIXTURES/broken/three.questions"],
      "three.questions:2"
    ),
  ])
  func `says what is wrong, with exit code 2`(words: [String], message: String) throws {
    let words = words.map { $0.replacingOccurrences(of: "FIXTURES", with: fixtures) }
    let outcome = try BuiltCommand.Run(words, in: BuiltCommand.home, environment: [:], input: nil).finish()
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }
}
