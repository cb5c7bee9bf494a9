import Files
import Testing

@Suite struct `A stream of bytes` {
  /// A file of 600,000 bytes, more than are held in memory at a time, and the same bytes in memory.
  private func streams() throws -> (folder: String, streams: [ByteStream]) {
    let bytes = (0..<600_000).map { $0 % 1000 == 999 ? UInt8(ascii: "\n") : UInt8(ascii: "a") + UInt8($0 % 26) }
    let folder = try Files.makeTemporaryFolder("gradus-stream")
    try Files.write(bytes, to: "\(folder)/bytes")
    return (folder, [try ByteStream("\(folder)/bytes"), ByteStream("memory", bytes: bytes)])
  }

  @Test func `gives lines, whole across its chunks`() throws {
    let (folder, streams) = try streams()
    defer { Files.remove(folder) }
    for stream in streams {
      #expect(stream.size == 600_000)
      var lines = 0
      while let line = try stream.take(upTo: { $0 == UInt8(ascii: "\n") }, limit: 5_000) {
        #expect(line.count == 999)
        #expect(line.first == UInt8(ascii: "a") + UInt8(lines * 1000 % 26))
        lines += 1
        #expect(stream.offset == lines * 1000)
      }
      #expect(lines == 600)
      #expect(try stream.peek() == nil && stream.take() == nil)
    }
  }

  @Test func `takes no more than the limit, and leaves the mark where it is asked to`() throws {
    let (folder, streams) = try streams()
    defer { Files.remove(folder) }
    for stream in streams {
      let isMark = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
      #expect(try stream.take(before: isMark, limit: 9)?.count == 10)
      #expect(try stream.take(989).count == 989)
      #expect(try stream.take(before: isMark, limit: 9) == [])
      #expect(try stream.peek() == UInt8(ascii: "\n") && stream.offset == 999)
      #expect(try stream.take(1_000_000).count == 599_001)
    }
  }

  @Test func `of a file that is not there is an error that names it`() {
    #expect { try ByteStream("/nowhere/bytes") } throws: { "\($0)".contains("/nowhere/bytes") }
  }
}
