internal import Files
internal import Mutation

/// Why a mutant that passes all checks is right to pass them: it computes the same as the solution.
///
/// The place is told by the text of the line, so that an explanation survives edits of other lines.
package struct SurvivorExplanation: Hashable, Sendable {
  /// The function in which the mutant's change stands; empty for a constant of the file.
  package let function: String
  /// The text of the solution's line.
  package let line: String
  /// What the mutant changes.
  package let original: String
  /// What the mutant puts in its place.
  package let replacement: String
  /// The reason, in a sentence.
  package let reason: String
  /// The line of the explanation in its file, counted from 1.
  package let number: Int

  /// Whether a mutant, whose line in the solution reads as given, is the one that is explained.
  func explains(_ mutant: Mutant, lineText: String) -> Bool {
    function == mutant.function ?? "" && Self.words(line) == Self.words(lineText)
      && Self.words(original) == Self.words(mutant.original)
      && Self.words(replacement) == Self.words(mutant.replacement)
  }

  /// The text with single spaces, so that a change over several lines fits into one.
  static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The explanations that stand with the checks of an exercise, in `Sources/Checks/TOPIC/ID.survivors.md`.
  ///
  /// None where there is no such file.
  package static func load(_ path: String) throws(GradingFault) -> [SurvivorExplanation] {
    guard Files.exists(path) else { return [] }
    do {
      return try parse(try Files.text(path), file: path)
    } catch let fault as GradingFault {
      throw fault
    } catch {
      throw GradingFault("the explanations of surviving mutants cannot be read: \(error)")
    }
  }

  /// Reads explanations: under a heading of level 2 each, a fenced block `survivor` with `in:` (the function), `line:`, `from:` and
  /// `to:`, then the reason.
  package static func parse(_ text: String, file: String) throws(GradingFault) -> [SurvivorExplanation] {
    var found: [SurvivorExplanation] = []
    var section: [(number: Int, text: Substring)] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in (lines + ["## "]).enumerated() {
      if line.hasPrefix("## ") {
        if let heading = section.first { found.append(try explanation(section, file: "\(file):\(heading.number)")) }
        section = [(index + 1, line)]
      } else if !section.isEmpty {
        section.append((index + 1, line))
      }
    }
    return found
  }

  private static func explanation(
    _ section: [(number: Int, text: Substring)], file: String
  ) throws(GradingFault) -> SurvivorExplanation {
    let lines = section.map(\.text)
    guard let fence = lines.firstIndex(of: "```survivor"), let end = lines[fence...].firstIndex(of: "```") else {
      throw GradingFault("\(file): a surviving mutant is told by a fenced block 'survivor'")
    }
    var fields: [Substring: String] = [:]
    for line in lines[(fence + 1)..<end] {
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, ["in", "line", "from", "to"].contains(parts[0]) else {
        throw GradingFault("\(file): '\(line)' is none of 'in:', 'line:', 'from:' and 'to:'")
      }
      fields[parts[0]] = parts[1].trimmed
    }
    let reason = words(lines[(end + 1)...].joined(separator: " "))
    guard let function = fields["in"], let line = fields["line"], let original = fields["from"],
      let replacement = fields["to"]
    else {
      throw GradingFault("\(file): the block needs 'in:', 'line:', 'from:' and 'to:'")
    }
    guard !reason.isEmpty else {
      throw GradingFault("\(file): say behind the block why this mutant computes the same as the solution")
    }
    return SurvivorExplanation(
      function: function, line: line, original: original, replacement: replacement, reason: reason,
      number: section[0].number)
  }
}
