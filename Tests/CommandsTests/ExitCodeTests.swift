import Files
import Foundation
import Glibc
import Testing

@Suite(.needsCommand) struct `Exit codes` {
  private let solution = "\(BuiltCommand.home)/solutions/03-recurrent/bptt.swift"
  private let fixtures = "\(BuiltCommand.home)/Tests/Fixtures/submissions/bptt"

  @Test func `0 for a file that passes`() throws {
    let outcome = try BuiltCommand.run("check", "bptt", "--file", solution)
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("passed: 20 / 20 points"))
    #expect(outcome.errors == "")
  }

  @Test(arguments: ["wrong-sign", "does-not-compile", "vector-lengths", "missing-function", "partly-written"])
  func `1 for a file that does not`(name: String) throws {
    let outcome = try BuiltCommand.run("check", "bptt", "--file", "\(fixtures)/\(name).swift")
    #expect(outcome.code == 1)
    #expect(outcome.output.contains("/ 20 points"))
  }

  @Test(arguments: [
    ["frobnicate"], ["chek", "bptt"], ["check", "bptt", "--nope"], ["check", "bptt", "--file"],
    ["check", "nothing-such"],
    ["check", "bptt", "--seed", "x"], ["check", "bptt", "--format", "xml"], ["check", "bptt", "extra"],
    ["check", "bptt", "--file", "/nowhere/bptt.swift"], ["check", "bptt", "--file", "/etc"],
    ["check", "--file", "x.swift"],
    ["call"], ["call", "bptt"], ["call", "bptt", "nothing", "--input", "-"], ["list", "bptt"],
    ["verify", "nothing-such"], [],
    ["help", "nothing"], ["check", "BPTT"], ["check", "../bptt"],
  ])
  func `2 for a command line that cannot be used`(words: [String]) throws {
    let outcome = try BuiltCommand.Run(words, in: BuiltCommand.home, environment: [:], input: "").finish()
    #expect(outcome.code == 2, "\(words): \(outcome.all)")
    #expect(!outcome.all.isEmpty)
  }

  @Test func `mistyped names come with the nearest`() throws {
    #expect(try BuiltCommand.run("chek").errors.contains("Did you mean 'gradus check'?"))
    #expect(try BuiltCommand.run("check", "btpt").errors.contains("bptt"))
    #expect(try BuiltCommand.run("check", "BPTT").errors.contains("Did you mean 'bptt'?"))
    #expect(
      try BuiltCommand.run("call", "bptt", "scoreGradiant", "--input", "-").errors.contains(
        "Did you mean 'scoreGradient'?"))
  }

  @Test(arguments: [
    ["PATH": "/nowhere", "GRADUS_TOOLCHAIN": ""], ["GRADUS_TOOLCHAIN": "/nowhere"], ["GRADUS_TOOLCHAIN": "/usr"],
    ["GRADUS_HOME": "/nowhere"], ["TMPDIR": "/nowhere"], ["GRADUS_CACHE": "/dev/null/cache"],
  ])
  func `3 where the machine lacks something, and what to do`(environment: [String: String]) throws {
    let outcome = try BuiltCommand.run("check", "bptt", "--file", solution, environment: environment.mapValues { $0 })
    #expect(outcome.code == 3, "\(outcome.all)")
    #expect(!outcome.all.contains("points"), "a fault of the machine is no grade")
    #expect(outcome.all.count > 40)
  }

  @Test(.enabled("only root mounts a small file system") { geteuid() == 0 })
  func `3 on a full disk, and no grade`() throws {
    let folder = try TestFolder()
    let mount = "\(folder.path)/disk"
    try Files.makeFolder(mount)
    guard unsafe Glibc.mount("tmpfs", mount, "tmpfs", 0, "size=100k") == 0 else {
      try Test.cancel("a file system cannot be mounted here: \(unsafe String(cString: strerror(errno)))")
    }
    defer { _ = unsafe umount2(mount, Int32(MNT_DETACH)) }
    try Files.setMode(mount, 0o777)
    let outcome = try BuiltCommand.run("check", "bptt", "--file", solution, environment: ["TMPDIR": mount])
    #expect(outcome.code == 3, "\(outcome.all)")
    #expect(!outcome.all.contains("20 points"), "\(outcome.all)")
    #expect(outcome.all.contains("space") || outcome.all.contains("TMPDIR"), "\(outcome.all)")
    #expect(try Files.list(mount).isEmpty, "nothing is left behind")
  }

  @Test func `3 where what is printed is lost, and not where nobody listens any more`() throws {
    let shell = "\"$0\" list >/dev/full; echo $?; \"$0\" list | true; \"$0\" list >&-; echo $?"
    let outcome = try BuiltCommand.Run(
      ["-c", shell, BuiltCommand.path], in: BuiltCommand.home, program: "/bin/sh", environment: [:], input: nil
    ).finish()
    #expect(outcome.output == "3\n0\n", "\(outcome.all)")
    #expect(outcome.errors.contains("could not be written whole: No space left on device"), "\(outcome.all)")
  }

  @Test(.enabled("only root becomes another user") { geteuid() == 0 && Files.exists("/usr/bin/setpriv") })
  func `2 for a file that may not be read`() throws {
    let folder = try TestFolder()
    let file = try folder.write("let x = 1", "bptt.swift")
    try Files.setMode(file, 0o600)
    let words = [
      "--reuid=65534", "--regid=65534", "--clear-groups", BuiltCommand.path, "check", "bptt", "--file", file,
    ]
    let outcome = try BuiltCommand.Run(
      words, in: "/", program: "/usr/bin/setpriv", environment: ["HOME": folder.path], input: nil
    ).finish()
    #expect(outcome.code == 2, "\(outcome.all)")
    #expect(outcome.errors.contains("Permission denied"), "\(outcome.all)")
  }

  @Test func `are the same for two checks at once in one folder`() throws {
    let folder = try TestFolder()
    try Files.copy(solution, to: "\(folder.path)/bptt.swift")
    try Files.copy("\(fixtures)/wrong-sign.swift", to: "\(folder.path)/wrong.swift")
    let runs = try [["check", "bptt"], ["check", "bptt", "--file", "wrong.swift"], ["check", "bptt"]].map {
      try BuiltCommand.Run($0, in: folder.path, environment: [:], input: nil)
    }
    let outcomes = try runs.map { try $0.finish() }
    #expect(outcomes.map(\.code) == [0, 1, 0], "\(outcomes.map(\.all))")
    #expect(outcomes[0].output == outcomes[2].output)
    #expect(try Files.list(folder.path) == ["bptt.swift", "wrong.swift"], "a check leaves nothing in the folder")
  }
}
