import LinearAlgebra
import Testing
import Wire

@Suite struct `Frames` {
  @Test(arguments: Samples.requests)
  func `of every request come back as they went`(request: Request) throws {
    let frame = request.frame
    #expect(length(frame) == frame.count - 4)
    #expect(try Request(content: frame[4...]) == request)
  }

  @Test(arguments: Samples.replies)
  func `of every reply come back as they went`(reply: Reply) throws {
    let frame = reply.frame
    #expect(length(frame) == frame.count - 4)
    #expect(try Reply(content: frame[4...]) == reply)
  }

  @Test func `of random values come back as they went`() throws {
    var generator = SplitMix(seed: 5)
    for _ in 0..<5000 {
      let reply = Reply.returned(id: generator.next(), value: Samples.value(&generator, depth: 5))
      #expect(try Reply(content: reply.frame[4...]) == reply)
    }
  }

  @Test func `hold numbers to the bit`() throws {
    for bits in [0x7FF8_0000_0000_0001, 0xFFF0_0000_0000_0001, 0x8000_0000_0000_0000, 1] as [UInt64] {
      let frame = Reply.returned(id: 0, value: .vector(Vector([Double(bitPattern: bits)]))).frame
      guard case .returned(_, .vector(let vector)) = try Reply(content: frame[4...]) else {
        Issue.record("not a vector")
        continue
      }
      #expect(vector[0].bitPattern == bits)
    }
  }

  @Test func `have the layout that the crash handler in C writes`() {
    // Length, kind 7, signal 11, one address 0x1234: little-endian words.
    let bytes: [UInt8] =
      [25, 0, 0, 0, 7] + [11, 0, 0, 0, 0, 0, 0, 0] + [1, 0, 0, 0, 0, 0, 0, 0] + [0x34, 0x12, 0, 0, 0, 0, 0, 0]
    #expect(Reply.dying(signal: 11, addresses: [0x1234]).frame == bytes)
  }

  private func length(_ frame: [UInt8]) -> Int {
    frame.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
