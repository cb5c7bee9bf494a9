internal import Embeddings
internal import Files
internal import Glibc
internal import JSON

extension Gradus {
  /// Trains on a text and writes the vectors.
  func trainVectors(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    try expect(2, arguments, "gradus vectors train F --output VECTORS")
    guard let output = arguments["output"] else {
      throw UsageError("say where the vectors go: --output vectors.txt")
    }
    let format = try arguments.choice("format", of: ["text", "json"])
    let model = try arguments.choice("model", of: ["skip-gram", "cbow", "glove"])
    let precision = Precision(rawValue: try arguments.choice("precision", of: ["single", "double"])) ?? .single
    // Everything that can be wrong with the options and the output is told before the text is read.
    let settings = try windowSettings(model, arguments)
    let glove = try gloveSettings(arguments)
    let minimum = try size("minimum-count", arguments, 1, atMost: .max)
    let path = arguments.positional[1]
    guard Files.realPath(output) == nil || Files.realPath(output) != Files.realPath(path) else {
      throw UsageError("--output \(output) is the text itself, which would be lost: name another file.")
    }
    let file = try ResultFile(output)
    console.progress("reading \(path)")
    let text = try EncodedText.read(path, minimumCount: minimum)
    let entries = text.vocabulary.words.count * (model == "glove" ? 4 : 2) * settings.dimensions
    try expectMemory(for: entries * (precision == .single ? 4 : 8))
    let start = ContinuousClock.now
    let vectors: WordVectors
    if model == "glove" {
      console.progress("counting pairs")
      let pairs = try CoOccurrence(text, window: glove.window)
      vectors = .trained(on: pairs, of: text.vocabulary, glove, precision) { done, all in
        console.progress("trained \(done) of \(all) epochs")
      }
    } else {
      vectors = .trained(on: text, settings, precision) { done, all in
        let seconds = start.duration(to: .now) / .seconds(1)
        console.progress("trained \(100 * done / all) %, \(Int(Double(done) / max(seconds, 1e-9))) words a second")
      }
    }
    let seconds = start.duration(to: .now) / .seconds(1)
    console.progress("")
    try file.write(vectors.word2VecText)
    let words = vectors.words.count
    if format == "json" {
      let report: JSONValue = [
        "output": .string(output), "words": .integer(words), "dimensions": .integer(vectors.dimensions),
        "tokens": .integer(text.tokens.count), "seconds": .number(seconds),
      ]
      console.write(report.pretty + "\n")
    } else {
      console.write(
        "\(output): \(words) words with \(vectors.dimensions) entries each, from \(text.tokens.count) words of text in "
          + "\(decimals(seconds, 1)) s\n")
    }
    return .passed
  }

  /// Makes sure that the machine has the memory that the tables alone take, before the system ends the command for it.
  private func expectMemory(for bytes: Int) throws {
    let present = sysconf(Int32(_SC_PHYS_PAGES)) * sysconf(Int32(_SC_PAGESIZE))
    guard bytes > present else { return }
    throw UsageError(
      "training takes \(bytes >> 30) GiB and more for so many words of so many dimensions, and this machine has "
        + "\(present >> 30) GiB. Leave rare words out with --minimum-count, or take fewer --dimensions.")
  }

  private func windowSettings(_ model: String, _ arguments: Arguments) throws -> WindowSettings {
    let negatives = try size("negatives", arguments, 5, atMost: 1000)
    if arguments.has("tree") && arguments["negatives"] != nil {
      throw UsageError("--tree and --negatives exclude each other: leave one of them out.")
    }
    if model == "glove" && (arguments.has("tree") || arguments["negatives"] != nil || arguments["subsample"] != nil) {
      throw UsageError("GloVe has no --tree, --negatives or --subsample: leave them out.")
    }
    var settings = WindowSettings(
      .init(rawValue: model) ?? .skipGram, arguments.has("tree") ? .tree : .negatives(negatives))
    settings.dimensions = try size("dimensions", arguments, settings.dimensions, atMost: 4096)
    settings.window = try size("window", arguments, settings.window, atMost: 1000)
    settings.epochs = try size("epochs", arguments, settings.epochs, atMost: 1_000_000)
    settings.rate = try amount("rate", arguments) ?? settings.rate
    settings.lastRate = min(settings.lastRate, settings.rate)
    settings.subsampling = try amount("subsample", arguments)
    settings.seed = try arguments.number("seed") ?? settings.seed
    return settings
  }

  private func gloveSettings(_ arguments: Arguments) throws -> GloVeTrainingSettings {
    var settings = GloVeTrainingSettings()
    settings.dimensions = try size("dimensions", arguments, settings.dimensions, atMost: 4096)
    settings.window = try size("window", arguments, settings.window, atMost: 1000)
    settings.epochs = try size("epochs", arguments, settings.epochs, atMost: 1_000_000)
    settings.rate = try amount("rate", arguments) ?? settings.rate
    settings.seed = try arguments.number("seed") ?? settings.seed
    return settings
  }

  /// A whole number from 1 on.
  private func size(_ name: String, _ arguments: Arguments, _ usual: Int, atMost most: Int) throws -> Int {
    guard let number = try arguments.number(name) else { return usual }
    guard number >= 1, number <= most else {
      throw UsageError("--\(name) must be from 1 to \(most), not \(number).")
    }
    return Int(number)
  }

  /// A number above 0.
  private func amount(_ name: String, _ arguments: Arguments) throws -> Double? {
    guard let text = arguments[name] else { return nil }
    guard let number = Double(text), number > 0, number <= 1 else {
      throw UsageError("--\(name) must be a number above 0 and up to 1, such as 0.05, not '\(text)'.")
    }
    return number
  }
}
