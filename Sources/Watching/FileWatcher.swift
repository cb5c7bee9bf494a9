internal import Glibc

/// Notices by inotify that files in some folders were written.
///
/// Folders are watched, not files: editors that save by writing another file and renaming it are noticed, too.
package final class FileWatcher {
  /// What was noticed of a file.
  package struct Change: Hashable, Sendable {
    /// The folder, as it was given.
    package let folder: String
    /// The file's name.
    package let name: String
    /// Whether whoever wrote it has closed it or put it in its place; otherwise more may follow at once.
    package let isComplete: Bool
  }

  /// Becomes readable when something was noticed.
  package let descriptor: Int32
  private let folders: [String]
  private var watches: [Int32: String] = [:]

  private static let noticed = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MODIFY | IN_CREATE | IN_DELETE)

  /// Watches folders; those that are not there are looked for again by ``watchAgain()``.
  package init(_ folders: [String]) throws(WatchingError) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw WatchingError("watching files") }
    self.folders = folders
    watchAgain()
  }

  deinit { close(descriptor) }

  /// Watches folders that have gone or come meanwhile.
  ///
  /// - Returns: whether there were any, whose files may have changed unnoticed.
  @discardableResult
  package func watchAgain() -> Bool {
    var isAny = false
    for folder in folders where !watches.values.contains(folder) {
      let watch = unsafe inotify_add_watch(descriptor, folder, Self.noticed | UInt32(IN_DELETE_SELF | IN_MOVE_SELF))
      guard watch >= 0 else { continue }
      watches[watch] = folder
      isAny = true
    }
    return isAny
  }

  /// Takes what was noticed since the last time, without waiting; nil if so much happened that any file may have changed.
  package func changes() -> [Change]? {
    var changes: [Change] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      guard count > 0 else { return changes }
      guard take(buffer[..<count], into: &changes) else { return nil }
    }
  }

  /// Reads events as the kernel lays them out: watch, mask, cookie, length of the name, name.
  private func take(_ bytes: ArraySlice<UInt8>, into changes: inout [Change]) -> Bool {
    var rest = bytes
    while rest.count >= 16 {
      let words = (0..<4).map { word in
        (0..<4).reduce(UInt32(0)) { $0 | UInt32(rest[rest.startIndex + word * 4 + $1]) << UInt32($1 * 8) }
      }
      let (watch, mask, length) = (Int32(bitPattern: words[0]), words[1], Int(words[3]))
      let name = String(decoding: rest.dropFirst(16).prefix(length).prefix { $0 != 0 }, as: UTF8.self)
      rest = rest.dropFirst(16 + length)
      if mask & UInt32(IN_Q_OVERFLOW) != 0 { return false }
      if mask & UInt32(IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF) != 0 {
        if mask & UInt32(IN_MOVE_SELF) != 0 { _ = inotify_rm_watch(descriptor, watch) }
        watches[watch] = nil
        continue
      }
      guard let folder = watches[watch] else { continue }
      let isComplete = mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0
      changes.append(Change(folder: folder, name: name, isComplete: isComplete))
    }
    return true
  }
}
