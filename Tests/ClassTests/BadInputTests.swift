import Files
import Foundation
import Glibc
import SQLite
import Testing

@Suite(.serialized, .needsGrading) struct `What is wrong with one costs no other` {
  /// Users who are not root cannot read what they may not; root grades here as one of them.
  private static let asUser: [String] =
    geteuid() == 0 ? ["setpriv", "--reuid=64321", "--regid=64321", "--clear-groups"] : []

  private static let canBeUser: Bool = {
    guard geteuid() == 0 else { return true }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = asUser + [ClassFolder.command, "--version"]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  @Test(.enabled("the command can be run by a user who is not root") { canBeUser })
  func `a folder that cannot be read, a torn archive and a poor roster`() throws {
    let room = try ClassFolder()
    try room.handIn("right", for: "mean", by: "ann")
    try room.handIn("right", for: "mean", by: "bo")
    try room.handIn("right", for: "mean", by: "cy")
    try Files.write("PK\u{3}\u{4} and nothing more", to: room.file("submissions/di.zip"))
    try room.write("id,name\nann,Ann\nbo,Bo\n,Nobody\nann,Ann Again\ncy,Cy\ndi,Di\n", "roster.csv")
    try Files.setMode(room.file("submissions/bo"), 0)
    try Files.setMode(room.file("submissions/cy/mean.swift"), 0)
    let book = room.file("book")
    try Files.makeFolder(book)
    if geteuid() == 0 { try Files.changeOwner(book, to: 64321) }
    let cache = Files.environment("GRADUS_CACHE") ?? (geteuid() == 0 ? "/var/cache/gradus" : "")
    var environment = ["HOME": book, "TMPDIR": book]
    if !cache.isEmpty { environment["GRADUS_CACHE"] = cache }
    let process = try room.start(
      ["grade", "../submissions", "--gradebook", "\(book)/class.db", "--roster", room.file("roster.csv")],
      environment: environment, to: "graded", through: Self.asUser)
    process.waitUntilExit()
    let (said, errors) = (try Files.text(room.file("graded.out")), try Files.text(room.file("graded.err")))
    #expect(process.terminationStatus == 1, "\(said)\(errors)")
    for finding in [
      "unreadable bo/: the folder cannot be read: Permission denied",
      "unreadable cy/mean.swift: it cannot be read: Permission denied", "unreadable di.zip/: this is no archive",
    ] {
      #expect(said.contains(finding), "\(finding): \(said)")
    }
    // The roster's own mistakes, by line.
    #expect(said.contains("line 4") && said.contains("line 5"), "\(said)")
    #expect(said.contains("graded 1"))
    let grades = try room.run("export", "grades", "--gradebook", "\(book)/class.db").output
    #expect(grades.contains("ann,Ann,,,mean,graded,passed,5,5"))
  }

  @Test func `an archive that is torn is refused whole, and one that was graded before stays graded`() throws {
    let room = try ClassFolder()
    try room.fill(1)
    try room.grade("class.db")
    let before = try room.exported("class.db")
    try Files.write("PK\u{3}\u{4} and nothing more", to: room.file("class.zip"))
    let outcome = try room.run("grade", room.file("class.zip"), "--gradebook", room.file("class.db"))
    #expect(outcome.code == 2)
    #expect(outcome.errors.contains("no archive that can be read"), "\(outcome.errors)")
    #expect(try room.exported("class.db") == before)
  }

  @Test func `a gradebook that is newer, or held by another program, is said so and left alone`() throws {
    let room = try ClassFolder()
    try room.fill(1)
    try room.grade("class.db")
    let before = try room.exported("class.db")
    do {
      let other = try Database(path: room.file("class.db"))
      try other.execute("BEGIN IMMEDIATE")
      let locked = try room.grade("class.db")
      #expect(locked.code == 3)
      #expect(locked.errors.contains("is locked: another program"), "\(locked.errors)")
      try other.execute("ROLLBACK")
    }
    #expect(try room.grade("class.db").code == 0)
    #expect(try room.exported("class.db") == before)
    let version = try Database(path: room.file("class.db")).value("PRAGMA user_version").int ?? 0
    try Database(path: room.file("class.db")).execute("PRAGMA user_version = \(version + 1)")
    for words in [["grade", "../submissions"], ["export", "totals"], ["report", "--output", room.file("report")]] {
      let process = try room.start(words + ["--gradebook", room.file("class.db")], to: "newer")
      process.waitUntilExit()
      #expect(process.terminationStatus == 2)
      #expect(try Files.text(room.file("newer.err")).contains("was written by a newer gradus"))
    }
    try Database(path: room.file("class.db")).execute("PRAGMA user_version = \(version)")
    #expect(try room.exported("class.db") == before)
  }

  /// A file system with room for a few verdicts, which only root can make.
  @Test(.enabled("small file systems can be made here") { geteuid() == 0 && Disk.canBeMade })
  func `a disk that is full or read-only stops the run, and what was graded stays`() throws {
    let room = try ClassFolder()
    try room.fill(6)
    try room.grade("whole.db")
    let expected = try room.exported("whole.db")
    let disk = try #require(Disk(at: room.file("disk"), kilobytes: 8192))
    defer { disk.end() }
    func grade(_ words: String..., environment: [String: String] = [:]) throws -> ClassFolder.Outcome {
      let process = try room.start(
        ["grade", "../submissions", "--gradebook", room.file("disk/class.db")] + words, environment: environment,
        to: "graded")
      process.waitUntilExit()
      return ClassFolder.Outcome(
        code: process.terminationStatus, output: try Files.text(room.file("graded.out")),
        errors: try Files.text(room.file("graded.err")))
    }
    // All is taken in, and nothing can be compiled; then there is room for a part of the verdicts.
    #expect(try grade(environment: ["TMPDIR": room.file("nowhere")]).code == 3)
    try disk.fill(leaving: 80)
    let full = try grade("--retry-faults", "--jobs", "1")
    #expect(full.code == 3, "\(full.output)\(full.errors)")
    #expect(full.errors.contains("there is no space left"), "\(full.errors)")
    let kept = try Database(path: room.file("disk/class.db")).value("SELECT count(*) FROM verdict").int ?? 0
    #expect(kept > 0 && kept < 12, "\(kept)")
    disk.clear()
    let done = try grade("--retry-faults")
    #expect(done.code == 0, "\(done.errors)")
    #expect(done.output.contains("graded \(12 - kept) in"), "\(done.output)")
    #expect(try room.exported("disk/class.db") == expected)
    #expect(try Database(path: room.file("disk/class.db")).damage().isEmpty)
    disk.makeReadOnly()
    let closed = try grade()
    #expect(closed.code == 2, "\(closed.output)")
    #expect(closed.errors.contains("cannot be graded into"), "\(closed.errors)")
  }
}

/// A file system in memory with room for little.
private struct Disk {
  private let path: String

  static let canBeMade: Bool = {
    guard let folder = try? Files.makeTemporaryFolder("gradus-tests") else { return false }
    defer { Files.remove(folder) }
    guard let disk = Disk(at: "\(folder)/disk", kilobytes: 64) else { return false }
    disk.end()
    return true
  }()

  init?(at path: String, kilobytes: Int) {
    self.path = path
    guard (try? Files.makeFolder(path)) != nil,
      unsafe mount("tmpfs", path, "tmpfs", 0, "size=\(kilobytes)k") == 0
    else { return nil }
  }

  /// Takes all room but so many kilobytes.
  func fill(leaving kilobytes: Int) throws {
    var state = statvfs()
    guard unsafe statvfs(path, &state) == 0 else { return }
    let free = Int(state.f_bavail) * Int(state.f_frsize)
    try Files.write([UInt8](repeating: 1, count: max(0, free - kilobytes << 10)), to: "\(path)/ballast")
  }

  func clear() { Files.remove("\(path)/ballast") }
  func makeReadOnly() { _ = unsafe mount("tmpfs", path, "tmpfs", UInt(MS_REMOUNT | MS_RDONLY), nil) }
  func end() { _ = unsafe umount2(path, Int32(MNT_DETACH)) }
}
