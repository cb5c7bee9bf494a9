internal import Glibc

/// Reading, writing and listing files, without Foundation.
package enum Files {
  /// What stands at a path.
  package enum Kind: Hashable, Sendable {
    case file, folder, symbolicLink, fifo, device, socket
  }

  /// What stands at a path, links not followed; nil when there is nothing.
  package static func kind(_ path: String, followingLinks: Bool = false) -> Kind? {
    var status = stat()
    let found = unsafe followingLinks ? stat(path, &status) : lstat(path, &status)
    guard found == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .symbolicLink
    case S_IFIFO: .fifo
    case S_IFSOCK: .socket
    default: .device
    }
  }

  /// Whether something stands at a path.
  package static func exists(_ path: String) -> Bool { kind(path, followingLinks: true) != nil }

  /// Size and time of last change, to tell one state of a file from another; nil when it cannot be had.
  package static func stamp(_ path: String) -> String? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return "\(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }

  /// The time of a file's last change, in seconds; nil when it cannot be had.
  package static func changeTime(_ path: String) -> Int? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    return status.st_mtim.tv_sec
  }

  /// The path without links and relative parts; nil when there is nothing.
  package static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The bytes of a file, at most `limit + 1` of them, so that a larger one shows.
  ///
  /// The file is opened without waiting, so that a FIFO without a writer cannot hold the program up. One whose writer
  /// has not written yet is an error, or waited for if `isAwaited`.
  package static func read(
    _ path: String, limit: Int = .max - 1, isAwaited: Bool = false
  ) throws(FileError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError("open", path) }
    defer { close(descriptor) }
    return try readAll(descriptor, path, limit, isAwaited: isAwaited)
  }

  /// The bytes that come from standard input, at most `limit + 1` of them.
  package static func readInput(limit: Int = .max - 1) throws(FileError) -> [UInt8] {
    try readAll(STDIN_FILENO, "standard input", limit, isAwaited: true)
  }

  private static func readAll(
    _ descriptor: Int32, _ path: String, _ limit: Int, isAwaited: Bool
  ) throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while bytes.count <= limit {
      let room = 0..<min(chunk.count, limit + 1 - bytes.count)
      let count = try readSome(descriptor, path, into: &chunk, room, isAwaited: isAwaited)
      if count == 0 { break }
      bytes += chunk[..<count]
    }
    return bytes
  }

  /// Reads into a part of a chunk, and gives how many bytes came; 0 at the end.
  ///
  /// What a signal interrupts goes on. If `isAwaited`, a descriptor that does not wait of itself, as the other
  /// end's owner or whoever started this process may have set it, is waited for.
  static func readSome(
    _ descriptor: Int32, _ path: String, into chunk: inout [UInt8], _ room: Range<Int>, isAwaited: Bool
  ) throws(FileError) -> Int {
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, UnsafeMutableRawBufferPointer(rebasing: $0[room]).baseAddress, room.count)
      }
      if count >= 0 { return count }
      if errno == EAGAIN && isAwaited {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // What comes of it, reading again will tell.
        _ = unsafe poll(&entry, 1, -1)
      } else if errno != EINTR {
        throw FileError("read", path)
      }
    }
  }

  /// The text of a file, broken bytes replaced.
  package static func text(_ path: String, isAwaited: Bool = false) throws(FileError) -> String {
    String(decoding: try read(path, isAwaited: isAwaited), as: UTF8.self)
  }

  /// Writes a file anew.
  ///
  /// What cannot be written whole is removed again.
  package static func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(FileError) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileError("create", path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        let error = FileError("write", path)
        close(descriptor)
        // Never a device or a link, which somebody else put there.
        if kind(path) == .file { unsafe unlink(path) }
        throw error
      }
      rest = rest.dropFirst(count)
    }
    guard close(descriptor) == 0 else { throw FileError("write", path) }
  }

  /// Writes a file anew.
  package static func write(_ text: String, to path: String, mode: UInt32 = 0o644) throws(FileError) {
    try write(Array(text.utf8), to: path, mode: mode)
  }

  /// The names in a folder, sorted.
  package static func list(_ path: String) throws(FileError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw FileError("list", path) }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Copies a file.
  package static func copy(_ source: String, to destination: String) throws(FileError) {
    try write(try read(source), to: destination)
  }

  /// Gives a file another owner, if this process may.
  package static func changeOwner(_ path: String, to user: UInt32) throws(FileError) {
    guard unsafe chown(path, user, user) == 0 else { throw FileError("change the owner of", path) }
  }

  /// Puts a file or folder in the place of another name, in one step.
  package static func move(_ source: String, to destination: String) throws(FileError) {
    guard unsafe rename(source, destination) == 0 else { throw FileError("rename \(source) to", destination) }
  }
}

extension Files {
  /// Where content is written before it takes a file's place.
  static func draft(of path: String) -> String { "\(folder(of: path))/.\(name(of: path)).new" }

  /// Puts content in a file's place in one step: whoever reads sees the old content or the new one.
  package static func replace(_ bytes: [UInt8], at path: String, mode: UInt32 = 0o644) throws(FileError) {
    let draft = draft(of: path)
    try write(bytes, to: draft, mode: mode)
    do throws(FileError) {
      try move(draft, to: path)
    } catch {
      remove(draft)
      throw error
    }
  }
}
