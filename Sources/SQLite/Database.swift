internal import CSQLite

/// A connection to an SQLite database, for one thread.
///
/// Several connections, of one process or of several, may be open at once: in WAL mode readers never wait, and writers wait for each other
/// up to the busy timeout.
@safe package final class Database {
  /// How a connection behaves.
  package struct Configuration: Hashable, Sendable {
    /// When written data is forced onto the disk.
    package enum Durability: String, Hashable, Sendable {
      /// At checkpoints: a killed program loses nothing, a power failure perhaps the last transactions.
      case normal = "NORMAL"
      /// With every transaction: a power failure loses nothing.
      case full = "FULL"
    }

    /// How long to wait for another connection, in milliseconds.
    package var busyTimeout: Int32 = 5000
    /// When written data is forced onto the disk.
    package var durability = Durability.normal
    /// Whether the file is only read; it must exist then.
    package var isReadOnly = false

    /// Makes a configuration of the defaults.
    package init() {}
  }

  private let handle: OpaquePointer
  private var statements: [String: Statement] = [:]
  private var depth = 0

  /// The file's path.
  package let path: String

  /// Opens a database, made if it is not there, in WAL mode and with foreign keys enforced.
  package init(path: String, _ configuration: Configuration = Configuration()) throws(SQLiteError) {
    var opened: OpaquePointer?
    let access = configuration.isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    // One thread at a time uses a connection, so that SQLite's own lock is not needed.
    let code = unsafe sqlite3_open_v2(path, &opened, access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard let connection = unsafe opened else { throw SQLiteError(code: code, message: "there is no memory left") }
    self.path = path
    unsafe handle = unsafe connection
    guard code == SQLITE_OK else { throw unsafe Statement.error(connection, nil) }
    unsafe sqlite3_busy_timeout(connection, configuration.busyTimeout)
    try execute("PRAGMA foreign_keys = ON")
    guard !configuration.isReadOnly else { return }
    try execute("PRAGMA journal_mode = WAL")
    try execute("PRAGMA synchronous = \(configuration.durability.rawValue)")
  }

  deinit {
    // Statements first: a connection with living statements does not close.
    statements = [:]
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs one statement for its effect.
  package func execute(_ sql: String, _ arguments: [SQLiteValue] = []) throws(SQLiteError) {
    try statement(sql).run(arguments) { _ in }
  }

  /// Runs one statement and collects its rows.
  package func rows(_ sql: String, _ arguments: [SQLiteValue] = []) throws(SQLiteError) -> [Row] {
    var rows: [Row] = []
    try statement(sql).run(arguments) { rows.append($0) }
    return rows
  }

  /// The first value of the first row; null where there is none.
  package func value(_ sql: String, _ arguments: [SQLiteValue] = []) throws(SQLiteError) -> SQLiteValue {
    try rows(sql, arguments).first?.values.first ?? .null
  }

  /// Runs several statements, separated by semicolons and without arguments.
  package func run(script: String) throws(SQLiteError) {
    var rest = script
    while !rest.isEmpty {
      let text = rest
      guard let statement = try unsafe Statement(handle, text, rest: &rest) else { continue }
      try statement.run([]) { _ in }
    }
  }

  /// How many rows the last statement that changes any has changed.
  package var changes: Int { Int(unsafe sqlite3_changes64(handle)) }

  /// The number of the row that was inserted last.
  package var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

  /// Runs `body` so that all of its changes are made or, if it throws, none.
  ///
  /// The database is locked for writing from the beginning, so that what `body` reads is still true when it writes. Within a transaction
  /// this is a part of it that can be undone alone.
  package func transaction<Result>(_ body: () throws -> Result) throws -> Result {
    let isOuter = depth == 0
    try execute(isOuter ? "BEGIN IMMEDIATE" : "SAVEPOINT part")
    depth += 1
    defer { depth -= 1 }
    do {
      let result = try body()
      try execute(isOuter ? "COMMIT" : "RELEASE part")
      return result
    } catch {
      // What failed may have ended the transaction by itself, as a full disk does.
      if isOuter {
        if unsafe sqlite3_get_autocommit(handle) == 0 { try? execute("ROLLBACK") }
      } else {
        try? execute("ROLLBACK TO part")
        try? execute("RELEASE part")
      }
      throw error
    }
  }

  private func statement(_ sql: String) throws(SQLiteError) -> Statement {
    if let statement = statements[sql] { return statement }
    var rest = ""
    guard let statement = try unsafe Statement(handle, sql, rest: &rest) else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "there is no statement in the text", sql: sql)
    }
    guard rest.allSatisfy({ $0.isWhitespace || $0 == ";" }) else {
      throw SQLiteError(code: SQLITE_MISUSE, message: "there is more than one statement", sql: sql)
    }
    statements[sql] = statement
    return statement
  }
}
