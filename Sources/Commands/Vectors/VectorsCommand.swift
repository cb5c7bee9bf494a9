internal import Embeddings
internal import Files
internal import JSON

extension Gradus {
  /// `gradus vectors`: word vectors to try out, of the course's corpus or of one's own.
  var vectors: Command {
    Command(
      name: "vectors", summary: "Trains word vectors, and asks them for neighbours and analogies.",
      positional: ["train|neighbours|analogies|almanac", "F?", "WORD?", "WORD?", "WORD?"],
      options: [
        .valued("output", "F", "train: where the vectors go, in the text format of word2vec"),
        .valued("model", "skip-gram|cbow|glove", "train: what is trained; skip-gram unless given"),
        .switched("tree", "train: hierarchical softmax in place of negative sampling"),
        .valued("negatives", "N", "train: negatives for each pair; 5 unless given"),
        .valued("dimensions", "N", "train: entries of a vector; 100 unless given"),
        .valued("window", "N", "train: words on each side; 5 unless given, 10 for GloVe"),
        .valued("epochs", "N", "train: how often the text is gone through; 5 unless given, 25 for GloVe"),
        .valued("rate", "X", "train: the first learning rate; 0.025 unless given, 0.05 for GloVe"),
        .valued("subsample", "X", "train: the share from which on frequent words are left out at times, such as 0.001"),
        .valued("minimum-count", "N", "train: leave rarer words out; 1 unless given"),
        .valued("precision", "single|double", "train: the digits of the arithmetic"),
        .valued("seed", "N", "train, almanac: what all draws begin with"),
        .valued("count", "N", "neighbours, analogies: how many words to show; 10 unless given"),
        .valued("most", "N", "neighbours, analogies: read this many words of the file, from the first on"),
        .valued("as", "word2vec|word2vec-binary|glove", "neighbours, analogies: the format of F, if it is not seen"),
        .valued("questions", "F", "analogies: a file in the format of questions-words.txt"),
        .switched("relations", "almanac: the analogies that belong to the corpus"),
        .switched("vectors", "almanac: the vectors that the lessons show, trained afresh"),
        .formatted,
      ],
      discussion: """
        train F               trains on a text: words between white space, a sentence a line
        neighbours F WORD     the words nearest to WORD in a file of vectors
        analogies F A B C     what is to C as B is to A: the words nearest to B - A + C
        analogies F --questions Q   how many questions of a file have the right answer first
        almanac               the corpus that unit 5 trains on, with relations that are known

        Vectors are read in word2vec's text and binary formats and in GloVe's. The same text, options and seed give
        the same file.
        """,
      example: """
        gradus vectors almanac > almanac.txt
          gradus vectors train almanac.txt --output vectors.txt --dimensions 24 --epochs 10 --rate 0.2
          gradus vectors analogies vectors.txt man king woman
        """
    ) { arguments, console in
      do {
        switch arguments.positional.first {
        case "train": return try trainVectors(arguments, console)
        case "neighbours": return try showNeighbours(arguments, console)
        case "analogies": return try showAnalogies(arguments, console)
        case "almanac": return try writeAlmanac(arguments, console)
        case let other:
          let actions = "gradus vectors train, neighbours, analogies or almanac"
          throw UsageError("say what to do: \(actions)\(other.map { ", not '\($0)'" } ?? "").")
        }
      } catch let error as EmbeddingsError {
        throw UsageError(error.description)
      } catch let error as FileError {
        throw UsageError(error.description)
      }
    }
  }

  private func writeAlmanac(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    try expect(1, arguments, "gradus vectors almanac")
    if arguments.has("relations") {
      console.write(Almanac.questions.map(\.text).joined(separator: ""))
    } else if arguments.has("vectors") {
      console.write(Almanac.shownVectors().word2VecText)
    } else {
      console.write(Almanac.text(seed: try arguments.number("seed") ?? Almanac.seed))
    }
    return .passed
  }

  private func showNeighbours(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    try expect(3, arguments, "gradus vectors neighbours F WORD")
    let units = UnitVectors(try readVectors(arguments, console))
    let word = arguments.positional[2]
    guard let near = units.neighbours(of: word, count: try count(arguments)) else {
      throw UsageError(unknown([word], units.vectors, arguments))
    }
    return try show(near, arguments, console)
  }

  private func showAnalogies(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    guard let path = arguments["questions"] else {
      try expect(5, arguments, "gradus vectors analogies F A B C, or gradus vectors analogies F --questions Q")
      let units = UnitVectors(try readVectors(arguments, console))
      let words = Array(arguments.positional[2...4])
      guard let near = units.analogy(words[0], words[1], words[2], count: try count(arguments)) else {
        throw UsageError(unknown(words, units.vectors, arguments))
      }
      return try show(near, arguments, console)
    }
    try expect(2, arguments, "gradus vectors analogies F --questions Q")
    let questions = try AnalogySection.read(path)
    let units = UnitVectors(try readVectors(arguments, console))
    console.progress("answering")
    var scores: [AnalogyScore] = []
    for section in questions {
      console.progress("answering \(section.name)")
      scores += units.score([section])
    }
    console.progress("")
    try report(scores, arguments, console)
    return .passed
  }

  private func readVectors(_ arguments: Arguments, _ console: Console) throws -> WordVectors {
    let path = arguments.positional[1]
    console.progress("reading \(path)")
    defer { console.progress("") }
    let most = try arguments.number("most").map(Int.init)
    guard most != 0 else { throw UsageError("--most must be 1 at least.") }
    let format = try arguments["as"].map { _ in try arguments.choice("as", of: VectorFormat.allCases.map(\.rawValue)) }
    return try WordVectors(reading: path, format.flatMap(VectorFormat.init), most: most)
  }

  private func count(_ arguments: Arguments) throws -> Int {
    let count = Int(try arguments.number("count") ?? 10)
    guard count >= 1 else { throw UsageError("--count must be 1 at least.") }
    return count
  }

  /// Makes sure that there are so many words behind the command's name.
  func expect(_ number: Int, _ arguments: Arguments, _ usage: String) throws {
    guard arguments.positional.count == number else { throw UsageError("type it as: \(usage)") }
  }

  private func unknown(_ words: [String], _ vectors: WordVectors, _ arguments: Arguments) -> String {
    let missing = words.filter { vectors.place($0) == nil && vectors.place($0.lowercased()) == nil }
    let list = missing.map { "'\($0)'" }.joined(separator: " and ")
    let known = vectors.words.prefix(5).joined(separator: ", ")
    return "\(arguments.positional[1]) has no vector of \(list). It has \(vectors.words.count) words, such as \(known)."
  }
}
