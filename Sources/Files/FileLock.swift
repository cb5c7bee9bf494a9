internal import Glibc

/// The right to something that one process at a time may have, held by a lock on a file.
///
/// The kernel gives it back when the holder is gone, however it ended. The file stays.
package final class FileLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock; nil if another holder has it.
  package init?(_ path: String) throws(FileError) {
    let opened = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard opened >= 0 else { throw FileError("create", path) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(opened)
      guard code == EWOULDBLOCK else { throw FileError(action: "lock", path: path, code: code) }
      return nil
    }
    descriptor = opened
  }

  deinit { close(descriptor) }
}
