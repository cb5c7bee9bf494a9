import Testing
import Wire

@Suite struct `Hostile frames` {
  private static let contents =
    Samples.requests.map { Array($0.frame[4...]) } + Samples.replies.map { Array($0.frame[4...]) }

  /// Reads bytes as both kinds of frame; says which could be read.
  @discardableResult
  private func read(_ bytes: [UInt8]) -> (request: Request?, reply: Reply?) {
    (try? Request(content: bytes[...]), try? Reply(content: bytes[...]))
  }

  @Test func `that end too early are errors, wherever they end`() {
    for request in Samples.requests {
      let content = request.frame[4...].prefix(400)
      for end in content.indices { #expect(throws: WireError.self) { try Request(content: content[..<end]) } }
    }
    for reply in Samples.replies {
      let content = reply.frame[4...].prefix(400)
      for end in content.indices { #expect(throws: WireError.self) { try Reply(content: content[..<end]) } }
    }
  }

  @Test func `with bytes behind their end are errors`() {
    for request in Samples.requests {
      #expect(throws: WireError.self) { try Request(content: (Array(request.frame[4...]) + [0])[...]) }
    }
    for reply in Samples.replies {
      #expect(throws: WireError.self) { try Reply(content: (Array(reply.frame[4...]) + [0])[...]) }
    }
  }

  @Test func `200,000 random and mutated ones are read or refused, never more`() {
    var generator = SplitMix(seed: 2026)
    var accepted = 0
    for round in 0..<200_000 {
      var bytes: [UInt8]
      if round.isMultiple(of: 4) {
        bytes = (0..<generator.below(64)).map { _ in UInt8(generator.below(256)) }
        if !bytes.isEmpty { bytes[0] %= 9 }
      } else {
        bytes = Self.contents[generator.below(Self.contents.count)]
        mutate(&bytes, &generator)
      }
      let (request, reply) = read(bytes)
      // What is read holds no more than the bytes that came.
      if let request {
        accepted += 1
        #expect(request.frame.count <= bytes.count + 4 + slack)
      }
      if let reply {
        accepted += 1
        #expect(reply.frame.count <= bytes.count + 4 + slack)
      }
    }
    #expect(accepted > 1000, "the mutations must leave some frames whole")
  }

  /// Broken UTF-8 grows when it is repaired: each byte may become three.
  private var slack: Int { 4096 }

  private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix) {
    for _ in 0...generator.below(3) {
      guard !bytes.isEmpty else { return }
      let place = generator.below(bytes.count)
      switch generator.below(6) {
      case 0: bytes[place] = UInt8(generator.below(256))
      case 1: bytes[place] ^= 1 << UInt8(generator.below(8))
      case 2: bytes.removeLast(generator.below(bytes.count))
      case 3: bytes.insert(UInt8(generator.below(16)), at: place)
      case 4: bytes.replaceSubrange(place..<min(place + 8, bytes.count), with: [UInt8](repeating: 255, count: 8))
      default: bytes += bytes[..<min(place, 64)]
      }
    }
  }

  @Test(arguments: [31, 32, 33, 1000, 200_000])
  func `nested deeply are refused before the stack is full`(depth: Int) {
    // kind 3, identifier, then lists of one list each, the innermost a `none`.
    var bytes: [UInt8] = [3] + [UInt8](repeating: 0, count: 8)
    for _ in 0..<depth { bytes += [7, 1, 0, 0, 0, 0, 0, 0, 0] }
    bytes.append(0)
    let reply = try? Reply(content: bytes[...])
    #expect((reply != nil) == (depth < 32))
    // Types nest as well: kind 0, one function without a name and parameters, whose result is an optional of an optional.
    var type: [UInt8] = [0, 1, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 16)
    type += [UInt8](repeating: 7, count: depth) + [0]
    #expect(((try? Reply(content: type[...])) != nil) == (depth < 32))
  }

  @Test(arguments: [UInt64.max, UInt64.max / 8, 1 << 63, 1 << 62, 1 << 32, 1 << 31, 1000])
  func `with huge counts are refused before anything is allocated`(count: UInt64) {
    let word = (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * UInt64($0))) }
    let head: [UInt8] = [3] + [UInt8](repeating: 0, count: 8)
    let one: [UInt8] = [1, 0, 0, 0, 0, 0, 0, 0]
    let zero = [UInt8](repeating: 0, count: 8)
    let hostile: [[UInt8]] = [
      head + [4] + word, head + [5] + word, head + [7] + word, head + [6] + word + one, head + [6] + one + word,
      head + [6] + word + word, head + [8] + word, head + [8] + zero + word, [0] + word, [1] + word,
      [7] + zero + word, [0] + one + zero + word,
    ]
    for bytes in hostile {
      let padded = bytes + zero + zero
      #expect(throws: WireError.self, "\(bytes)") { try Reply(content: bytes[...]) }
      #expect(throws: WireError.self, "\(bytes)") { try Reply(content: padded[...]) }
    }
    for bytes in [[0] + word, [2] + zero + word, [2] + zero + zero + word] as [[UInt8]] {
      #expect(throws: WireError.self) { try Request(content: bytes[...]) }
    }
  }

  @Test func `with matrices of no entries and many rows stay small`() {
    // 2^31 rows of no columns hold nothing, but nobody may be made to walk through them.
    let head: [UInt8] = [3] + [UInt8](repeating: 0, count: 8) + [6]
    let bytes = head + [0, 0, 0, 128, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 8)
    #expect(throws: WireError.self) { try Reply(content: bytes[...]) }
  }
}
