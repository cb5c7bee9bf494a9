import Foundation
import Glibc

/// The few system calls that the tests make themselves, in a safe form.
enum Host {
  /// Writes to a descriptor; returns the number of bytes, or an errno as a negative number.
  static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int {
    let count = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    return count < 0 ? -Int(errno) : count
  }

  /// Reads what one call gives.
  static func read(_ descriptor: Int32) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = unsafe Glibc.read(descriptor, &bytes, bytes.count)
    return Array(bytes.prefix(max(count, 0)))
  }

  /// Waits until a descriptor can be read.
  static func isReady(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, milliseconds) == 1
  }

  /// Makes a folder that everybody may write.
  static func makeFolder(_ path: String) {
    _ = unsafe mkdir(path, 0o777)
    _ = unsafe chmod(path, 0o777)
  }

  /// Makes a file that everybody may read.
  static func makeFile(_ path: String, _ text: String) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = write(Array(text.utf8), to: file)
    close(file)
  }

  /// Opens a file in such a way that programs we start would inherit it.
  static func openInheritable(_ path: String) -> Int32 {
    unsafe open(path, O_RDONLY)
  }

  /// Puts something into our own environment.
  static func setEnvironment(_ name: String, _ value: String) {
    _ = unsafe setenv(name, value, 1)
  }

  /// The user to whom a file belongs, or nil if there is none.
  static func owner(of path: String) -> UInt32? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? status.st_uid : nil
  }

  /// The living processes that belong to a user.
  static func processes(of user: UInt32) -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { Int($0) }.filter { owner(of: "/proc/\($0)") == user && !isZombie($0) }
  }

  /// Whether a process is dead, and only waits for its parent or for the first process to take notice.
  private static func isZombie(_ process: Int) -> Bool {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ") Z"
    return text.split(separator: ")").last?.hasPrefix(" Z") ?? true
  }

  /// Whether this process has children, dead or alive.
  static func hasChildren() -> Bool {
    waitpid(-1, nil, WNOHANG) != -1 || errno != ECHILD
  }

  /// How many descriptors this process has open.
  static func openDescriptors() -> Int {
    (0..<1024).count { fcntl($0, F_GETFD) >= 0 }
  }

  /// The most memory that this process ever had, in kilobytes.
  static func peakMemory() -> Int {
    var usage = rusage()
    _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}
