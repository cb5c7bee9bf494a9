internal import CSandbox
internal import Glibc

/// The right to a slot, which one process at a time has, and in it one holder.
///
/// Only for root do slots differ, in the user as which programs run; everybody else may share. A lock on a file says that a slot is taken: the
/// kernel gives it back when its holder is gone, however it ended.
package final class SlotClaim: Sendable {
  /// The slot's number.
  package let number: Int
  private let lock: Int32

  /// The user of slot 0.
  package static let firstUser: UInt32 = 65_100
  /// So many users are ours: 65500 and above belong to others.
  private static let count = 400
  /// Where the locks are; only root can write there.
  private static let folder = "/run/gradus"

  /// Claims the first free slot from a number on.
  package init(from first: Int = 0) throws(SandboxError) {
    guard getuid() == 0 else {
      number = first
      lock = -1
      return
    }
    guard let (found, lock) = try Self.take(from: first) else {
      throw .refused(action: "finding a free slot in \(Self.folder)", code: EAGAIN)
    }
    number = found
    self.lock = lock
    // A holder that was killed may have left programs behind.
    endPrograms()
  }

  deinit {
    guard lock >= 0 else { return }
    endPrograms()
    close(lock)
  }

  private func endPrograms() {
    _ = csandbox_end_processes_of(Int64(Self.firstUser) + Int64(number))
  }

  private static func take(from first: Int) throws(SandboxError) -> (number: Int, lock: Int32)? {
    let mode: UInt32 = 0o700
    guard unsafe mkdir(folder, mode) == 0 || errno == EEXIST else {
      throw .refused(action: "making the folder \(folder)", code: errno)
    }
    for number in max(first, 0)..<max(first, count) {
      let file = unsafe open("\(folder)/slot-\(number)", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard file >= 0 else { throw .refused(action: "opening \(folder)/slot-\(number)", code: errno) }
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return (number, file) }
      close(file)
    }
    return nil
  }
}
