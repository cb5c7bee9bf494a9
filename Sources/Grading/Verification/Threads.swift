internal import Glibc
internal import Synchronization

/// Threads of our own: a confined program dies with the thread that started it, so its thread must live as long as it is looked after.
package enum Threads {
  /// How many threads this machine runs at the same time.
  package static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs the work on a number of threads at the same time, and waits for all of them.
  ///
  /// The work gets the number of its thread, from 0.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) throws(GradingFault) {
    var threads: [pthread_t] = []
    var failure: Int32 = 0
    for number in 0..<count where failure == 0 {
      let start = unsafe Unmanaged.passRetained(Start { work(number) })
      var thread = pthread_t()
      failure = unsafe pthread_create(
        &thread, nil,
        { context in
          if let context = unsafe context { unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue().work() }
          return nil
        }, start.toOpaque())
      if failure == 0 { threads.append(thread) } else { unsafe start.release() }
    }
    for thread in threads { pthread_join(thread, nil) }
    if threads.isEmpty && count > 0 {
      throw GradingFault("no thread could be started: \(unsafe String(cString: strerror(failure)))")
    }
  }

  /// Runs the work on a number of threads at the same time, and waits for all of them; no thread for a number of 0.
  package static func work(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) throws(GradingFault) {
    try run(count, body)
  }

  /// Maps items on a number of threads; the results come in the order of the items.
  ///
  /// Every thread prepares, given its number, what it works with, and then takes one item after the other. The first error ends the work.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], on count: Int, _ prepare: @escaping @Sendable (Int) throws -> (Item) throws -> Result
  ) throws -> [Result] {
    let shared = Shared<Result>(items.count)
    try run(min(count, items.count)) { number in
      do {
        let work = try prepare(number)
        while let index = shared.state.withLock({ $0.take() }) {
          let result = try work(items[index])
          shared.state.withLock { $0.results[index] = result }
        }
      } catch {
        shared.state.withLock { $0.failure = $0.failure ?? error }
      }
    }
    let state = shared.state.withLock { $0 }
    if let failure = state.failure { throw failure }
    return state.results.compactMap { $0 }
  }

  private final class Shared<Result: Sendable>: Sendable {
    let state: Mutex<State<Result>>
    init(_ count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }
  }

  private struct State<Result: Sendable> {
    var next = 0
    var results: [Result?]
    var failure: (any Error)?

    /// The next item; none after a failure.
    mutating func take() -> Int? {
      guard failure == nil, next < results.count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// What a thread starts with.
  private final class Start: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
