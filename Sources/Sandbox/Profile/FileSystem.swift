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

  /// The absolute path of a program: in the usual folders first, then along `PATH`.
  static func findProgram(_ name: String) -> String? {
    var folders = ["/usr/bin", "/usr/local/bin", "/bin"]
    if let path = unsafe getenv("PATH") {
      folders += unsafe String(cString: path).split(separator: ":").map(String.init).filter { $0.hasPrefix("/") }
    }
    return folders.map { "\($0)/\(name)" }.first(where: isExecutable)
  }
}
