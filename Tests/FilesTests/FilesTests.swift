import Foundation
import Glibc
import Testing

@testable import Files

@Suite struct `Files and folders` {
  /// A folder for one test, removed at its end.
  private final class Folder {
    let path: String

    init() throws { path = try Files.makeTemporaryFolder("gradus-tests") }

    deinit { Files.remove(path) }
  }

  private let folder: Folder
  private var path: String { folder.path }

  init() throws { folder = try Folder() }

  @Test func `are written and read`() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try Files.write(bytes, to: "\(path)/a")
    #expect(try Files.read("\(path)/a") == bytes)
    try Files.write("shorter", to: "\(path)/a")
    #expect(try Files.text("\(path)/a") == "shorter")
    try Files.copy("\(path)/a", to: "\(path)/b")
    #expect(try Files.text("\(path)/b") == "shorter")
    #expect(try Files.list(path) == ["a", "b"])
    #expect(try Files.text("/dev/null") == "")
  }

  @Test func `are read to a limit and one byte more`() throws {
    try Files.write([UInt8](repeating: 1, count: 100), to: "\(path)/a")
    #expect(try Files.read("\(path)/a", limit: 100).count == 100)
    #expect(try Files.read("\(path)/a", limit: 99).count == 100)
    #expect(try Files.read("\(path)/a", limit: 10).count == 11)
    #expect(try Files.read("/dev/zero", limit: 1000).count == 1001)
  }

  @Test func `are told apart`() throws {
    try Files.write("x", to: "\(path)/file")
    #expect(unsafe symlink("file", "\(path)/link") == 0)
    #expect(unsafe symlink("nowhere", "\(path)/broken") == 0)
    #expect(unsafe mkfifo("\(path)/fifo", 0o600) == 0)
    #expect(Files.kind("\(path)/file") == .file)
    #expect(Files.kind(path) == .folder)
    #expect(Files.kind("\(path)/link") == .symbolicLink)
    #expect(Files.kind("\(path)/link", followingLinks: true) == .file)
    #expect(Files.kind("\(path)/fifo") == .fifo)
    #expect(Files.kind("/dev/null") == .device)
    #expect(Files.kind("\(path)/none") == nil)
    #expect(Files.exists("\(path)/link") && !Files.exists("\(path)/broken") && !Files.exists(""))
    #expect(Files.realPath("\(path)/./link") == Files.realPath("\(path)/file"))
    #expect(Files.realPath("\(path)/broken") == nil)
  }

  @Test func `have names and folders`() {
    for (path, folder, name) in [
      ("/a/b.swift", "/a", "b.swift"), ("b.swift", ".", "b.swift"), ("/b", "/", "b"), ("a/b/c", "a/b", "c"),
      ("", ".", ""),
    ] {
      #expect(Files.folder(of: path) == folder)
      #expect(Files.name(of: path) == name)
    }
  }

  @Test func `are removed with all that is in them, links never followed`() throws {
    let outside = try Folder()
    try Files.write("keep", to: "\(outside.path)/keep")
    try Files.makeFolder("\(path)/a/b/c")
    try Files.write("x", to: "\(path)/a/b/c/x")
    #expect(unsafe symlink(outside.path, "\(path)/a/link") == 0)
    Files.remove("\(path)/a")
    #expect(!Files.exists("\(path)/a"))
    #expect(try Files.text("\(outside.path)/keep") == "keep")
    Files.remove("\(path)/a")
  }

  @Test func `are made with the folders above them`() throws {
    try Files.makeFolder("\(path)/one/two/three")
    try Files.makeFolder("\(path)/one/two/three")
    #expect(Files.kind("\(path)/one/two/three") == .folder)
    try Files.write("x", to: "\(path)/file")
    #expect(throws: FileError.self) { try Files.makeFolder("\(path)/file/below") }
  }

  @Test func `change their stamp with their content`() throws {
    try Files.write("x", to: "\(path)/a")
    let before = try #require(Files.stamp("\(path)/a"))
    #expect(Files.stamp("\(path)/a") == before)
    try Files.write("xy", to: "\(path)/a")
    #expect(Files.stamp("\(path)/a") != before)
    #expect(Files.stamp("\(path)/none") == nil)
  }

  @Test func `are moved in one step`() throws {
    try Files.write("new", to: "\(path)/a")
    try Files.write("old", to: "\(path)/b")
    try Files.move("\(path)/a", to: "\(path)/b")
    #expect(try Files.text("\(path)/b") == "new")
    #expect(try Files.list(path) == ["b"])
  }

  @Test func `that cannot be used are named with the reason and the way out`() {
    let error = #expect(throws: FileError.self) { try Files.read("\(path)/none") }
    #expect(error?.description == "cannot open \(path)/none: No such file or directory. Check the path.")
    #expect(error?.code == ENOENT)
    #expect(throws: FileError.self) { try Files.list("\(path)/none") }
    #expect(throws: FileError.self) { try Files.write("x", to: "\(path)/none/x") }
    #expect(throws: FileError.self) { try Files.read(path) }
    let full = FileError("write", "F", ENOSPC).description
    #expect(full.contains("No space left on device") && full.contains("TMPDIR"))
    #expect(FileError("write", "F", EACCES).description.contains("ls -ld .`"))
  }

  @Test func `that are devices or links stay where writing fails`() throws {
    // By way of a link, so that a mistake of ours could at worst remove the link.
    #expect(unsafe symlink("/dev/full", "\(path)/full") == 0)
    let error = #expect(throws: FileError.self) { try Files.write("x", to: "\(path)/full") }
    #expect(error?.code == ENOSPC)
    #expect(Files.kind("\(path)/full") == .symbolicLink, "what was not ours stays")
  }

  @Test func `are locked for one process at a time`() throws {
    let lock = "\(path)/lock"
    let state = try Files.withLock(lock) {
      // Another open file is what another process has.
      let other = unsafe open(lock, O_RDWR)
      defer { close(other) }
      return flock(other, LOCK_EX | LOCK_NB) == 0 ? "free" : "taken"
    }
    #expect(state == "taken")
    #expect(try Files.withLock(lock) { "free again" } == "free again")
    #expect(throws: FileError.self) { try Files.withLock("\(path)/none/lock") {} }
  }

  @Test func `variables that are empty count as not set`() {
    #expect(Files.environment("GRADUS_NO_SUCH_VARIABLE") == nil)
    #expect(Files.environment("PATH") != nil)
  }
}
