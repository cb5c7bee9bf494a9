internal import CSandbox
internal import Glibc

/// The right to a slot, which one process at a time has, and in it one holder.
///
/// Only for root do slots differ, in the user as which programs run; everybody else may share. A slot is taken as long as a file is locked and a
/// name in use: the file for those with the same `/run`, the name for those that see the same processes from other files, as in a `chroot`. The
/// kernel gives both back when their holder is gone, however it ended.
package final class SlotClaim: Sendable {
  /// The slot's number.
  package let number: Int
  private let descriptors: [Int32]

  /// The user of slot 0.
  private static let firstUser: UInt32 = 65_100
  /// So many users are ours: 65500 and above belong to others.
  private static let count = 400
  /// Where the locks are; only root can write there.
  private static let folder = "/run/gradus"

  /// Claims the first free slot from a number on.
  package init(from first: Int = 0) throws(SandboxError) {
    guard getuid() == 0 else {
      number = first
      descriptors = []
      return
    }
    guard let (found, descriptors) = try Self.take(from: first) else {
      throw .refused(action: "finding a free slot in \(Self.folder)", code: EAGAIN)
    }
    number = found
    self.descriptors = descriptors
    // A holder that was killed may have left programs behind.
    endPrograms()
  }

  deinit {
    guard !descriptors.isEmpty else { return }
    endPrograms()
    descriptors.forEach { close($0) }
  }

  private func endPrograms() {
    _ = csandbox_end_processes_of(Int64(Self.user(number)))
  }

  /// The user as whom programs run in a slot, for root.
  package static func user(_ number: Int) -> UInt32 { firstUser + UInt32(number) }

  /// The name that says that a slot is taken.
  static func name(_ number: Int) -> String { "gradus-user-\(user(number))" }

  private static func take(from first: Int) throws(SandboxError) -> (number: Int, descriptors: [Int32])? {
    let mode: UInt32 = 0o700
    guard unsafe mkdir(folder, mode) == 0 || errno == EEXIST else {
      throw .refused(action: "making the folder \(folder)", code: errno)
    }
    for number in max(first, 0)..<max(first, count) {
      guard let lock = try lock("\(folder)/slot-\(number)") else { continue }
      var claim: Int32 = -1
      switch unsafe csandbox_claim_name(name(number), &claim) {
      case 0: return (number, claim < 0 ? [lock] : [lock, claim])
      case EADDRINUSE: close(lock)
      case let code:
        close(lock)
        throw .refused(action: "claiming the name \(name(number))", code: code)
      }
    }
    return nil
  }

  /// A lock on a file; nil if somebody else has it.
  private static func lock(_ path: String) throws(SandboxError) -> Int32? {
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw .refused(action: "opening \(path)", code: errno) }
    if flock(file, LOCK_EX | LOCK_NB) == 0 { return file }
    close(file)
    return nil
  }
}
