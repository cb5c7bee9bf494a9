internal import Glibc

/// Threads of our own: a confined program dies with the thread that started it, so its thread must live as long as it is looked after.
enum Threads {
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

  /// What a thread starts with.
  private final class Start: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }
}
