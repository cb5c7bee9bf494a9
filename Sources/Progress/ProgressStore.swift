internal import Course
internal import Files
internal import Glibc
internal import SQLite

/// The record of what happened in a workspace: an SQLite database, and a journal from which it can be made again.
///
/// Each event is written to the journal first and then, in the same transaction that locks out other writers, to the database. A program that
/// is killed at any moment so leaves an event in both, in the journal alone, or in neither; what the journal has more is taken over when the
/// record is opened or written next. Several programs may use one record at once.
package final class ProgressStore {
  private let database: Database
  private let journal: Journal
  private let folder: String
  private let clock: () -> Double

  /// What had to be mended when the record was opened, in sentences for the learner.
  package private(set) var notices: [String] = []

  static let databaseName = "progress.sqlite"
  static let journalName = "journal"

  private static let schema = [
    """
    CREATE TABLE event (
      id INTEGER PRIMARY KEY, time REAL NOT NULL, kind TEXT NOT NULL, subject TEXT NOT NULL, status TEXT NOT NULL,
      score REAL NOT NULL, maximum REAL NOT NULL, detail TEXT NOT NULL
    ) STRICT;
    CREATE INDEX event_by_time ON event (time);
    CREATE TABLE journal (bytes INTEGER NOT NULL) STRICT;
    INSERT INTO journal VALUES (0);
    """
  ]

  /// Opens the record in a folder.
  ///
  /// A damaged or missing database is moved aside and made again from the journal, a missing journal from the database; ``notices`` say so.
  ///
  /// - Parameters:
  ///   - isNew: whether nothing is expected to be there yet.
  ///   - clock: gives the time in seconds since 1970.
  /// - Throws: ``ProgressError``.
  package init(
    folder: String, isNew: Bool = false, clock: @escaping () -> Double = ProgressStore.now
  ) throws(ProgressError) {
    self.folder = folder
    self.clock = clock
    journal = Journal(path: "\(folder)/\(Self.journalName)")
    let path = "\(folder)/\(Self.databaseName)"
    do {
      var found: [String] = []
      let wasThere = Files.exists(path)
      if wasThere, let sound = try Self.open(path) {
        database = sound
      } else {
        // One program at a time mends; the next finds it done.
        database = try Files.withLock("\(folder)/lock") {
          if let sound = Files.exists(path) ? try Self.open(path) : nil { return sound }
          if wasThere {
            let aside = try Self.moveAside(path)
            found.append("The record of your progress was damaged. It is kept as \(aside).")
          } else if !isNew {
            found.append("The record of your progress was missing.")
          }
          guard let new = try Self.open(path) else { throw ProgressError("\(path) cannot be made anew") }
          return new
        }
      }
      notices = found
      let taken = try database.transaction { try takeOver(isNew: isNew) }
      if !found.isEmpty || taken.unreadable > 0 { notices.append(Self.account(taken)) }
    } catch {
      throw Self.failure(error, folder)
    }
  }

  /// The time now, in seconds since 1970.
  package static func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Double(time.tv_sec) + (Double(time.tv_nsec) / 1000).rounded(.down) / 1e6
  }

  /// Writes down that something happened now.
  package func record(_ kind: Event.Kind, _ subject: String) throws(ProgressError) {
    try record([(kind, subject)])
  }

  /// Writes down that several things happened now, one after the other.
  package func record(_ happened: [(kind: Event.Kind, subject: String)]) throws(ProgressError) {
    do {
      try database.transaction {
        var bytes = try takeOver(isNew: true).bytes
        var last = try database.value("SELECT max(time) FROM event").double ?? 0
        for (kind, subject) in happened {
          // Later than every other event, whatever the clock does, so that their order is theirs for ever.
          last = max(clock(), last + 1e-6)
          let event = Event(id: Int64.random(in: 1...Int64.max), time: last, kind: kind, subject: subject)
          bytes += try journal.append(event)
          try insert(event)
        }
        try database.execute("UPDATE journal SET bytes = ?", [.integer(Int64(bytes))])
      }
    } catch {
      throw Self.failure(error, folder)
    }
  }

  /// All events in the order of their times.
  package func events() throws(ProgressError) -> [Event] {
    do {
      return try database.rows("SELECT * FROM event ORDER BY time, id").compactMap(Self.event)
    } catch {
      throw Self.failure(error, folder)
    }
  }

  /// What the learner has reached.
  package func standings() throws(ProgressError) -> Standings { Standings(try events()) }

  /// The content that was last written to each file of ours, by path.
  package func written() throws(ProgressError) -> [String: String] {
    var written: [String: String] = [:]
    for event in try events() {
      if case .wrote(let content) = event.kind { written[event.subject] = content }
    }
    return written
  }

  /// Whether something that is said only once was said.
  package func wasSaid(_ saying: String) throws(ProgressError) -> Bool {
    try events().contains { $0.kind == .told && $0.subject == saying }
  }
}

