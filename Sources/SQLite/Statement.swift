internal import CSQLite

/// A compiled statement, to be run again and again with other arguments.
@safe final class Statement {
  private let connection: OpaquePointer
  private let handle: OpaquePointer
  private let sql: String

  /// The names of the result's columns; empty of a statement without one.
  let columns: [String]

  /// Compiles the first statement of a text; nil where there is none, as in a comment.
  ///
  /// - Parameter rest: what stands behind it.
  init?(_ connection: OpaquePointer, _ sql: String, rest: inout String) throws(SQLiteError) {
    var statement: OpaquePointer?
    var remainder = ""
    let code = unsafe sql.withCString { start in
      var end: UnsafePointer<CChar>?
      let code = unsafe sqlite3_prepare_v3(connection, start, -1, 0, &statement, &end)
      if let end = unsafe end { remainder = unsafe String(cString: end) }
      return code
    }
    guard code == SQLITE_OK else { throw unsafe Self.error(connection, sql) }
    rest = remainder
    guard let statement = unsafe statement else { return nil }
    unsafe self.connection = unsafe connection
    unsafe handle = unsafe statement
    self.sql = String(sql.dropLast(remainder.count))
    let count = unsafe sqlite3_column_count(statement)
    columns = (0..<count).map { index in
      unsafe sqlite3_column_name(statement, index).map { unsafe String(cString: $0) } ?? ""
    }
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Runs the statement to its end, handing over each row.
  func run(_ arguments: [SQLiteValue], _ body: (Row) throws(SQLiteError) -> Void) throws(SQLiteError) {
    defer {
      unsafe sqlite3_reset(handle)
      unsafe sqlite3_clear_bindings(handle)
    }
    try bind(arguments)
    while true {
      switch unsafe sqlite3_step(handle) {
      case SQLITE_ROW: try body(row)
      case SQLITE_DONE: return
      default: throw unsafe Self.error(connection, sql, arguments)
      }
    }
  }

  private func bind(_ arguments: [SQLiteValue]) throws(SQLiteError) {
    let count = Int(unsafe sqlite3_bind_parameter_count(handle))
    guard count == arguments.count else {
      throw SQLiteError(
        code: SQLITE_RANGE, message: "the statement takes \(count) arguments, given are \(arguments.count)", sql: sql,
        arguments: arguments)
    }
    for (position, argument) in arguments.enumerated() {
      let index = Int32(position + 1)
      let code =
        switch argument {
        case .null: unsafe sqlite3_bind_null(handle, index)
        case .integer(let number): unsafe sqlite3_bind_int64(handle, index, number)
        case .real(let number): unsafe sqlite3_bind_double(handle, index, number)
        case .text(let text): bind(text, at: index)
        case .blob(let bytes): bind(bytes, at: index)
        }
      guard code == SQLITE_OK else { throw unsafe Self.error(connection, sql, arguments) }
    }
  }

  private func bind(_ text: String, at index: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      // An empty text has no address, which SQLite would take for null.
      guard let start = bytes.baseAddress else { return unsafe csqlite_bind_text(handle, index, "", 0) }
      return unsafe start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        unsafe csqlite_bind_text(handle, index, $0, UInt64(bytes.count))
      }
    }
  }

  private func bind(_ bytes: [UInt8], at index: Int32) -> Int32 {
    unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
      return unsafe csqlite_bind_blob(handle, index, start, UInt64(bytes.count))
    }
  }

  private var row: Row {
    Row(columns: columns, values: columns.indices.map { value(at: Int32($0)) })
  }

  private func value(at index: Int32) -> SQLiteValue {
    switch unsafe sqlite3_column_type(handle, index) {
    case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(handle, index))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(handle, index))
    case SQLITE_TEXT:
      guard let start = unsafe sqlite3_column_text(handle, index) else { return .text("") }
      let bytes = unsafe UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))
      return .text(unsafe String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      guard let start = unsafe sqlite3_column_blob(handle, index) else { return .blob([]) }
      return .blob(unsafe Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))))
    default: return .null
    }
  }

  static func error(_ connection: OpaquePointer, _ sql: String?, _ arguments: [SQLiteValue] = []) -> SQLiteError {
    SQLiteError(
      code: unsafe sqlite3_extended_errcode(connection), message: unsafe String(cString: sqlite3_errmsg(connection)),
      sql: sql, arguments: arguments)
  }
}
