internal import Files

extension ByteStream {
  /// Opens a text or vectors: passes over the mark that some editors put before UTF-8, and refuses what is compressed
  /// or in UTF-16.
  static func opened(_ path: String) throws -> ByteStream {
    let stream = try ByteStream(path)
    let first = Array(try stream.peek(6))
    for (bytes, program) in compressions where first.starts(with: bytes) {
      throw EmbeddingsError(
        path, problem: "the file is compressed", advice: "Unpack it first, with `\(program) \(path)`.")
    }
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
      throw EmbeddingsError(
        path, problem: "the file is in UTF-16", advice: "Convert it first: `iconv -f UTF-16 -t UTF-8 \(path)`.")
    }
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { _ = try stream.take(3) }
    return stream
  }

  /// What compressed files begin with, and what unpacks them.
  private static let compressions: [([UInt8], String)] = [
    ([0x1F, 0x8B], "gunzip"), ([0x50, 0x4B, 0x03, 0x04], "unzip"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "unxz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "unzstd"), ([0x42, 0x5A, 0x68, 0x39, 0x31, 0x41], "bunzip2"),
  ]
}
