internal import Glibc

/// A file that is read once from start to end, with little of it in memory at a time.
package final class ByteStream {
  /// The file's path.
  package let path: String
  /// How many bytes were taken.
  package private(set) var offset = 0
  private let descriptor: Int32
  private var chunk = [UInt8](repeating: 0, count: 1 << 18)
  private var (next, end) = (0, 0)

  /// Opens a file.
  package init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError("open", path) }
  }

  /// Takes bytes for a file's; `path` is what errors call it.
  package init(_ path: String, bytes: [UInt8]) {
    self.path = path
    descriptor = -1
    chunk = bytes
    end = bytes.count
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// How many bytes the file has; nil where that is not known beforehand, as of a pipe.
  package var size: Int? {
    if descriptor < 0 { return chunk.count }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The next byte, not taken; nil at the end.
  package func peek() throws(FileError) -> UInt8? {
    if next == end { try fill() }
    return next < end ? chunk[next] : nil
  }

  /// Takes the next byte; nil at the end.
  package func take() throws(FileError) -> UInt8? {
    guard let byte = try peek() else { return nil }
    next += 1
    offset += 1
    return byte
  }

  /// The next bytes, not taken: so many, or fewer where the file ends; at most what fits into memory at once.
  package func peek(_ count: Int) throws(FileError) -> ArraySlice<UInt8> {
    if next == end { try fill() }
    while end - next < count, end < chunk.count, try fillMore() {}
    return chunk[next..<min(end, next + count)]
  }

  /// The bytes before the next mark, not taken; where none comes, all that fit into memory at once.
  package func peek(before isMark: (UInt8) -> Bool) throws(FileError) -> ArraySlice<UInt8> {
    if next == end { try fill() }
    var seen = next
    while true {
      if let mark = chunk[seen..<end].firstIndex(where: isMark) { return chunk[next..<mark] }
      seen = end
      guard end < chunk.count, try fillMore() else { return chunk[next..<end] }
    }
  }

  /// Takes so many bytes, or fewer where the file ends.
  package func take(_ count: Int) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count, try peek() != nil {
      let part = min(count - bytes.count, end - next)
      bytes += chunk[next..<next + part]
      advance(part)
    }
    return bytes
  }

  /// Takes bytes before a mark, or to the end; nil where nothing is left.
  ///
  /// At most `limit + 1` bytes are taken, so that what is longer shows.
  package func take(before isMark: (UInt8) -> Bool, limit: Int) throws(FileError) -> [UInt8]? {
    guard try peek() != nil else { return nil }
    var bytes: [UInt8] = []
    while bytes.count <= limit, try peek() != nil {
      let stop = min(end, next + limit + 1 - bytes.count)
      let mark = chunk[next..<stop].firstIndex(where: isMark)
      bytes += chunk[next..<(mark ?? stop)]
      advance((mark ?? stop) - next)
      if mark != nil { break }
    }
    return bytes
  }

  /// Takes bytes up to a mark, which is taken as well but left out, or to the end; nil where nothing is left.
  ///
  /// At most `limit + 1` bytes are taken, so that what is longer shows.
  package func take(upTo isMark: (UInt8) -> Bool, limit: Int) throws(FileError) -> [UInt8]? {
    guard let bytes = try take(before: isMark, limit: limit) else { return nil }
    if bytes.count <= limit, try peek() != nil { _ = try take() }
    return bytes
  }

  private func advance(_ count: Int) {
    next += count
    offset += count
  }

  private func fill() throws(FileError) {
    if descriptor < 0 { return }
    (next, end) = (0, 0)
    try fillMore()
  }

  /// Reads more behind the bytes that were not taken yet; says whether there was more.
  @discardableResult
  private func fillMore() throws(FileError) -> Bool {
    if descriptor < 0 { return false }
    let count = try Files.readSome(descriptor, path, into: &chunk, end..<chunk.count, isAwaited: true)
    end += count
    return count > 0
  }
}
