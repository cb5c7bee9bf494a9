package import Course

/// What a learner has reached in one exercise.
package struct Standing: Hashable, Sendable {
  /// How many different files were graded, one after the other.
  package private(set) var attempts = 0
  /// The most points that an attempt got, of those of that time.
  package private(set) var best = Points.none
  /// How the last attempt came out.
  package private(set) var lastStatus: Status?
  /// When the exercise was passed for the first time, in seconds since 1970.
  package private(set) var passed: Double?
  /// How many hints were opened.
  package private(set) var hints = 0
  /// Whether the exercise is put off.
  package private(set) var isSkipped = false
  /// Whether the solution was looked at before the exercise was passed.
  package private(set) var gaveUp = false
  /// The time spent on it, in seconds.
  package private(set) var seconds = 0.0

  private var lastContent: String?

  /// Whether the exercise was passed.
  package var isPassed: Bool { passed != nil }

  /// Makes the standing of an exercise that was not touched yet.
  package init() {}

  /// Adds an event of the exercise that ended `seconds` of work.
  mutating func add(_ event: Event, seconds: Double) {
    self.seconds += seconds
    switch event.kind {
    case .attempt(let status, let points, let content):
      if content != lastContent { attempts += 1 }
      lastContent = content
      lastStatus = status
      if points.earned > best.earned || best.possible == 0 { best = points }
      if status == .passed {
        passed = passed ?? event.time
        isSkipped = false
      }
    case .hint(let number): hints = max(hints, number)
    case .skip: isSkipped = true
    case .choose: isSkipped = false
    case .giveUp: gaveUp = gaveUp || !isPassed
    case .reset, .follow, .wrote, .told: break
    }
  }
}

/// What a learner has reached, computed from all events.
package struct Standings: Hashable, Sendable {
  /// A longer time without any event was a break, and is not counted.
  package static let longestPause = 15 * 60.0

  /// By exercise, those without events left out.
  package private(set) var exercises: [ExerciseID: Standing] = [:]
  /// The exercise that was chosen last, if it was not put off afterwards.
  package private(set) var chosen: ExerciseID?
  /// The name of the way that was chosen last.
  package private(set) var way: String?

  /// Adds up events in the order of their times.
  package init(_ events: [Event]) {
    var last: Double?
    for event in events {
      switch event.kind {
      case .wrote, .told: continue
      case .follow:
        way = event.subject
        continue
      default: break
      }
      guard let id = ExerciseID(rawValue: event.subject) else { continue }
      let pause = last.map { event.time - $0 } ?? 0
      last = event.time
      exercises[id, default: Standing()].add(event, seconds: pause <= Self.longestPause ? max(0, pause) : 0)
      switch event.kind {
      case .choose: chosen = id
      case .skip where chosen == id: chosen = nil
      default: break
      }
    }
  }

  /// The standing of an exercise.
  package subscript(_ id: ExerciseID) -> Standing { exercises[id] ?? Standing() }

  /// The exercises that were passed.
  package var passed: Set<ExerciseID> { Set(exercises.filter(\.value.isPassed).keys) }
}
