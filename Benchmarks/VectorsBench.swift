internal import Embeddings
internal import Files
internal import Glibc
internal import Grading

/// Training word vectors, held against gensim and against a plain loop in C, each on one core with equal settings.
final class VectorsBench {
  private let work: String
  private let peers: String
  private let text: EncodedText

  /// Draws a text of 300,000 words, of which there are 20,000 with the frequencies of Zipf's law.
  init() throws {
    work = try Files.makeTemporaryFolder("gradus-vectors")
    let executable = Files.realPath("/proc/self/exe") ?? ""
    peers = try Installation.around(executable: executable).course + "/Benchmarks/peers"
    var draws = SeededDraws(seed: 1)
    let zipf = AliasTable((1...20_000).map { 1 / Double($0) })
    let sentences = (0..<15_000).map { _ in (0..<20).map { _ in "w\(zipf.draw(&draws))" } }
    text = EncodedText(sentences)
    try Files.write(sentences.map { $0.joined(separator: " ") + "\n" }.joined(), to: "\(work)/text")
  }

  deinit { Files.remove(work) }

  /// Measures both and prints the table.
  func report(rounds: Int) throws {
    print(
      "medians of \(rounds) rounds after a warm-up, by one worker each, in turn within a round; Float on both sides")
    print("  x   peer's time over ours: ratio of medians, then median of ratios; above 1, ours is faster\n")
    print(row(["training", "ours", "peer", "x", "the peer"]))
    let skipGram = try skipGram(rounds)
    let glove = try glove(rounds)
    print("")
    if let skipGram { target("gensim's words a second over ours, skip-gram with negatives", 1 / skipGram, atMost: 2) }
    if let glove { target("the C loop's pairs a second over ours, GloVe", 1 / glove, atMost: 2) }
  }

  private func skipGram(_ rounds: Int) throws -> Double? {
    let python: String
    do {
      python = try gensim()
    } catch {
      print("skip-gram: skipped, gensim cannot be had: \(error)")
      return nil
    }
    var settings = WindowSettings(.skipGram, .negatives(5))
    settings.epochs = 1
    let text = text
    return try compare("skip-gram", "words/s", text.tokens.count, rounds, "gensim 4.4.0, Word2Vec") {
      _ = WordVectors.trained(on: text, settings)
    } peer: {
      [python, "\(peers)/gensim_sgns.py", "\(work)/text", "\(work)/seconds"]
    }
  }

  private func glove(_ rounds: Int) throws -> Double? {
    let compiler = ["/opt/swift/usr/bin/clang", "/usr/bin/clang", "/usr/bin/cc"].first(where: Files.exists)
    guard let compiler else {
      print("GloVe: skipped, there is no C compiler: install clang")
      return nil
    }
    let flags = ["-O3", "-march=native", "-fno-math-errno"]
    _ = try Run([compiler] + flags + ["\(peers)/glove.c", "-o", "\(work)/glove", "-lm"], in: work)
    let pairs = try CoOccurrence(text, window: 5)
    var bytes: [UInt8] = []
    for entry in pairs.entries {
      for field in [UInt32(entry.word), UInt32(entry.context), Float(entry.count).bitPattern] {
        for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: field >> shift)) }
      }
    }
    try Files.write(bytes, to: "\(work)/pairs")
    var settings = GloVeTrainingSettings()
    settings.epochs = 6
    let vocabulary = text.vocabulary
    let name = "\(Files.name(of: compiler)) \(flags.joined(separator: " "))"
    return try compare("GloVe", "pairs/s", pairs.entries.count * settings.epochs, rounds, name) {
      _ = WordVectors.trained(on: pairs, of: vocabulary, settings)
    } peer: {
      [
        "\(work)/glove", "\(work)/pairs", "\(vocabulary.words.count)", "\(settings.dimensions)", "\(settings.epochs)",
        "\(work)/seconds",
      ]
    }
  }

  /// Runs both in turn, prints a row, and gives the worse of the ratios of speed.
  private func compare(
    _ name: String, _ unit: String, _ amount: Int, _ rounds: Int, _ peerName: String, ours: () -> Void,
    peer: () -> [String]
  ) throws -> Double {
    var times: [[Double]] = [[], []]
    for round in 0...rounds {
      let start = ContinuousClock.now
      ours()
      let own = start.duration(to: .now) / .seconds(1)
      _ = try Run(peer(), in: work)
      guard let seconds = Double(try Files.text("\(work)/seconds").prefix { $0 != "\n" }) else {
        throw BenchmarkError("\(peerName) wrote no time")
      }
      if round > 0 {
        times[0].append(own)
        times[1].append(seconds)
      }
    }
    let comparison = Comparison(times[1], over: times[0])
    let speeds = times.map { "\(Int(Double(amount) / median($0) / 1000))k \(unit)" }
    print(row([name, speeds[0], speeds[1], comparison.text, peerName]))
    return min(comparison.medians, comparison.pairs)
  }

  /// The Python that has gensim, in a folder of its own within the cache.
  private func gensim() throws -> String {
    let folder = "\(Toolkit.cacheFolder)/peers/gensim-4.4.0"
    let python = "\(folder)/bin/python"
    unsafe setenv("OPENBLAS_NUM_THREADS", "1", 1)
    if (try? Run([python, "-c", "import gensim"], in: work)) != nil { return python }
    print("installing gensim 4.4.0 from PyPI into \(folder)")
    Files.remove(folder)
    try Files.makeFolder(Files.folder(of: folder))
    _ = try Run(["/usr/bin/env", "python3", "-m", "venv", folder], in: work)
    _ = try Run([python, "-m", "pip", "install", "--quiet", "gensim==4.4.0"], in: work)
    return python
  }

  private func row(_ cells: [String]) -> String {
    let widths = [11, 16, 16, 13]
    return zip(cells, widths).map { cell, width in cell + String(repeating: " ", count: max(1, width - cell.count)) }
      .joined() + (cells.last ?? "")
  }
}
