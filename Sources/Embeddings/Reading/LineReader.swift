internal import Files

/// The lines of a text file, one at a time, with their numbers.
struct LineReader {
  private let stream: ByteStream
  private let limit: Int
  /// The number of the line that was read last, from 1.
  private(set) var number = 0

  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The next line without its end, be it LF or CR LF; nil when there is none.
  mutating func next() throws -> ArraySlice<UInt8>? {
    guard let line = try stream.take(upTo: { $0 == UInt8(ascii: "\n") }, limit: limit) else { return nil }
    number += 1
    guard line.count <= limit else {
      throw failure(
        "the line has more than \(limit) bytes",
        "Check that this is a text file of the format named, and not a binary one.")
    }
    return line.last == UInt8(ascii: "\r") ? line.dropLast() : line[...]
  }

  /// An error in the line that was read last.
  func failure(_ problem: String, _ advice: String) -> EmbeddingsError {
    EmbeddingsError(stream.path, .line(number), problem: problem, advice: advice)
  }
}

extension ArraySlice<UInt8> {
  /// The parts between spaces and tabs.
  var fields: [ArraySlice<UInt8>] { split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

  /// The bytes as text; nil where they are not UTF-8.
  var text: String? { String(validating: self, as: UTF8.self) }
}
