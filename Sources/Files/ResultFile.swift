internal import Glibc

/// A file that a result goes to, tried before the work that makes the result, so that no work is done for nothing.
package struct ResultFile: Sendable {
  /// The file's path.
  package let path: String
  private let isReplaced: Bool

  /// Makes sure that a file can be written at a path, and leaves what stands there as it is.
  package init(_ path: String) throws(FileError) {
    self.path = path
    let present = Files.kind(path, followingLinks: true)
    if present == .folder { throw FileError(action: "write", path: path, code: EISDIR) }
    // A device, a pipe or a link is written to, and never replaced.
    isReplaced = Files.kind(path) == .file || Files.kind(path) == nil
    guard isReplaced else { return }
    let draft = Files.draft(of: path)
    do throws(FileError) {
      try Files.write([], to: draft)
    } catch {
      throw FileError(action: "write", path: path, code: error.code)
    }
    Files.remove(draft)
  }

  /// Writes the file, in one step where that can be.
  package func write(_ text: String) throws(FileError) {
    if isReplaced {
      try Files.replace(Array(text.utf8), at: path)
    } else {
      try Files.write(text, to: path)
    }
  }
}
