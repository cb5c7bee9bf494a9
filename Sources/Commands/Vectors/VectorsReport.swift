internal import Embeddings
internal import Glibc
internal import JSON
internal import Terminal

extension Gradus {
  /// Shows words with their cosines.
  func show(_ near: [UnitVectors.Neighbour], _ arguments: Arguments, _ console: Console) throws -> ExitCode {
    if try arguments.choice("format", of: ["text", "json"]) == "json" {
      let rows: [JSONValue] = near.map { ["word": .string($0.word), "cosine": .number($0.cosine)] }
      console.write(JSONValue.array(rows).pretty + "\n")
    } else {
      for row in near { console.write("\(decimals(row.cosine, 3).aligned(6))  \(TerminalText.safe(row.word))\n") }
    }
    return .passed
  }

  /// Shows how many analogies of each relation were solved, and of all.
  func report(_ scores: [AnalogyScore], _ arguments: Arguments, _ console: Console) throws {
    if try arguments.choice("format", of: ["text", "json"]) == "json" {
      let rows: [JSONValue] = scores.map {
        [
          "relation": .string($0.name), "solved": .integer($0.solved), "asked": .integer($0.asked),
          "skipped": .integer($0.skipped),
        ]
      }
      console.write(JSONValue.array(rows).pretty + "\n")
      return
    }
    let all = AnalogyScore(scores)
    let width = max(8, scores.map(\.name.count).max() ?? 0)
    console.write(
      console.style.paint("relation".padded(to: width) + "   solved     of  share  skipped", .heading) + "\n")
    for score in scores + [all] {
      let share = score.share.map { "\(decimals(100 * $0, 1)) %" } ?? "-"
      console.write(
        TerminalText.safe(score.name).padded(to: width)
          + " \("\(score.solved)".aligned(8)) \("\(score.asked)".aligned(6)) \(share.aligned(7)) "
          + "\("\(score.skipped)".aligned(7))\n")
    }
    if all.asked == 0 {
      console.note("gradus: no question has four words that the vectors know; look at their words and at their case.")
    }
  }

  /// A number with so many decimals.
  func decimals(_ value: Double, _ places: Int) -> String {
    let scale = pow(10, Double(places))
    let whole = Int((abs(value) * scale).rounded())
    let digits = "\(whole % Int(scale))"
    let text = "\(whole / Int(scale))." + String(repeating: "0", count: places - digits.count) + digits
    return value < 0 && whole > 0 ? "-\(text)" : text
  }
}

extension AnalogyScore {
  /// The sum of scores.
  init(_ scores: [AnalogyScore]) {
    self.init(
      name: "all", solved: scores.map(\.solved).reduce(0, +), asked: scores.map(\.asked).reduce(0, +),
      skipped: scores.map(\.skipped).reduce(0, +))
  }
}

extension String {
  /// The text at the right end of so many columns.
  fileprivate func aligned(_ columns: Int) -> String {
    String(repeating: " ", count: max(0, columns - count)) + self
  }
}
