/// A word that may stand on a command line after the command's name.
package struct Option: Hashable, Sendable {
  /// The word without its dashes, such as `file`.
  let name: String
  /// What the value stands for, such as `F`; nil for a switch.
  let value: String?
  /// What it does, in one line.
  let help: String

  static func switched(_ name: String, _ help: String) -> Option { Option(name: name, value: nil, help: help) }

  static func valued(_ name: String, _ value: String, _ help: String) -> Option {
    Option(name: name, value: value, help: help)
  }
}

/// A command line that cannot be understood: what is wrong, and what to type instead.
struct UsageError: Error, Hashable, Sendable {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}

/// The words of a command line, sorted into what the command declared.
struct Arguments {
  private(set) var positional: [String] = []
  private var values: [String: String] = [:]
  private var switches: Set<String> = []

  /// Sorts the words; throws ``UsageError`` for a word that the command does not know or one too many.
  init(_ words: [String], options: [Option], positional names: [String], command: String) throws {
    var rest = words[...]
    var onlyPositional = false
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") || (word.hasPrefix("-") && word.count > 1), !onlyPositional else {
        positional.append(word)
        continue
      }
      if word == "--" {
        onlyPositional = true
        continue
      }
      let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts.first ?? "")
      guard let option = options.first(where: { $0.name == name }) else {
        throw UsageError("gradus \(command) has no option \(word).\(Self.suggestion(name, options))")
      }
      if option.value == nil {
        guard parts.count == 1 else { throw UsageError("--\(name) takes no value.") }
        switches.insert(name)
      } else {
        // An option is no value of another; a value that looks like one is given as `--file=--odd`.
        let follows = rest.first.map { !$0.hasPrefix("--") } ?? false
        guard let value = parts.count > 1 ? String(parts[1]) : follows ? rest.popFirst() : nil else {
          throw UsageError("--\(name) needs a value: --\(name) \(option.value ?? "")")
        }
        guard values.updateValue(value, forKey: name) == nil else {
          throw UsageError("--\(name) is given twice.")
        }
      }
    }
    guard positional.count <= names.count else {
      throw UsageError("gradus \(command) does not know what to do with '\(positional[names.count])'.")
    }
  }

  /// Whether a switch is on.
  func has(_ name: String) -> Bool { switches.contains(name) }

  /// The value of an option, if it was given.
  subscript(_ name: String) -> String? { values[name] }

  /// The value of an option that must be one of a few.
  func choice(_ name: String, of choices: [String]) throws -> String {
    let value = values[name] ?? choices[0]
    guard choices.contains(value) else {
      throw UsageError("--\(name) is \(choices.joined(separator: " or ")), not '\(value)'.")
    }
    return value
  }

  /// The value of an option that must be a whole number from 0 on.
  func number(_ name: String) throws -> UInt64? {
    guard let text = values[name] else { return nil }
    guard let number = Int(text), number >= 0 else {
      throw UsageError("--\(name) must be a whole number from 0 to \(Int.max), not '\(text)'.")
    }
    return UInt64(number)
  }

  private static func suggestion(_ name: String, _ options: [Option]) -> String {
    let near = options.first { $0.name.hasPrefix(name.prefix(3)) }
    return near.map { " Did you mean --\($0.name)?" } ?? " See `--help`."
  }
}
