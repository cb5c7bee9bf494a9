internal import Glibc
internal import Synchronization

/// Work that several threads do at the same time.
package enum Parallel {
  /// How many threads the machine runs at once.
  package static var threads: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// The results of some work on each item, in the order of the items.
  ///
  /// - Parameters:
  ///   - items: what to work on.
  ///   - threads: at most how many threads to use.
  ///   - work: the work, which several threads call at once.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: some RandomAccessCollection<Item> & Sendable, threads: Int = Parallel.threads,
    _ work: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let count = items.count
    guard count > 1, threads > 1 else { return items.map(work) }
    let board = Board<Result>(count)
    @Sendable func share() {
      while let index = board.next() {
        let item = items[items.index(items.startIndex, offsetBy: index)]
        board.put(work(item), at: index)
      }
    }
    var others: [pthread_t] = []
    for _ in 1..<min(threads, count) {
      var thread = pthread_t()
      let start = unsafe Unmanaged.passRetained(Start(work: share))
      let failure = unsafe pthread_create(
        &thread, nil,
        { context in
          if let context = unsafe context { unsafe Unmanaged<Start>.fromOpaque(context).takeRetainedValue().work() }
          return nil
        }, start.toOpaque())
      if failure == 0 { others.append(thread) } else { unsafe start.release() }
    }
    share()
    for thread in others { pthread_join(thread, nil) }
    return board.results
  }

  /// What a thread starts with.
  private final class Start: Sendable {
    let work: @Sendable () -> Void
    init(work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Where threads take the places of items and leave results.
  private final class Board<Value: Sendable>: Sendable {
    private let state: Mutex<(taken: Int, found: [Value?])>

    init(_ count: Int) { state = Mutex((0, Array(repeating: nil, count: count))) }

    func next() -> Int? {
      state.withLock { state in
        guard state.taken < state.found.count else { return nil }
        state.taken += 1
        return state.taken - 1
      }
    }

    func put(_ value: Value, at index: Int) { state.withLock { $0.found[index] = value } }

    var results: [Value] { state.withLock { $0.found.compactMap(\.self) } }
  }
}
