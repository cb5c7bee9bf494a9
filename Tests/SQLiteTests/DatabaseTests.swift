import Files
import SQLite
import Testing

/// A folder for one test, removed at its end.
final class TestFolder {
  let path: String
  init() throws { path = try Files.makeTemporaryFolder("gradus-sqlite") }
  deinit { Files.remove(path) }
  var file: String { "\(path)/test.sqlite" }
}

@Suite struct `Databases` {
  private func table(_ folder: TestFolder) throws -> Database {
    let database = try Database(path: folder.file)
    try database.execute("CREATE TABLE item (name TEXT NOT NULL UNIQUE, value)")
    return database
  }

  @Test(arguments: [
    SQLiteValue.null, 0, -1, .integer(.max), .integer(.min), 0.5, .real(.infinity), .real(-0.0), "", "Grüße, 你好 👍",
    "with a \u{0} inside", "'; DROP TABLE item; --", .blob([]), .blob([0, 1, 255]),
  ])
  func `give back the values that they were given`(value: SQLiteValue) throws {
    let folder = try TestFolder()
    let database = try table(folder)
    try database.execute("INSERT INTO item VALUES ('a', ?)", [value])
    let rows = try Database(path: folder.file).rows("SELECT value, name FROM item")
    #expect(rows.count == 1)
    #expect(rows[0]["value"] == value)
    #expect(rows[0][1] == "a")
    #expect(rows[0].columns == ["value", "name"])
    #expect(rows[0]["nothing"] == .null)
  }

  @Test func `say which statement failed, with which values, and why`() throws {
    let folder = try TestFolder()
    let database = try table(folder)
    let insert = "INSERT INTO item VALUES (?, ?)"
    try database.execute(insert, ["a", 1])
    let error = try #require(throws: SQLiteError.self) { try database.execute(insert, ["a", 2]) }
    #expect(error.code == 2067)
    #expect(error.isConstraint && !error.isBusy && !error.isDamage)
    #expect(error.sql == insert)
    #expect(error.arguments == ["a", 2])
    #expect(error.description.contains("UNIQUE constraint failed: item.name"))
    try database.execute(insert, ["b", 3])
    #expect(database.changes == 1 && database.lastInsertedRow == 2)
  }

  @Test(arguments: ["SELEKT 1", "SELECT 1; SELECT 2", "", "-- nothing", "SELECT ?"])
  func `refuse what is not one whole statement`(sql: String) throws {
    let folder = try TestFolder()
    let database = try Database(path: folder.file)
    let error = try #require(throws: SQLiteError.self) { try database.rows(sql) }
    #expect(error.sql == sql)
  }

  @Test func `undo a transaction that throws, and a part of one`() throws {
    struct Stop: Error {}
    let folder = try TestFolder()
    let database = try table(folder)
    #expect(throws: Stop.self) {
      try database.transaction {
        try database.execute("INSERT INTO item VALUES ('a', 1)")
        throw Stop()
      }
    }
    try database.transaction {
      try database.execute("INSERT INTO item VALUES ('b', 1)")
      #expect(throws: Stop.self) {
        try database.transaction {
          try database.execute("INSERT INTO item VALUES ('c', 1)")
          throw Stop()
        }
      }
    }
    #expect(try database.rows("SELECT name FROM item").map { $0[0] } == ["b"])
  }

  @Test func `wait for each other, and say so when they waited in vain`() throws {
    let folder = try TestFolder()
    let first = try table(folder)
    var hasty = Database.Configuration()
    hasty.busyTimeout = 20
    let second = try Database(path: folder.file, hasty)
    try first.transaction {
      #expect(try second.rows("SELECT * FROM item").isEmpty, "readers never wait")
      let error = try #require(throws: SQLiteError.self) { try second.execute("INSERT INTO item VALUES ('a', 1)") }
      #expect(error.isBusy)
    }
    try second.execute("INSERT INTO item VALUES ('a', 1)")
    #expect(try first.value("SELECT count(*) FROM item") == 1)
  }

  @Test func `read only do not write`() throws {
    let folder = try TestFolder()
    _ = try table(folder)
    var configuration = Database.Configuration()
    configuration.isReadOnly = true
    let reader = try Database(path: folder.file, configuration)
    #expect(try reader.rows("SELECT * FROM item").isEmpty)
    #expect(throws: SQLiteError.self) { try reader.execute("INSERT INTO item VALUES ('a', 1)") }
    #expect(throws: SQLiteError.self) { try Database(path: "\(folder.path)/missing", configuration) }
  }
}

@Suite struct `Migrations` {
  private let scripts = [
    "CREATE TABLE item (name TEXT); INSERT INTO item VALUES ('first');",
    "ALTER TABLE item ADD COLUMN size INTEGER DEFAULT 7; -- a comment at the end",
  ]

  @Test func `are made in order, each once`() throws {
    let folder = try TestFolder()
    let old = try Database(path: folder.file)
    try old.migrate(Array(scripts.prefix(1)))
    #expect(try old.version() == 1)
    let new = try Database(path: folder.file)
    try new.migrate(scripts)
    try new.migrate(scripts)
    #expect(try new.version() == 2)
    #expect(try new.rows("SELECT name, size FROM item").map(\.values) == [["first", 7]])
  }

  @Test func `are made whole or not at all`() throws {
    let folder = try TestFolder()
    let database = try Database(path: folder.file)
    #expect(throws: SQLiteError.self) { try database.migrate(scripts + ["CREATE TABLE item (again)"]) }
    #expect(try database.version() == 0)
    #expect(try database.rows("SELECT name FROM sqlite_schema").isEmpty)
  }

  @Test func `leave a newer program's file alone`() throws {
    let folder = try TestFolder()
    let database = try Database(path: folder.file)
    try database.migrate(scripts)
    let error = try #require(throws: SQLiteError.self) { try database.migrate(Array(scripts.prefix(1))) }
    #expect(error.description.contains("newer"))
    #expect(try database.version() == 2)
  }

  @Test func `are not made on what is no database`() throws {
    let folder = try TestFolder()
    try Files.write(String(repeating: "no database ", count: 1000), to: folder.file)
    let error = try #require(throws: SQLiteError.self) {
      let database = try Database(path: folder.file)
      try database.migrate(scripts)
    }
    #expect(error.isDamage)
  }

  @Test func `are followed by a file in which no damage is found until there is some`() throws {
    let folder = try TestFolder()
    var database: Database? = try Database(path: folder.file)
    try database?.migrate(scripts)
    for number in 0..<2000 {
      try database?.execute("INSERT INTO item VALUES (?, ?)", ["item \(number)", .integer(Int64(number))])
    }
    #expect(try database?.damage() == [])
    database = nil
    var bytes = try Files.read(folder.file)
    #expect(bytes.count > 16384)
    for index in 8192..<12288 { bytes[index] = UInt8(truncatingIfNeeded: index &* 31) }
    try Files.write(bytes, to: folder.file)
    #expect(try !Database(path: folder.file).damage().isEmpty)
  }
}
