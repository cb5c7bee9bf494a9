internal import CSQLite

extension Database {
  /// The number of migrations that were made, kept in the file.
  package func version() throws(SQLiteError) -> Int { try value("PRAGMA user_version").int ?? 0 }

  /// Brings the schema up to date: runs those scripts, in order, that were not run on this file yet, all of them or none.
  ///
  /// Scripts are only ever added at the end. Two processes may do this at once.
  ///
  /// - Throws: ``SQLiteError``; also when the file was made by a program with more migrations than these, which is left alone.
  package func migrate(_ scripts: [String]) throws {
    guard try version() != scripts.count else { return }
    try transaction {
      let made = try version()
      guard made <= scripts.count else {
        throw SQLiteError(
          code: SQLITE_SCHEMA,
          message: "\(path) has version \(made), this program knows \(scripts.count): it was written by a newer one")
      }
      for script in scripts[made...] { try run(script: script) }
      try execute("PRAGMA user_version = \(scripts.count)")
    }
  }

  /// What SQLite finds wrong with the file; empty of a sound one.
  package func damage() throws(SQLiteError) -> [String] {
    do {
      return try rows("PRAGMA quick_check").compactMap { $0[0].string }.filter { $0 != "ok" }
    } catch {
      guard error.isDamage else { throw error }
      return [error.message]
    }
  }
}
