import Course
import Files
import Foundation
import Progress

/// A workspace's state folder for one test, removed at its end.
final class StateFolder {
  let path: String
  /// What the clock of the next store says; it goes on by ten seconds with each look.
  var time = 1_000_000.0

  init() throws { path = try Files.makeTemporaryFolder("gradus-progress") }
  deinit { Files.remove(path) }

  func store(isNew: Bool = false) throws -> ProgressStore {
    try ProgressStore(folder: path, isNew: isNew) { [self] in
      time += 10
      return time
    }
  }

  var database: String { "\(path)/progress.sqlite" }
  var journal: String { "\(path)/journal" }
}

extension Event.Kind {
  static func failed(_ points: Double, _ content: String) -> Event.Kind {
    .attempt(.failed, Points(earned: points, possible: 10), content: content)
  }
  static func passed(_ content: String) -> Event.Kind {
    .attempt(.passed, Points(earned: 10, possible: 10), content: content)
  }
}

/// Events of every kind, with subjects that a careless format would break.
let samples: [(Event.Kind, String)] = [
  (.wrote(content: "abc"), "exercises/03-recurrent/a file\twith\ttabs.md"), (.follow, "fast"), (.choose, "bptt"),
  (.hint(1), "bptt"), (.hint(2), "bptt"), (.failed(4, "one"), "bptt"), (.failed(3.5, "two"), "bptt"),
  (.failed(3.5, "two"), "bptt"), (.giveUp, "bptt"), (.reset(backup: "a\\b\nc\r\t"), "bptt"), (.passed("three"), "bptt"),
  (.skip, "lstm-gates"), (.told, "no sandbox"), (.passed("four"), "gru-gates"),
]
