internal import CSandbox
internal import Glibc

/// A file descriptor that is closed when it goes out of use.
struct Descriptor: ~Copyable {
  let number: Int32

  init(owning number: Int32) {
    self.number = number
  }

  deinit {
    _ = Glibc.close(number)
  }

  /// Gives up the descriptor without closing it.
  consuming func release() -> Int32 {
    let number = number
    discard self
    return number
  }

  /// Makes reads and writes return at once when they would have to wait.
  func makeNonblocking() {
    _ = fcntl(number, F_SETFL, fcntl(number, F_GETFL) | O_NONBLOCK)
  }

  /// Whether the descriptor can be read, its other end is closed, or, for a process, it has ended.
  func isReady(within milliseconds: Int32) -> Bool {
    var entry = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
    return unsafe poll(&entry, 1, milliseconds) > 0
  }
}

/// The descriptors that a child will find as 0, 1, 2 and so on; our copies are closed once it has been started.
struct ChildDescriptors: ~Copyable {
  private(set) var numbers: [Int32] = []

  deinit {
    for number in numbers where number >= 0 { _ = Glibc.close(number) }
  }

  /// The next descriptor stays closed.
  mutating func skip() {
    numbers.append(-1)
  }

  /// The next descriptor is always at its end.
  mutating func addEmptyInput() throws(SandboxError) {
    let number = unsafe open("/dev/null", O_RDONLY | O_CLOEXEC)
    guard number >= 0 else { throw .refused(action: "opening /dev/null", code: errno) }
    numbers.append(number)
  }

  /// The next descriptor reads what is written to the returned one.
  mutating func addInput() throws(SandboxError) -> Descriptor {
    let (reading, writing) = try makePipe()
    numbers.append(reading)
    return Descriptor(owning: writing)
  }

  /// What is written to the next descriptor can be read from the returned one.
  mutating func addOutput() throws(SandboxError) -> Descriptor {
    let (reading, writing) = try makePipe()
    numbers.append(writing)
    return Descriptor(owning: reading)
  }

  /// The next descriptor reads these bytes and no more; they must fit into a pipe.
  mutating func addInput(holding bytes: [UInt8]) throws(SandboxError) {
    let writing = try addInput()
    writing.makeNonblocking()
    let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(writing.number, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw .refused(action: "filling a pipe", code: errno) }
  }

  private func makePipe() throws(SandboxError) -> (reading: Int32, writing: Int32) {
    var reading: Int32 = -1
    var writing: Int32 = -1
    let error = unsafe csandbox_pipe(&reading, &writing)
    guard error == 0 else { throw .refused(action: "making a pipe", code: error) }
    return (reading, writing)
  }
}
