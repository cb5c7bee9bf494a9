internal import Files

/// A student's file, read once and checked.
package struct Submission {
  /// The path as the user gave it, for messages.
  package let path: String
  /// The content.
  package let source: String

  /// The largest file that is read, in bytes.
  package static let largestSize = 256 * 1024

  /// A file could not be taken as a submission: our messages to its owner.
  package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong and what to do.
    package let description: String
  }

  /// Takes text as a submission.
  package init(source: String, path: String) {
    self.source = source
    self.path = path
  }

  /// Reads a file.
  ///
  /// Only a regular file is read; a symbolic link must not lead out of the folder it stands in, so that nobody's submission can show the
  /// lines of another file in the compiler's messages.
  package init(path: String) throws(Refusal) {
    func refuse(_ text: String) -> Refusal { Refusal(description: text) }
    guard let kind = Files.kind(path) else {
      throw refuse("\(path): there is no such file. Check the name, or give the file with --file.")
    }
    switch kind {
    case .file: break
    case .folder: throw refuse("\(path) is a folder. Give the Swift file itself with --file.")
    case .fifo: throw refuse("\(path) is a FIFO, not a file. Save the code to a regular file first.")
    case .device, .socket: throw refuse("\(path) is not a regular file. Save the code to a regular file first.")
    case .symbolicLink:
      guard let real = Files.realPath(path) else {
        throw refuse("\(path) is a symbolic link that leads nowhere. Put the file itself there.")
      }
      let folder = Files.realPath(Files.folder(of: path)) ?? ""
      guard real.hasPrefix(folder + "/"), Files.kind(real) == .file else {
        throw refuse("\(path) is a symbolic link out of its folder. Put a copy of the file there instead.")
      }
    }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path, limit: Self.largestSize)
    } catch {
      throw refuse(error.description)
    }
    try self.init(bytes: bytes, path: path)
  }

  /// Takes the content of a file, if it can be a submission.
  package init(bytes: [UInt8], path: String) throws(Refusal) {
    func refuse(_ text: String) -> Refusal { Refusal(description: text) }
    guard bytes.count <= Self.largestSize else {
      throw refuse(
        "\(path) is larger than \(Self.largestSize / 1024) KB. A solution is a few KB: remove data and repeated code.")
    }
    guard !bytes.contains(0) else { throw refuse("\(path) contains NUL bytes. Save it as UTF-8 text.") }
    guard let source = String(validating: bytes, as: UTF8.self) else {
      throw refuse("\(path) is not UTF-8 text\(Self.firstBadLine(bytes)). Save it as UTF-8 in your editor.")
    }
    guard source.contains(where: { !$0.isWhitespace }) else {
      throw refuse("\(path) is empty. Start from the exercise's starter file.")
    }
    self.init(source: source, path: path)
  }

  private static func firstBadLine(_ bytes: [UInt8]) -> String {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let bad = lines.firstIndex(where: { String(validating: $0, as: UTF8.self) == nil }) else { return "" }
    return " (line \(bad + 1) is the first that cannot be read)"
  }
}
