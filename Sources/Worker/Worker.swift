internal import LinearAlgebra
internal import Wire

// The C functions are declared here one by one: importing their module would make every student's compilation load it.
@_extern(c, "worker_install_crash_handlers") private func worker_install_crash_handlers(_ descriptor: Int32)
@_extern(c, "worker_load") private func worker_load(
  _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<CChar>?, _ capacity: Int
) -> Int32
@_extern(c, "worker_flush") private func worker_flush()
@_extern(c, "worker_read") private func worker_read(
  _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
) -> Int32
@_extern(c, "worker_write") private func worker_write(
  _ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int
) -> Int32
@_extern(c, "_exit") private func cExit(_ status: Int32)

// The program that serves a student's functions is single-threaded, and its state is the process's own.
nonisolated(unsafe) private var exposed: [String: Function] = [:]
nonisolated(unsafe) private var kept: [Int: Value] = [:]
nonisolated(unsafe) private var running: UInt64?

/// Offers a function to the grader under a name.
///
/// The types are read off the function itself, so that a changed signature shows in what is offered.
public func expose<each Parameter, Result>(
  _ name: String, _ function: @escaping (repeat each Parameter) throws -> Result
) {
  unsafe exposed[name] = Function(name, function)
}

/// Serves requests from descriptor 3 with replies on descriptor 4 until the grader closes the pipe; then ends the process.
public func serve() -> Never {
  worker_install_crash_handlers(Descriptor.replies)
  unsafe todoHandler = { what, line in
    guard let id = unsafe running else { fatalError("todo() outside a call of the grader") }
    reply(.notImplemented(id: id, what: what, line: Int(line)))
    serveRequests()
  }
  serveRequests()
}

private enum Descriptor {
  static let requests: Int32 = 3
  static let replies: Int32 = 4
}

/// The loop itself.
///
/// A `todo()` never returns to its caller: it enters the loop anew, one level deeper.
private func serveRequests() -> Never {
  while let content = nextFrame() {
    do {
      reply(answer(to: try Request(content: content[...])))
    } catch {
      end(70)
    }
  }
  end(0)
}

private func answer(to request: Request) -> Reply {
  switch request {
  case .load(let path): load(path)
  case .keep(let slot, let value): keep(slot, value)
  case .call(let id, let function, let arguments): call(id, function, arguments)
  }
}

private func load(_ path: String) -> Reply {
  let (status, message) = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 1024) { buffer in
    unsafe buffer.initialize(repeating: 0)
    let status = unsafe worker_load(path, buffer.baseAddress, buffer.count)
    return (status, unsafe String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
  }
  guard status == 0 else { return .notLoaded(message) }
  let functions = unsafe exposed.map { ExposedFunction(name: $0.key, type: $0.value.type) }
  return .loaded(functions.sorted { $0.name < $1.name })
}

private func keep(_ slot: Int, _ value: Value) -> Reply {
  unsafe kept[slot] = value
  return .kept
}

private func call(_ id: UInt64, _ name: String, _ arguments: [Request.Argument]) -> Reply {
  guard let function = unsafe exposed[name] else { return .refused(id: id, reason: "there is no function \(name)") }
  let values = arguments.map { argument in
    switch argument {
    case .value(let value): value
    case .kept(let slot): unsafe kept[slot] ?? .none
    }
  }
  unsafe running = id
  defer { worker_flush() }
  do {
    return .returned(id: id, value: try function.call(values))
  } catch let error as ConversionError {
    return .refused(id: id, reason: "\(name) expects \(error.expected)")
  } catch {
    return .threw(id: id, message: "\(error)")
  }
}

/// Ends the process at once, without running anything that the student's code left to be run at exit.
private func end(_ status: Int32) -> Never {
  cExit(status)
  fatalError("the process has ended")
}

private func nextFrame() -> [UInt8]? {
  guard let header = read(4) else { return nil }
  return read(header.reversed().reduce(0) { $0 << 8 | Int($1) })
}

private func read(_ count: Int) -> [UInt8]? {
  var complete = false
  let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
    complete = unsafe worker_read(Descriptor.requests, buffer.baseAddress, count) != 0
    initialized = complete ? count : 0
  }
  return complete ? bytes : nil
}

private func reply(_ reply: Reply) {
  let frame = reply.frame
  guard unsafe worker_write(Descriptor.replies, frame, frame.count) != 0 else { end(0) }
}
