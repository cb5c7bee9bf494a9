import Files
import Foundation
import Glibc
import JSON
import Testing

/// Which sandbox is used, by whom, and what is said about it.
@Suite struct `Tiers` {
  private func right(_ course: HostileCourse) throws {
    try Files.copy("\(HostileFixture.folder)/passed/37-looks-for-traces.swift", to: "\(course.folder)/mean.swift")
  }

  @Test func `none is refused unless the code is trusted, and what is no tier is refused`() throws {
    let course = try HostileCourse()
    try right(course)
    let refused = try course.grade("mean.swift", sandbox: "none")
    #expect(refused.code == 3)
    #expect(refused.output == "")
    #expect(refused.errors.contains("--trust-this-code"))
    let trusted = try course.run(
      ["check", "mean", "--file", "mean.swift", "--sandbox", "none", "--trust-this-code", "--format", "json"])
    #expect(trusted.errors.contains("with all your rights"))
    #expect(try JSONValue.parse(trusted.output)["sandbox"] == .string("none"))
    #expect(try course.grade("mean.swift", sandbox: "chroot").code == 2)
    let environment = try course.run(
      ["check", "mean", "--file", "mean.swift"], environment: ["GRADUS_SANDBOX": "chroot"])
    #expect(environment.code == 3)
    #expect(environment.errors.contains("bubblewrap, landlock, none"))
  }

  @Test(.needs("landlock")) func `the environment chooses a tier, and the command line overrides it`() throws {
    let course = try HostileCourse()
    try right(course)
    let words = ["check", "mean", "--file", "mean.swift", "--format", "json"]
    let chosen = try course.run(words, environment: ["GRADUS_SANDBOX": "landlock"])
    #expect(try JSONValue.parse(chosen.output)["sandbox"] == .string("landlock"))
    let refused = try course.run(words + ["--sandbox", "none"], environment: ["GRADUS_SANDBOX": "landlock"])
    #expect(refused.code == 3)
  }

  /// Runs a command as an ordinary user who may not make namespaces, in a user namespace whose limit on them is 0.
  private static let withoutNamespaces = [
    "/usr/bin/unshare", "--user", "--map-current-user", "--keep-caps", "/bin/sh", "-c",
    "echo 0 >/proc/sys/user/max_user_namespaces && exec /usr/bin/setpriv --ambient-caps=-all --inh-caps=-all \"$@\"",
    "sh",
  ]

  /// Runs a command as a user who owns nothing here.
  private static let asUser = ["/usr/bin/setpriv", "--reuid=64321", "--regid=64321", "--clear-groups"]

  /// Whether that user can come near the command: a checkout may stand in a folder that is closed to others.
  private static let userCanRun: Bool = {
    guard getuid() == 0, let course = try? HostileCourse() else { return false }
    return (try? course.run(["--version"], program: asUser + [HostileCourse.command]))?.code == 0
  }()

  /// A home for that user.
  private func give(_ course: HostileCourse) throws -> [String: String] {
    for folder in [course.folder, course.temporary] { try Files.changeOwner(folder, to: 64321) }
    let cache = Files.folder(of: HostileCourse.command) + "/user-cache"
    try Files.makeFolder(cache)
    try Files.changeOwner(cache, to: 64321)
    return ["HOME": course.folder, "GRADUS_CACHE": cache]
  }

  @Test(
    .enabled("only root becomes another user, who must be able to enter the checkout") { userCanRun },
    .needs("landlock"))
  func `where namespaces are forbidden, Landlock is used and said to be, or the command refuses`() throws {
    let course = try HostileCourse()
    try right(course)
    let environment = try give(course)
    let program = Self.asUser + Self.withoutNamespaces + [HostileCourse.command]
    let run = try course.run(
      ["check", "mean", "--file", "mean.swift", "--format", "json"], program: program, environment: environment)
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(try JSONValue.parse(run.output)["sandbox"] == .string("landlock"))
    for words in ["No bubblewrap", "max_user_namespaces", "Landlock", "which files exist"] {
      #expect(run.errors.contains(words), "must say '\(words)': \(run.errors)")
    }
    let forced = try course.run(
      ["check", "mean", "--file", "mean.swift", "--sandbox", "bubblewrap"], program: program, environment: environment)
    #expect(forced.code == 3)
    #expect(forced.output == "")
    #expect(forced.errors.contains("max_user_namespaces") && forced.errors.contains("--trust-this-code"))
  }

  @Test(
    .enabled("only root becomes another user, who must be able to enter the checkout") { userCanRun },
    arguments: ["bubblewrap", "landlock"],
    ["passed/36-writes", "passed/29-signals", "passed/27-canaries", "crashed/40-exit-137", "timed-out/32-endless-loop"])
  func `an ordinary user gets the same verdicts`(sandbox: String, fixture: String) throws {
    let course = try HostileCourse()
    try Files.copy("\(HostileFixture.folder)/\(fixture).swift", to: "\(course.folder)/mean.swift")
    let environment = try give(course)
    let run = try course.run(
      ["check", "mean", "--file", "mean.swift", "--format", "json", "--sandbox", sandbox],
      program: Self.asUser + [HostileCourse.command], environment: environment)
    #expect(
      try JSONValue.parse(run.output)["status"] == .string(Files.folder(of: fixture)), "\(run.output)\(run.errors)")
    #expect(try JSONValue.parse(run.output)["sandbox"] == .string(sandbox))
    #expect(Traces.processes(knowing: course.temporary) == [], "processes are left")
    #expect(Traces.files(besides: [course.folder, course.temporary]) == [])
    #expect(try Files.list(course.temporary) == [])
  }

  @Test func `several processes grade at once, and none disturbs another`() throws {
    let course = try HostileCourse()
    try right(course)
    let script = """
      for i in 1 2 3 4 5; do "$0" check mean --file mean.swift >out.$i 2>&1 & done
      "$0" check mean --file hostile.swift >out.6 2>&1 &
      wait; tail -qn 1 out.1 out.2 out.3 out.4 out.5 out.6
      """
    try Files.copy("\(HostileFixture.folder)/passed/30-threads.swift", to: "\(course.folder)/hostile.swift")
    let run = try course.run(["-c", script, HostileCourse.command], program: ["/bin/sh"])
    let verdicts = run.output.split(separator: "\n")
    #expect(verdicts.count == 6)
    #expect(verdicts.allSatisfy { $0.hasPrefix("passed: 5 / 5 points") }, "\(run.output)")
  }

  @Test(.needs("bubblewrap")) func `sixty gradings, some of them hostile, leave nothing in the process`() throws {
    let course = try HostileCourse()
    let soak = Files.folder(of: HostileCourse.command) + "/soak"
    let run = try course.run(["60", "bubblewrap"], program: [soak])
    #expect(run.code == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("the rest the same"))
  }
}
