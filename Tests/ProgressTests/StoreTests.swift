import Course
import Files
import Foundation
import Glibc
import Progress
import Testing

@Suite struct `The record of progress` {
  @Test func `gives back what was written down, in its order`() throws {
    let folder = try StateFolder()
    let store = try folder.store(isNew: true)
    #expect(store.notices.isEmpty)
    for (kind, subject) in samples { try store.record(kind, subject) }
    let again = try folder.store()
    #expect(again.notices.isEmpty)
    let events = try again.events()
    #expect(events.map(\.kind) == samples.map(\.0))
    #expect(events.map(\.subject) == samples.map(\.1))
    #expect(events == events.sorted { $0.time < $1.time })
    #expect(try again.written() == [samples[0].1: "abc"])
  }

  @Test func `keeps the order of events when the clock goes back`() throws {
    let folder = try StateFolder()
    let store = try folder.store(isNew: true)
    try store.record(.choose, "bptt")
    folder.time -= 5000
    try store.record(.skip, "bptt")
    #expect(try store.events().map(\.kind) == [.choose, .skip])
  }

  @Test(arguments: ["missing", "empty", "no database", "cut", "overwritten"])
  func `is made again from its journal`(damage: String) throws {
    let folder = try StateFolder()
    do {
      let store = try folder.store(isNew: true)
      for (kind, subject) in samples { try store.record(kind, subject) }
    }
    let whole = try folder.store().events()
    let bytes = try Files.read(folder.database)
    Files.remove(folder.database)
    for suffix in ["-wal", "-shm"] { Files.remove(folder.database + suffix) }
    switch damage {
    case "empty": try Files.write("", to: folder.database)
    case "no database": try Files.write(String(repeating: "x", count: 5000), to: folder.database)
    case "cut": try Files.write(Array(bytes.prefix(bytes.count / 2)), to: folder.database)
    case "overwritten":
      try Files.write(bytes.enumerated().map { $0 > 4000 && $0 < 9000 ? 0xAA : $1 }, to: folder.database)
    default: break
    }
    let store = try folder.store()
    #expect(try store.events() == whole)
    // An empty file is a database without tables, which loses nothing when it is filled.
    if damage != "empty" { #expect(store.notices.joined().contains("made again from the journal"), "\(store.notices)") }
    if ["no database", "cut", "overwritten"].contains(damage) {
      #expect(store.notices.joined().contains("progress.sqlite.damaged-1"))
      #expect(Files.exists("\(folder.database).damaged-1"), "what was damaged is kept")
    }
    #expect(try folder.store().notices.isEmpty, "it is said once")
  }

  @Test func `says which lines of the journal are lost`() throws {
    let folder = try StateFolder()
    do {
      let store = try folder.store(isNew: true)
      for (kind, subject) in samples { try store.record(kind, subject) }
    }
    Files.remove(folder.database)
    var lines = try Files.text(folder.journal).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[3] = lines[3].replacing("choose", with: "chosen")
    lines[5] = String(lines[5].dropLast(4))
    try Files.write(lines.joined(separator: "\n"), to: folder.journal)
    let store = try folder.store()
    #expect(store.notices.joined().contains("2 of its lines could not be read"), "\(store.notices)")
    #expect(try store.events().count == samples.count - 2)
  }

  @Test func `says that all is lost where neither file is left`() throws {
    let folder = try StateFolder()
    let store = try folder.store()
    #expect(store.notices.joined().contains("gradus check --all"), "\(store.notices)")
    #expect(try store.events().isEmpty)
  }

  @Test func `makes the journal again where that is gone`() throws {
    let folder = try StateFolder()
    let store = try folder.store(isNew: true)
    for (kind, subject) in samples { try store.record(kind, subject) }
    Files.remove(folder.journal)
    try store.record(.choose, "gru-gates")
    let whole = try store.events()
    Files.remove(folder.database)
    #expect(try folder.store().events() == whole)
  }

  @Test func `takes over what another machine's journal has`() throws {
    let folder = try StateFolder()
    let store = try folder.store(isNew: true)
    try store.record(.choose, "bptt")
    let other = try StateFolder()
    other.time += 5
    try Files.copy(folder.journal, to: other.journal)
    let there = try other.store()
    try there.record(.hint(1), "bptt")
    let added = try Files.text(other.journal).split(separator: "\n").last
    let line = try #require(added)
    // As a merge would join them, with a mark of its own.
    try Files.write(try Files.text(folder.journal) + "=======\n" + line + "\n", to: folder.journal)
    #expect(try folder.store().events().map(\.kind) == [.choose, .hint(1)])
  }

  @Test func `goes on behind a line that was cut short`() throws {
    let folder = try StateFolder()
    let store = try folder.store(isNew: true)
    try store.record(.choose, "bptt")
    try Files.write(try Files.text(folder.journal) + "123\t456", to: folder.journal)
    try store.record(.skip, "bptt")
    Files.remove(folder.database)
    #expect(try folder.store().events().map(\.kind) == [.choose, .skip])
  }

  @Test func `cannot be kept in a folder that is not there`() throws {
    let folder = try StateFolder()
    #expect(throws: ProgressError.self) { try ProgressStore(folder: "\(folder.path)/nowhere") }
  }
}

@Suite struct `The record of progress with several writers` {
  @Test func `keeps what all of them write`() async throws {
    let folder = try StateFolder()
    _ = try folder.store(isNew: true)
    let path = folder.path
    await withThrowingTaskGroup { group in
      for writer in 0..<6 {
        group.addTask {
          for number in 0..<25 {
            // A store of its own each time, as by a command of its own.
            try ProgressStore(folder: path).record(.hint(number), "writer-\(writer)")
          }
        }
      }
    }
    let events = try folder.store().events()
    #expect(events.count == 150)
    for writer in 0..<6 {
      let own = events.filter { $0.subject == "writer-\(writer)" }
      #expect(own.map(\.kind) == (0..<25).map { .hint($0) })
    }
    Files.remove(folder.database)
    #expect(try folder.store().events() == events, "the journal has them all")
  }
}
