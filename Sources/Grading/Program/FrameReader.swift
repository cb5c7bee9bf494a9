internal import Wire

/// Cuts the bytes that a student's program sends into replies, never holding more than one frame's limit.
struct FrameReader {
  private var bytes: [UInt8] = []
  private var start = 0
  private let largestFrame: Int
  /// The length of the longest frame so far.
  private(set) var largestSeen = 0

  init(largestFrame: Int) {
    self.largestFrame = largestFrame
  }

  /// Whether bytes are left that belong to no whole frame yet.
  var isEmpty: Bool { start == bytes.count }

  /// Takes received bytes.
  mutating func append(_ received: ArraySlice<UInt8>) {
    if start > 0 {
      bytes.removeFirst(start)
      start = 0
    }
    bytes += received
  }

  /// The next whole reply; nil while there is none.
  ///
  /// `expected` is the number of the call that waits for its answer, if one does.
  ///
  /// - Throws: ``WireError`` when the bytes are no reply, or announce one that is too long.
  mutating func next(expecting expected: UInt64?) throws(WireError) -> Reply? {
    guard bytes.count - start >= 4 else { return nil }
    var length = 0
    for index in (0..<4).reversed() { length = length << 8 | Int(bytes[start + index]) }
    guard length <= largestFrame else {
      // Four bytes of anything announce some length: it is a long answer only if it begins like an answer.
      guard bytes.count - start >= 13 else { return nil }
      throw Reply.answers(bytes[(start + 4)...], id: expected)
        ? WireError.tooLong(length, largest: largestFrame) : WireError.noReply
    }
    guard bytes.count - start >= 4 + length else { return nil }
    largestSeen = max(largestSeen, length)
    defer { start += 4 + length }
    return try Reply(content: bytes[start + 4..<start + 4 + length])
  }
}
