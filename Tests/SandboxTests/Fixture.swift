import Glibc
import Testing

@testable import Sandbox

/// All tests that start programs, one after another: they count descriptors and processes.
@Suite(.serialized, .enabled("bubblewrap must be able to make a sandbox here") { Fixture.sandboxWorks })
struct SandboxTests {}

/// Small programs for the sandbox, compiled once.
enum Fixture {
  static let sandboxWorks = SandboxProbe.obstacle(in: slot) == nil

  static let slot = SandboxSlot(tier: .bubblewrap, number: 7)

  static let landlockSlot = SandboxSlot(tier: .landlock, number: 9)

  static let bareSlot = SandboxSlot(tier: .none, number: 8)

  /// A folder that the slot's user may write.
  static let folder: String = {
    let folder = "/tmp/sandbox-tests-\(getpid())"
    Host.makeFolder(folder)
    // At the end everything goes; what the slot's user made, a program of that user removes.
    atexit {
      let folder = "/tmp/sandbox-tests-\(getpid())"
      let profile = SandboxProfile(mounts: [])
      _ = try? Fixture.bareSlot.run(profile, ["/bin/rm", "-rf", folder], limits: .compiler)
      _ = unsafe rmdir(folder)
    }
    return folder
  }()

  /// A profile with the system's libraries and one program at `/w`.
  static func profile(_ program: String, filter: SystemCallFilter = .program) -> SandboxProfile {
    SandboxProfile(
      mounts: SandboxProfile.systemLibraries + [.readOnly(source: program, destination: "/w")],
      filter: filter
    )
  }

  /// The hostile program that tries a sandbox before it is used.
  static func probe() throws -> String {
    let source = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let program = "\(folder)/probe"
    let outcome = try bareSlot.run(
      SandboxProfile(mounts: [], environment: ["PATH": "/usr/bin:/bin"]),
      ["/usr/bin/cc", "-O1", "/\(source)/Sources/CProbe/probe.c", "-o", program], limits: .compiler)
    try #require(outcome.termination == .exited(0), "\(String(decoding: outcome.errorOutput, as: UTF8.self))")
    return program
  }

  /// Compiles a C program, given the statements of its `main`.
  static func compile(_ statements: String, line: Int = #line) throws -> String {
    let source = "\(folder)/\(line)-\(statements.utf8.reduce(5381) { ($0 &* 33 ^ Int($1)) & 0xffffff }).c"
    let text = headers + "int main(int argc, char **argv) {\n\(statements)\n}\n"
    Host.makeFile(source, text)
    let program = String(source.dropLast(2))
    let outcome = try bareSlot.run(
      SandboxProfile(mounts: [], environment: ["PATH": "/usr/bin:/bin"]),
      ["/usr/bin/cc", "-w", "-O1", "-pthread", source, "-o", program],
      limits: .compiler
    )
    try #require(outcome.termination == .exited(0), "\(String(decoding: outcome.errorOutput, as: UTF8.self))")
    return program
  }

  /// Compiles and runs statements in the sandbox.
  static func run(
    _ statements: String,
    limits: Limits = Limits(wallSeconds: 10),
    filter: SystemCallFilter = .program,
    in slot: SandboxSlot = slot,
    line: Int = #line
  ) throws -> Outcome {
    try slot.run(profile(compile(statements, line: line), filter: filter), ["/w"], limits: limits)
  }

  /// Runs a shell script in the sandbox; there is no other program in it.
  static func shell(_ script: String, filter: SystemCallFilter = .program) throws -> Outcome {
    try slot.run(profile("/usr/bin/dash", filter: filter), ["/w", "-c", script], limits: Limits(wallSeconds: 10))
  }

  private static let headers = """
    #define _GNU_SOURCE
    #include <errno.h>
    #include <fcntl.h>
    #include <pthread.h>
    #include <sched.h>
    #include <signal.h>
    #include <stddef.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/ioctl.h>
    #include <sys/mount.h>
    #include <sys/mman.h>
    #include <sys/stat.h>
    #include <sys/xattr.h>
    #include <sys/socket.h>
    #include <sys/syscall.h>
    #include <sys/un.h>
    #include <sys/wait.h>
    #include <time.h>
    #include <utime.h>
    #include <unistd.h>

    """
}

extension Outcome {
  /// The standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
}
