internal import Glibc

/// What a program writes to one of its streams, kept up to a number of bytes.
struct CapturedStream: ~Copyable {
  private(set) var bytes: [UInt8] = []
  private(set) var wasCut = false
  private var descriptor: Descriptor?
  private let capacity: Int

  init(_ descriptor: consuming Descriptor, capacity: Int) {
    descriptor.makeNonblocking()
    self.descriptor = consume descriptor
    self.capacity = capacity
  }

  /// The descriptor to wait for, or -1 when nothing more will come.
  var number: Int32 {
    switch descriptor {
    case .some(let open): open.number
    case .none: -1
    }
  }

  /// Takes what is there, without waiting.
  ///
  /// Stops listening as soon as there is more than may be kept.
  mutating func drain() {
    unsafe withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { chunk in
      while number >= 0 {
        let count = unsafe Glibc.read(number, chunk.baseAddress, chunk.count)
        if count < 0 && errno == EINTR { continue }
        if count < 0 && errno == EAGAIN { return }
        guard count > 0 else {
          descriptor = nil
          return
        }
        let room = min(capacity - bytes.count, count)
        unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<room]))
        if room < count {
          wasCut = true
          descriptor = nil
        }
      }
    }
  }
}
