import Testing

@testable import Sandbox

@Suite struct `Obstacles to the sandbox` {
  @Test(
    arguments: [
      ("No permissions to create new namespace, likely because the kernel does not allow it", .namespacesForbidden),
      ("Creating new namespace failed: nesting depth or /proc/sys/user/max_*_namespaces exceeded", .namespaceLimit),
      ("setting up uid map: Permission denied", .userMapDenied),
      ("loopback: Failed RTM_NEWADDR: Operation not permitted", .loopbackDenied),
      ("Unknown option --disable-userns", .tooOld("Unknown option --disable-userns")),
    ] as [(String, Obstacle)])
  func `bubblewrap's messages are recognised`(message: String, obstacle: Obstacle) {
    #expect(Obstacle(message: message) == obstacle)
    #expect(SandboxError.unavailable(obstacle).description.contains(obstacle.remedy))
  }

  @Test func `other messages are not obstacles`() {
    #expect(Obstacle(message: "execvp /w: No such file or directory") == nil)
    #expect(Obstacle(message: "Can't find source path /x: Permission denied") == nil)
  }

  @Test func `numbers are found in bubblewrap's status`() {
    let text = "{ \"child-pid\": 4711, \"pid-namespace\": 1 }\n{ \"exit-code\": 3 }\n"
    #expect(SandboxStatus.programNumber(in: Array(text.utf8)) == 4711)
    #expect(SandboxStatus.exitCode(in: Array(text.utf8)) == 3)
    #expect(SandboxStatus.programNumber(in: Array("{ \"child-pid\": 47".utf8)) == nil)
    #expect(SandboxStatus.exitCode(in: Array("{ \"child-pid\": 47 }\n".utf8)) == nil)
  }

  @Test func `bubblewrap's exit codes are read with care`() {
    #expect(Termination.exited(139).passedOnByBubblewrap(wasEnded: false) == .signalled(11))
    #expect(Termination.exited(137).passedOnByBubblewrap(wasEnded: false) == .exited(137))
    #expect(Termination.exited(137).passedOnByBubblewrap(wasEnded: true) == .signalled(9))
    #expect(Termination.exited(3).passedOnByBubblewrap(wasEnded: true) == .exited(3))
    #expect(Termination.signalled(9).passedOnByBubblewrap(wasEnded: false) == .signalled(9))
  }
}
