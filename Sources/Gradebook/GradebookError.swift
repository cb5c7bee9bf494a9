internal import SQLite

/// A gradebook cannot be used: which, why, and what to do.
package struct GradebookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whether the command line or the file is at fault, and not the disk or another process.
  package let isUsage: Bool
  /// What is wrong and what to do.
  package let description: String

  init(_ description: String, isUsage: Bool = true) {
    self.description = description
    self.isUsage = isUsage
  }

  /// Says what an error of SQLite means for a gradebook.
  init(_ error: SQLiteError, path: String) {
    if error.isBusy {
      self.init(
        "\(path) is locked: another program has been writing to it for seconds. Wait for it, or close what holds the file "
          + "open, then give the same command again. Nothing is lost.", isUsage: false)
    } else if error.isFull {
      self.init(
        "there is no space left for \(path). What was graded is kept; free some space (`df -h`) and give the same command "
          + "again: it goes on where it stopped.", isUsage: false)
    } else if error.isReadOnly {
      self.init(
        "\(path) cannot be written or opened. Check the permissions of the file and of its folder (`ls -ld`): SQLite keeps "
          + "two files beside it.")
    } else if error.isDamage {
      self.init(
        "\(path) is damaged, or no gradebook at all. Give another file, or put back a copy of it.")
    } else {
      self.init("\(path) cannot be used: \(error)", isUsage: false)
    }
  }
}
