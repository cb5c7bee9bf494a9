import Files
import Foundation
import Glibc
import SQLite
import Testing

@Suite(.serialized, .needsGrading, .needsCluster) struct `Grading on a cluster` {
  /// A class that was graded on this machine alone, and what was exported then.
  private func graded(_ students: Int) throws -> (room: ClassFolder, expected: String) {
    let room = try ClassFolder()
    try room.fill(students)
    try room.grade("alone.db", "--jobs", "1")
    return (room, try room.exported("alone.db"))
  }

  private func begin(_ room: ClassFolder, _ cluster: Cluster, _ more: String...) throws -> Process {
    try room.start(
      ["grade", "../submissions", "--gradebook", room.file("slurm.db"), "--executor", "slurm"] + more,
      environment: cluster.environment, to: "slurm")
  }

  /// Waits for a process, though daemons that were started beside it live on.
  private func end(_ process: Process) {
    for _ in 0..<12_000 where process.isRunning { usleep(10_000) }
    #expect(!process.isRunning)
  }

  private func said(_ room: ClassFolder) -> String { (try? Files.text(room.file("slurm.err"))) ?? "" }

  /// Waits until so many verdicts are in the gradebook, or the command has ended.
  private func wait(for verdicts: Int, _ room: ClassFolder, _ process: Process) {
    while process.isRunning {
      let count = try? Database(path: room.file("slurm.db")).value("SELECT count(*) FROM verdict").int
      if count ?? 0 >= verdicts { return }
      usleep(20_000)
    }
  }

  private func check(_ room: ClassFolder, _ expected: String, verdicts: Int) throws {
    #expect(try room.exported("slurm.db") == expected)
    let database = try Database(path: room.file("slurm.db"))
    #expect(try database.value("SELECT count(*) FROM verdict").int == verdicts)
    #expect(try database.value("SELECT count(*) FROM fault").int == 0)
    // Nothing is left in the shared folder.
    #expect(try Files.list(room.file("slurm.db.slurm")) == [])
  }

  @Test func `gives the same bytes as one worker, though a node dies and tasks are done twice`() throws {
    let cluster = try Cluster()
    let (room, expected) = try graded(12)
    let process = try begin(room, cluster, "--tasks", "6")
    wait(for: 2, room, process)
    // A task that another process does as well: its verdicts are told twice.
    let work = try #require(try Files.list(room.file("slurm.db.slurm")).first { $0.hasPrefix("work-") })
    let doubled = Process()
    doubled.executableURL = URL(filePath: room.file("slurm.db.slurm/\(work)/task"))
    doubled.currentDirectoryURL = URL(filePath: "\(room.path)/course")
    doubled.environment = ProcessInfo.processInfo.environment.merging(
      ["SLURM_ARRAY_TASK_ID": "5", "GRADUS_HOME": ClassFolder.home]
    ) { $1 }
    doubled.standardOutput = FileHandle.nullDevice
    try doubled.run()
    try cluster.kill(node: "two")
    end(process)
    end(doubled)
    #expect(process.terminationStatus == 0, "\(said(room))")
    #expect(try Files.text(room.file("slurm.out")).contains("graded 24 in"))
    try check(room, expected, verdicts: 24)
  }

  @Test func `goes on after the command was killed, with what the nodes have told since`() throws {
    let cluster = try Cluster()
    let (room, expected) = try graded(8)
    let process = try begin(room, cluster, "--tasks", "4")
    wait(for: 1, room, process)
    kill(process.processIdentifier, SIGKILL)
    end(process)
    // The nodes do not know, and tell on.
    sleep(1)
    let again = try begin(room, cluster)
    end(again)
    #expect(again.terminationStatus == 0, "\(said(room))")
    #expect(try Files.text(room.file("slurm.err")).contains("from the tasks of a run that was stopped"))
    try check(room, expected, verdicts: 16)
  }

  @Test func `loses nothing on a full disk, and goes on when there is room`() throws {
    let cluster = try Cluster()
    let (room, expected) = try graded(4)
    let disk = room.file("disk")
    try Files.makeFolder(disk)
    let mounted = unsafe mount("none", disk, "tmpfs", 0, "size=64k")
    try #require(mounted == 0)
    defer { unsafe umount2(disk, Int32(MNT_DETACH)) }
    // What is left is too little for verdicts.
    try Files.write([UInt8](repeating: 0, count: 12 << 10), to: "\(disk)/ballast")
    let process = try begin(room, cluster, "--shared", "\(disk)/work", "--tasks", "2")
    end(process)
    let errors = try Files.text(room.file("slurm.err"))
    #expect(process.terminationStatus == 3, "\(errors)")
    #expect(errors.contains("No space left on device"))
    Files.remove("\(disk)/ballast")
    let grown = unsafe mount("none", disk, "tmpfs", UInt(MS_REMOUNT), "size=8m")
    try #require(grown == 0)
    let again = try begin(room, cluster, "--shared", "\(disk)/work", "--tasks", "2")
    end(again)
    #expect(again.terminationStatus == 0, "\(said(room))")
    #expect(try room.exported("slurm.db") == expected)
    #expect(try Files.list("\(disk)/work") == [])
  }

  @Test func `says so where there is no Slurm`() throws {
    let room = try ClassFolder()
    try room.fill(1)
    try room.write("nonsense\n", "none.conf")
    let outcome = try room.grade(
      "class.db", "--executor", "slurm", environment: ["SLURM_CONF": room.file("none.conf")])
    #expect(outcome.code == 3)
    #expect(outcome.errors.contains("sbatch failed: "))
    let usage = try room.grade("class.db", "--tasks", "3")
    #expect(usage.code == 2 && usage.errors.contains("--tasks goes with --executor slurm."))
  }
}
