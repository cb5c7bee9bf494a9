internal import Glibc

/// Files or the terminal cannot be watched: what was tried, and the system's reason.
package struct WatchingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was tried, why it failed, and what to do.
  package let description: String

  init(_ action: String, _ code: Int32 = errno) {
    let advice =
      switch code {
      case EMFILE, ENFILE: " Close other programs, or raise `ulimit -n`."
      case ENOSPC: " Too many folders are watched on this machine: raise fs.inotify.max_user_watches."
      default: ""
      }
    description = "\(action) failed: \(unsafe String(cString: strerror(code))).\(advice)"
  }
}
