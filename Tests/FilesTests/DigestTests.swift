import Files
import Foundation
import Testing

@Suite struct `Digests` {
  /// The examples that come with FIPS 180-4.
  @Test(
    arguments: [
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
  func `are those of the standard's examples`(text: String, expected: String) {
    #expect(Digest(of: text).text == expected)
  }

  @Test func `are what sha256sum says, for every length around whole blocks`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-tests")
    defer { Files.remove(folder) }
    let lengths = Array(0...5) + Array(50...70) + Array(115...130)
    for length in lengths {
      try Files.write((0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }, to: "\(folder)/\(length)")
    }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = lengths.map { "\(folder)/\($0)" }
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let expected = text.split(separator: "\n").map { String($0.prefix(64)) }
    let found = try lengths.map { Digest(of: try Files.read("\(folder)/\($0)")).text }
    #expect(found == expected)
  }

  @Test func `a lock has one holder at a time`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-tests")
    defer { Files.remove(folder) }
    var first = try FileLock("\(folder)/lock")
    #expect(first != nil)
    #expect(try FileLock("\(folder)/lock") == nil)
    first = nil
    #expect(try FileLock("\(folder)/lock") != nil)
    #expect(throws: FileError.self) { try FileLock("\(folder)/none/lock") }
  }
}
