internal import Glibc

extension Files {
  /// Makes a folder and those above it.
  package static func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(FileError) {
    if kind(path, followingLinks: true) == .folder { return }
    let parent = folder(of: path)
    if parent != path && !parent.isEmpty { try makeFolder(parent, mode: mode) }
    guard unsafe mkdir(path, mode) == 0 || errno == EEXIST else { throw FileError("make the folder", path) }
  }

  /// Makes a new folder for passing use, in TMPDIR or /tmp.
  package static func makeTemporaryFolder(_ prefix: String) throws(FileError) -> String {
    let base = environment("TMPDIR") ?? "/tmp"
    var template = Array("\(base)/\(prefix)-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw FileError("make a temporary folder in", base) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Makes a file or folder readable for everybody, and a folder passable.
  package static func setMode(_ path: String, _ mode: UInt32) throws(FileError) {
    guard unsafe chmod(path, mode) == 0 else { throw FileError("change the mode of", path) }
  }

  /// Makes a folder and everything in it readable for everybody, and the superuser's own where it was another user's.
  package static func makeReadable(_ path: String) throws(FileError) {
    let isFolder = kind(path) == .folder
    if runsAsRoot { try changeOwner(path, to: 0) }
    try setMode(path, isFolder ? 0o755 : 0o644)
    guard isFolder else { return }
    for name in try list(path) { try makeReadable("\(path)/\(name)") }
  }

  /// Removes a file, or a folder with everything in it.
  ///
  /// Links are removed, never followed.
  package static func remove(_ path: String) {
    if kind(path) == .folder {
      for name in (try? list(path)) ?? [] { remove("\(path)/\(name)") }
      unsafe rmdir(path)
    } else {
      unsafe unlink(path)
    }
  }

  /// Removes a folder if it is empty, then those above it, up to but without `top`.
  package static func removeEmptyFolders(from path: String, below top: String) {
    var path = path
    while path.hasPrefix(top + "/"), unsafe rmdir(path) == 0 { path = folder(of: path) }
  }

  /// The folder part of a path.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  package static func name(of path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }

  /// The folder that relative paths start from.
  package static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// A variable of the environment; nil when it is not set or empty.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// Runs `body` while no other process that asks for the same lock file does.
  package static func withLock<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileError("create", path) }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX) == 0 else { throw FileError("lock", path) }
    return try body()
  }
}

extension Files {
  /// The number of this process.
  package static var processID: Int32 { getpid() }

  /// Whether there is a process of this number.
  package static func isRunning(_ process: Int32) -> Bool { process > 0 && (kill(process, 0) == 0 || errno == EPERM) }

  /// Whether this process belongs to the superuser.
  package static var runsAsRoot: Bool { geteuid() == 0 }
}
