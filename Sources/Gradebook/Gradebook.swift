internal import Files
internal import Glibc
internal import SQLite

/// What a class handed in and how it was graded, in an SQLite database.
///
/// Each verdict is a transaction of its own, forced onto the disk: a program that is killed leaves whole verdicts or none. For one thread.
package final class Gradebook {
  /// What to do with the file.
  package enum Access: Hashable, Sendable {
    /// Make it if it is not there, and write.
    case create
    /// Write to what is there.
    case write
    /// Only read what is there.
    case read
  }

  /// The file's path.
  package let path: String
  let database: Database

  /// Opens a gradebook, its tables brought up to date.
  ///
  /// - Throws: ``GradebookError``.
  package init(path: String, _ access: Access) throws(GradebookError) {
    self.path = path
    guard Files.exists(path) || access == .create else {
      throw GradebookError("there is no gradebook \(path). `gradus grade SUBMISSIONS --gradebook \(path)` makes one.")
    }
    guard Files.kind(path, followingLinks: true) != .folder else {
      throw GradebookError("\(path) is a folder. Name a file for the gradebook; it need not be there yet.")
    }
    guard Files.kind(Files.folder(of: path), followingLinks: true) == .folder else {
      throw GradebookError("\(Files.folder(of: path)) is no folder, so there can be no gradebook in it.")
    }
    var configuration = Database.Configuration()
    configuration.durability = .full
    configuration.isReadOnly = access == .read
    do {
      // Looked at before it is opened for writing, which would change a file that is no gradebook.
      var looking = configuration
      looking.isReadOnly = true
      if Files.exists(path) { try Self.check(try Database(path: path, looking), path, access) }
      database = try Database(path: path, configuration)
      if access != .read { try database.migrate(Schema.migrations) }
    } catch {
      throw Self.failure(error, path)
    }
  }

  /// How many migrations this program knows.
  package static var newestVersion: Int { Schema.migrations.count }

  private static func check(_ database: Database, _ path: String, _ access: Access) throws {
    let version = try database.version()
    guard version <= Schema.migrations.count else {
      throw GradebookError(
        "\(path) was written by a newer gradus: its version is \(version), this program knows \(Schema.migrations.count). Use "
          + "the newer one; the file was not touched.")
    }
    let mark = try database.value("PRAGMA application_id").int
    let tables = try database.value("SELECT count(*) FROM sqlite_master").int ?? 0
    guard mark == Schema.applicationID || (tables == 0 && version == 0) else {
      throw GradebookError("\(path) is a database, but no gradebook. Name another file; this one was not touched.")
    }
    // Only what may be written can be brought up to date.
    guard access != .read || version == Schema.migrations.count else {
      throw GradebookError(
        version == 0
          ? "\(path) is empty: nothing was graded into it yet."
          : "\(path) was written by an older gradus. `gradus grade --gradebook \(path)` brings it up to date.")
    }
  }

  /// Runs `body` in one transaction: all of what it writes is kept or, if it throws, nothing.
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try database.transaction(body)
    } catch let error as SQLiteError {
      throw GradebookError(error, path: path)
    }
  }

  /// The same for what throws nothing but errors of gradebooks.
  func atomically<Result>(_ body: () throws -> Result) throws(GradebookError) -> Result {
    try perform { try database.transaction(body) }
  }

  func perform<Result>(_ body: () throws -> Result) throws(GradebookError) -> Result {
    do {
      return try body()
    } catch {
      throw Self.failure(error, path)
    }
  }

  private static func failure(_ error: any Error, _ path: String) -> GradebookError {
    switch error {
    case let error as GradebookError: error
    case let error as SQLiteError: GradebookError(error, path: path)
    default: GradebookError("\(path) cannot be used: \(error)", isUsage: false)
    }
  }

  /// The time now, in seconds since 1970.
  package static func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
