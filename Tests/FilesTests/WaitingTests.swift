import Foundation
import Glibc
import Testing

@testable import Files

@Suite struct `Reading what comes late` {
  private let folder: String

  init() throws { folder = try Files.makeTemporaryFolder("gradus-tests") }

  /// Makes a FIFO that has a writer, who writes and goes a while after somebody has begun to read.
  private func fifo(_ text: String) throws -> String {
    let path = "\(folder)/\(UUID().uuidString)"
    #expect(unsafe mkfifo(path, 0o600) == 0)
    // Opened for both, so that nobody is waited for.
    let writer = FileHandle(fileDescriptor: unsafe open(path, O_RDWR | O_CLOEXEC), closeOnDealloc: true)
    Thread.detachNewThread {
      usleep(200_000)
      try? writer.write(contentsOf: Data(text.utf8))
      try? writer.close()
    }
    return path
  }

  @Test(.timeLimit(.minutes(1))) func `waits for a writer where it is asked to, and else says that there is nothing`()
    throws
  {
    defer { Files.remove(folder) }
    let error = #expect(throws: FileError.self) { try Files.read(try fifo("late")) }
    #expect(error?.code == EAGAIN)
    #expect(try Files.text(try fifo("late"), isAwaited: true) == "late")
    #expect(try Files.read(try fifo("late"), limit: 2, isAwaited: true).count == 3)
  }

  @Test(.timeLimit(.minutes(1))) func `waits at a descriptor that does not wait of itself`() throws {
    defer { Files.remove(folder) }
    let descriptor = unsafe open(try fifo("late"), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    defer { close(descriptor) }
    var chunk = [UInt8](repeating: 0, count: 10)
    let error = #expect(throws: FileError.self) {
      try Files.readSome(descriptor, "pipe", into: &chunk, 0..<10, isAwaited: false)
    }
    #expect(error?.code == EAGAIN)
    #expect(try Files.readSome(descriptor, "pipe", into: &chunk, 2..<5, isAwaited: true) == 3)
    #expect(chunk == [0, 0] + Array("lat".utf8) + [0, 0, 0, 0, 0])
    #expect(try Files.readSome(descriptor, "pipe", into: &chunk, 0..<10, isAwaited: true) == 1)
    #expect(try Files.readSome(descriptor, "pipe", into: &chunk, 0..<10, isAwaited: true) == 0)
  }

  @Test(.timeLimit(.minutes(1))) func `looks ahead in a pipe without taking anything`() throws {
    defer { Files.remove(folder) }
    let stream = try ByteStream(try fifo("first\nsecond"))
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
    #expect(try stream.peek(before: isEnd) == Array("first".utf8)[...])
    #expect(stream.offset == 0)
    #expect(try stream.take(upTo: isEnd, limit: 100) == Array("first".utf8))
    #expect(try stream.peek(before: isEnd) == Array("second".utf8)[...])
    #expect(try stream.take(100) == Array("second".utf8))
    #expect(try stream.peek(before: isEnd) == [])
  }
}

@Suite struct `A file for a result` {
  private let folder: String

  init() throws { folder = try Files.makeTemporaryFolder("gradus-tests") }

  @Test func `is tried without a trace, then written`() throws {
    defer { Files.remove(folder) }
    let file = try ResultFile("\(folder)/new")
    #expect(try Files.list(folder) == [])
    try file.write("text")
    #expect(try Files.text("\(folder)/new") == "text")
    let other = try ResultFile("\(folder)/new")
    #expect(try Files.text("\(folder)/new") == "text")
    try other.write("more")
    #expect(try Files.list(folder) == ["new"])
    #expect(try Files.text("\(folder)/new") == "more")
  }

  @Test func `is written through a link, and never put in the place of a device`() throws {
    defer { Files.remove(folder) }
    try Files.write("old", to: "\(folder)/target")
    #expect(unsafe symlink("target", "\(folder)/link") == 0)
    #expect(unsafe symlink("/dev/null", "\(folder)/null") == 0)
    for name in ["link", "null"] { try ResultFile("\(folder)/\(name)").write("new") }
    #expect(try Files.text("\(folder)/target") == "new")
    #expect(Files.kind("\(folder)/link") == .symbolicLink && Files.kind("\(folder)/null") == .symbolicLink)
    #expect(Files.kind("/dev/null") == .device)
  }

  @Test func `that cannot be is refused, with the way out`() throws {
    defer { Files.remove(folder) }
    let missing = #expect(throws: FileError.self) { try ResultFile("\(folder)/none/result") }
    #expect(missing?.description.hasSuffix(" There is no folder \(folder)/none: make it, or name another.") == true)
    let taken = #expect(throws: FileError.self) { try ResultFile(folder) }
    #expect(taken?.description == "cannot write \(folder): Is a directory. Name a file in it.")
    #expect(throws: FileError.self) { try ResultFile("\(folder)/" + String(repeating: "x", count: 300)) }
    // A kernel's folder, in which not even the superuser makes files.
    #expect(throws: FileError.self) { try ResultFile("/proc/result") }
  }
}
