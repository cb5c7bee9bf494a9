/// What bubblewrap reports about a start: lines of JSON, of which two numbers matter.
enum SandboxStatus {
  /// The number of the program's process, outside of its namespace.
  static func programNumber(in text: [UInt8]) -> Int32? {
    number(after: "\"child-pid\":", in: text)
  }

  /// The code with which bubblewrap ended; there is none if the program could not be started.
  static func exitCode(in text: [UInt8]) -> Int32? {
    number(after: "\"exit-code\":", in: text)
  }

  /// What bubblewrap said about a failed start, in one line.
  static func message(in errorOutput: [UInt8]) -> String {
    let text = String(decoding: errorOutput, as: UTF8.self)
    let lines = text.split(separator: "\n").map { $0.hasPrefix("bwrap: ") ? $0.dropFirst(7) : $0 }
    return lines.isEmpty ? "bubblewrap ended without a message" : lines.joined(separator: "; ")
  }

  private static func number(after key: String, in text: [UInt8]) -> Int32? {
    let key = Array(key.utf8)
    guard text.count > key.count else { return nil }
    for start in 0...(text.count - key.count) where text[start..<(start + key.count)].elementsEqual(key) {
      let rest = text[(start + key.count)...].drop { $0 == UInt8(ascii: " ") }
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      // A number at the very end may go on in what has not been read yet.
      guard digits.endIndex < text.endIndex else { return nil }
      return Int32(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }
}

/// How programs say that they ran out of memory: their end alone does not tell.
enum OutOfMemory {
  private static let phrases = [
    "failed to allocate", "Could not allocate", "Cannot allocate memory", "out of memory", "bad_alloc",
    "virtual memory exhausted", "memory exhausted",
  ]

  /// Whether one of those messages is among what the program wrote.
  static func isReported(in errorOutput: [UInt8]) -> Bool {
    let text = String(decoding: errorOutput, as: UTF8.self)
    return phrases.contains { text.contains($0) }
  }
}

extension Duration {
  /// The duration as a time-out for `poll`, never shorter than it is.
  var roundedUpMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    guard seconds >= 0 && attoseconds >= 0 else { return 0 }
    guard seconds < 1_000_000 else { return Int32.max }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