extension ProgressStore {
  /// What was taken over from the journal.
  private struct Taken {
    var bytes = 0
    var events = 0
    var unreadable = 0
    var hadJournal = true
  }

  /// The sound database at a path, its schema up to date; nil if it is damaged.
  private static func open(_ path: String) throws -> Database? {
    do {
      let database = try Database(path: path)
      guard try database.damage().isEmpty else { return nil }
      try database.migrate(schema)
      return database
    } catch let error as SQLiteError where error.isDamage {
      return nil
    }
  }

  /// Gives a damaged database another name, with the files that SQLite keeps beside it.
  private static func moveAside(_ path: String) throws -> String {
    var number = 1
    while Files.kind("\(path).damaged-\(number)") != nil { number += 1 }
    let aside = "\(path).damaged-\(number)"
    for suffix in ["-wal", "-shm"] where Files.kind(path + suffix) != nil {
      try Files.move(path + suffix, to: aside + suffix)
    }
    try Files.move(path, to: aside)
    return aside
  }

  /// Takes over what the journal has and the database has not, or makes the journal anew if it is gone.
  private func takeOver(isNew: Bool) throws -> Taken {
    let known = try database.value("SELECT bytes FROM journal").int ?? 0
    var taken = Taken(bytes: known)
    guard let size = journal.size else {
      taken.hadJournal = false
      let events = try database.rows("SELECT * FROM event ORDER BY time, id").compactMap(Self.event)
      taken.bytes = try journal.write(events)
      try database.execute("UPDATE journal SET bytes = ?", [.integer(Int64(taken.bytes))])
      return taken
    }
    guard size != known else { return taken }
    let (events, unreadable) = try journal.read()
    taken.unreadable = unreadable
    for event in events {
      try insert(event)
      taken.events += database.changes
    }
    taken.bytes = size
    try database.execute("UPDATE journal SET bytes = ?", [.integer(Int64(size))])
    return taken
  }

  private static func account(_ taken: Taken) -> String {
    guard taken.hadJournal else {
      return
        "There was no journal to make it again from: attempts, hints and times are lost. Your files are untouched; `gradus check --all` "
        + "counts again what they pass."
    }
    let lost =
      taken.unreadable == 0 ? "Nothing is lost" : "\(taken.unreadable) of its lines could not be read and are lost"
    return "It was made again from the journal, with \(taken.events) events. \(lost)."
  }

  private func insert(_ event: Event) throws {
    let fields = event.fields
    try database.execute(
      "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [
        .integer(event.id), .real(event.time), .text(fields.word), .text(event.subject), .text(fields.status),
        .real(fields.points.earned), .real(fields.points.possible), .text(fields.detail),
      ])
  }

  private static func event(of row: Row) -> Event? {
    let points = Points(earned: row["score"].double ?? 0, possible: row["maximum"].double ?? 0)
    return Event(
      id: Int64(row["id"].int ?? 0), time: row["time"].double ?? 0, subject: row["subject"].string ?? "",
      Event.Fields(
        word: row["kind"].string ?? "", status: row["status"].string ?? "", points: points,
        detail: row["detail"].string ?? ""))
  }

  private static func failure(_ error: any Error, _ folder: String) -> ProgressError {
    switch error {
    case let error as ProgressError: error
    case let error as SQLiteError: ProgressError(error, folder: folder)
    default: ProgressError("\(error)")
    }
  }
}
