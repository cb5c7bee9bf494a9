import Glibc
import Testing

@testable import Sandbox

extension SandboxTests {
  @Suite struct `How programs end` {
    @Test(arguments: [0, 1, 42, 137, 255] as [Int32])
    func `an exit code is reported as it is`(code: Int32) throws {
      let outcome = try Fixture.shell("exit \(code)")
      #expect(outcome.termination == .exited(code))
      #expect(outcome.struckLimit == nil)
    }

    @Test func `output and errors are captured apart`() throws {
      let outcome = try Fixture.shell("echo one; echo two >&2")
      #expect(outcome.text == "one\n")
      #expect(outcome.errorOutput == Array("two\n".utf8))
    }

    @Test(arguments: [("*(volatile int *)0 = 1;", SIGSEGV), ("__builtin_trap();", SIGILL)])
    func `a fault is a signal`(statements: String, signal: Int32) throws {
      #expect(try Fixture.run(statements).termination == .signalled(signal))
    }

    @Test func `an abort shows as a signal, too`() throws {
      guard case .signalled = try Fixture.run("abort();").termination else {
        Issue.record("an abort is not reported as a signal")
        return
      }
    }

    @Test func `a program that is not there is our fault, and said so`() throws {
      let error = #expect(throws: SandboxError.self) {
        try Fixture.slot.run(Fixture.profile("/usr/bin/true"), ["/nowhere"], limits: Limits())
      }
      guard case .notStarted(let message) = error else {
        Issue.record("wrong error: \(String(describing: error))")
        return
      }
      #expect(message.contains("/nowhere"))
    }

    @Test func `a mount that is not there is our fault, and said so`() throws {
      let error = #expect(throws: SandboxError.self) {
        try Fixture.slot.run(Fixture.profile("/no/such/program"), ["/w"], limits: Limits())
      }
      #expect(error?.description.contains("/no/such/program") == true)
    }

    @Test func `the bare tier runs the program where it is`() throws {
      let slot = Fixture.bareSlot
      let outcome = try slot.run(Fixture.profile("/usr/bin/dash"), ["/w", "-c", "echo $0; exit 3"], limits: Limits())
      #expect(outcome.termination == .exited(3))
      #expect(outcome.text == "/w\n")
      #expect(throws: SandboxError.self) {
        try slot.run(Fixture.profile("/no/such/program"), ["/w"], limits: Limits())
      }
    }

    @Test func `failed starts leave nothing`() throws {
      let before = Host.openDescriptors()
      for path in ["/nowhere", "/usr/bin/true", "/etc"] {
        _ = try? Fixture.slot.run(Fixture.profile(path), ["/elsewhere"], limits: Limits())
        _ = try? Fixture.bareSlot.run(Fixture.profile(path), ["/elsewhere"], limits: Limits())
      }
      #expect(Host.openDescriptors() == before)
      #expect(!Host.hasChildren())
    }

    @Test func `200 runs leave no zombies and no descriptors`() throws {
      let profile = Fixture.profile("/usr/bin/true")
      _ = try Fixture.slot.run(profile, ["/w"], limits: Limits())
      let before = Host.openDescriptors()
      for run in 0..<200 {
        let process = try Fixture.slot.start(profile, ["/w"], limits: Limits(), channels: run.isMultiple(of: 2))
        if run.isMultiple(of: 3) { continue }  // Dropped without a word: its end is ours to bring about.
        #expect(try process.wait() == .exited(0))
      }
      #expect(Host.openDescriptors() == before)
      #expect(!Host.hasChildren())
    }
  }
}
