internal import Glibc

/// A file could not be used: which, why, and what to do.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path.
  package let path: String
  /// What was tried.
  package let action: String
  /// The system's error number.
  package let code: Int32

  /// The reason in the system's words.
  package var reason: String { unsafe String(cString: strerror(code)) }

  private var writes: Bool { action == "write" || action == "create" }

  /// A sentence that names the file, the reason and, for the common reasons, the way out.
  package var description: String {
    // A file that could not be made is not there to be looked at.
    let place = Files.kind(path) == nil ? Files.folder(of: path) : path
    let advice =
      switch code {
      case ENOENT where writes && Files.kind(Files.folder(of: path)) == nil:
        " There is no folder \(Files.folder(of: path)): make it, or name another."
      case ENOENT: " Check the path."
      case EISDIR where writes: " Name a file in it."
      case EACCES, EPERM: " Check the permissions: `ls -ld \(place)`."
      case ENOSPC, EDQUOT: " Free some space (`df -h \(place)`) or point TMPDIR elsewhere, then try again."
      case EROFS: " The file system is read-only; name a place that can be written, also by TMPDIR and GRADUS_CACHE."
      case EMFILE, ENFILE: " Too many files are open; raise `ulimit -n`."
      default: ""
      }
    return "cannot \(action) \(path): \(reason).\(advice)"
  }

  init(_ action: String, _ path: String, _ code: Int32 = errno) {
    self.init(action: action, path: path, code: code)
  }

  /// Makes an error of what was tried, such as `open`, and the system's number.
  package init(action: String, path: String, code: Int32) {
    self.action = action
    self.path = path
    self.code = code
  }
}
