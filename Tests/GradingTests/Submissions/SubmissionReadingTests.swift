import Files
import Foundation
import Glibc
import Testing

@testable import Grading

/// A folder for one test, removed at its end.
final class TestFolder {
  let path: String

  init() throws {
    path = try Files.makeTemporaryFolder("gradus-tests")
  }

  deinit { Files.remove(path) }

  /// Writes a file and gives its path.
  func write(_ bytes: [UInt8], _ name: String = "bptt.swift") throws -> String {
    try Files.write(bytes, to: "\(path)/\(name)")
    return "\(path)/\(name)"
  }
}

@Suite struct `Reading a submission` {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func refusal(_ path: String) -> String {
    do {
      _ = try Submission(path: path)
      return ""
    } catch {
      return error.description
    }
  }

  @Test func `takes the file as it is`() throws {
    let text = "// Grüße, 你好\r\nlet x = 1\n"
    let submission = try Submission(path: try folder.write(Array(text.utf8)))
    #expect(submission.source == text)
    #expect(submission.path == "\(folder.path)/bptt.swift")
  }

  @Test func `says that there is no such file`() {
    #expect(refusal("\(folder.path)/none.swift").contains("there is no such file"))
    #expect(refusal("").contains("there is no such file"))
  }

  @Test func `says that a folder is one`() { #expect(refusal(folder.path).contains("is a folder")) }

  @Test(arguments: ["", " \n\t\r\n", "\n"])
  func `says that a file is empty`(text: String) throws {
    #expect(refusal(try folder.write(Array(text.utf8))).contains("is empty"))
  }

  @Test func `takes 256 KB and no byte more`() throws {
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 256 * 1024)
    #expect(refusal(try folder.write(bytes)) == "")
    #expect(refusal(try folder.write(bytes + [0x61])).contains("is larger than 256 KB"))
    #expect(refusal(try folder.write([UInt8](repeating: 0x61, count: 300 << 10))).contains("is larger than 256 KB"))
  }

  @Test func `names the first line that is not UTF-8`() throws {
    let path = try folder.write(Array("one\ntwo\nthr".utf8) + [0xE9] + Array("e\nfour\n".utf8) + [0xFF])
    #expect(refusal(path).contains("is not UTF-8 text (line 3 is the first that cannot be read)"))
  }

  @Test func `says that NUL bytes are none of a text`() throws {
    #expect(refusal(try folder.write([0x61, 0, 0x62])).contains("contains NUL bytes"))
  }

  @Test(.timeLimit(.minutes(1))) func `does not wait for a FIFO`() {
    let path = "\(folder.path)/fifo.swift"
    #expect(unsafe mkfifo(path, 0o666) == 0)
    #expect(refusal(path).contains("is a FIFO"))
    #expect(refusal("/dev/null").contains("is not a regular file"))
    #expect(refusal("/dev/zero").contains("is not a regular file"))
  }

  @Test func `follows links within the folder and no others`() throws {
    let outside = try TestFolder()
    let target = try outside.write(Array("let secret = 1".utf8), "secret.swift")
    let own = try folder.write(Array("let own = 1".utf8), "own.swift")
    try FileManager.default.createDirectory(atPath: "\(folder.path)/sub", withIntermediateDirectories: true)
    let inner = try folder.write(Array("let inner = 1".utf8), "sub/inner.swift")
    func link(_ name: String, to destination: String) throws -> String {
      try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: destination)
      return "\(folder.path)/\(name)"
    }
    #expect(try Submission(path: link("a.swift", to: "own.swift")).source == "let own = 1")
    #expect(try Submission(path: link("b.swift", to: own)).source == "let own = 1")
    #expect(try Submission(path: link("c.swift", to: inner)).source == "let inner = 1")
    for (name, destination) in [
      ("d.swift", target), ("e.swift", "../\(Files.name(of: outside.path))/secret.swift"), ("f.swift", "/etc/passwd"),
      ("g.swift", "\(folder.path)/../\(Files.name(of: outside.path))/secret.swift"),
    ] {
      #expect(refusal(try link(name, to: destination)).contains("is a symbolic link out of its folder"), "\(name)")
    }
    #expect(refusal(try link("h.swift", to: "nowhere.swift")).contains("leads nowhere"))
    #expect(refusal(try link("i.swift", to: "i.swift")).contains("leads nowhere"))
    #expect(refusal(try link("j.swift", to: "sub")).contains("symbolic link"))
    // A link to a link out of the folder is one, too.
    #expect(refusal(try link("k.swift", to: "d.swift")).contains("is a symbolic link out of its folder"))
  }

  @Test func `says that a file may not be read`() throws {
    let path = try folder.write(Array("let x = 1".utf8))
    #expect(unsafe chmod(path, 0) == 0)
    if geteuid() != 0 {
      #expect(refusal(path).contains("Permission denied"))
    } else {
      // Root may read everything, so that only another user meets this: the command does, see CommandsTests.
      #expect(refusal(path) == "")
    }
  }
}
