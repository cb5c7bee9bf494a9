internal import Glibc

/// Questions to the file system.
enum FileSystem {
  /// Whether there is something at this path.
  static func exists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// Whether this path can be executed.
  static func isExecutable(_ path: String) -> Bool {
    unsafe access(path, X_OK) == 0
  }

  /// The lines of a small file, such as those of `/proc`; none if it cannot be read.
  static func lines(of path: String) -> [Substring] {
    let file = Descriptor(owning: unsafe open(path, O_RDONLY | O_CLOEXEC))
    var bytes = [UInt8](repeating: 0, count: 1 << 14)
    let count = unsafe Glibc.read(file.number, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n")
  }

  /// The absolute path of a program: in the usual folders first, then along `PATH`.
  static func findProgram(_ name: String) -> String? {
    var folders = ["/usr/bin", "/usr/local/bin", "/bin"]
    if let path = unsafe getenv("PATH") {
      folders += unsafe String(cString: path).split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }
    return folders.map { "\($0)/\(name)" }.first(where: isExecutable)
  }
}
