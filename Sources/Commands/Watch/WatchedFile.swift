internal import Files
internal import Grading

/// Reads a file that an editor may be writing at the moment, and says when it has settled.
struct WatchedFile {
  let path: String
  /// What was taken last.
  private(set) var taken: [UInt8]?
  private var seen: [UInt8]?
  /// Since when it has been empty or missing.
  private var emptiness: ContinuousClock.Instant?

  /// How long a file that is open for writing must stay the same, in milliseconds.
  static let pause: Int32 = 4
  /// How long an empty or missing file may be an editor's first step, in milliseconds.
  static let patience: Int32 = 150

  init(path: String) { self.path = path }

  /// What a look at the file gave.
  enum Look: Equatable {
    /// It is as it was.
    case unchanged
    /// It has changed and is complete.
    case changed
    /// It is being written: look again in so many milliseconds.
    case writing(Int32)
  }

  /// Looks at the file.
  ///
  /// - Parameter isComplete: whether its writer has closed it.
  mutating func look(isComplete: Bool) -> Look {
    let present = (try? Files.read(path, limit: Submission.largestSize)) ?? []
    defer { seen = present }
    guard present.isEmpty else {
      emptiness = nil
      guard present != taken else { return .unchanged }
      guard isComplete || present == seen else { return .writing(Self.pause) }
      taken = present
      return .changed
    }
    // Most editors empty a file before they write it, or take it away before they put another there.
    guard taken != [] else { return .unchanged }
    let now = ContinuousClock.now
    let since = emptiness ?? now
    emptiness = since
    guard now - since >= .milliseconds(Int(Self.patience)) else { return .writing(Self.patience) }
    taken = present
    return .changed
  }

  /// Takes the file as it is, whatever it was.
  mutating func take() {
    taken = (try? Files.read(path, limit: Submission.largestSize)) ?? []
    seen = taken
  }
}
