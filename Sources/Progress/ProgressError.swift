internal import SQLite

/// The record of a learner's progress cannot be used: why, and what to do.
package struct ProgressError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  package let description: String

  init(_ description: String) { self.description = description }

  /// Says what an error of SQLite means to a learner.
  init(_ error: SQLiteError, folder: String) {
    if error.isBusy {
      description =
        "another gradus has been writing to \(folder) for seconds. Wait for it, or close the terminal in which it runs."
    } else {
      description =
        "the record of your progress in \(folder) cannot be used: \(error). Check that the folder can be written and that the disk is "
        + "not full."
    }
  }
}
