import Glibc
import Testing

@testable import Sandbox

extension SandboxTests {
  @Suite struct `Limits on programs` {
    @Test func `an endless loop strikes the CPU limit`() throws {
      let outcome = try Fixture.run("signal(SIGXCPU, SIG_IGN); for (;;);", limits: Limits(cpuSeconds: 1))
      #expect(outcome.termination == .signalled(SIGKILL))
      #expect(outcome.struckLimit == .cpu)
      #expect(outcome.wallTime < .seconds(8))
    }

    @Test(arguments: ["pause();", "close(0); close(1); close(2); pause();", "raise(SIGSTOP); pause();"])
    func `a waiting program strikes the wall limit`(statements: String) throws {
      let outcome = try Fixture.run(statements, limits: Limits(wallSeconds: 0.3))
      #expect(outcome.termination == .signalled(SIGKILL))
      #expect(outcome.struckLimit == .wall)
      #expect(outcome.wallTime < .seconds(2))
    }

    @Test(arguments: [
      "for (;;) if (!memset(malloc(1 << 24) ?: (perror(\"malloc\"), abort(), NULL), 1, 1)) return 0;",
      "if (!malloc(10L << 30)) { perror(\"malloc\"); return 1; }",
    ])
    func `too much memory strikes the memory limit`(statements: String) throws {
      #expect(try Fixture.run(statements).struckLimit == .memory)
    }

    @Test(arguments: [1, 2])
    func `a flood of a gigabyte is cut at once`(descriptor: Int) throws {
      let statements = """
        static char block[1 << 20];
        for (int i = 0; i < 1024; i++) write(\(descriptor), block, sizeof block);
        """
      let program = try Fixture.compile(statements)
      let before = Host.peakMemory()
      let outcome = try Fixture.slot.run(Fixture.profile(program), ["/w"], limits: Limits(outputBytes: 10_000))
      #expect(outcome.outputWasCut)
      #expect(outcome.struckLimit == .output)
      #expect(outcome.output.count + outcome.errorOutput.count == 10_000)
      #expect(outcome.wallTime < .seconds(2))
      #expect(Host.peakMemory() - before < 8 << 10, "kilobytes of memory")
    }

    @Test func `a trickle does not stop the clock`() throws {
      let statements = "for (;;) { write(1, \".\", 1); usleep(20000); }"
      let outcome = try Fixture.run(statements, limits: Limits(wallSeconds: 0.5))
      #expect(outcome.struckLimit == .wall)
      #expect(outcome.output.count > 5)
    }

    @Test func `a fork bomb is bounded and leaves nobody`() throws {
      let statements = """
        int n = 0;
        for (int i = 0; i < 2000; i++) { int p = fork(); if (p == 0) for (;;) pause(); n += p > 0; }
        printf("%d\\n", n); fflush(stdout); for (;;) pause();
        """
      let outcome = try Fixture.run(statements, limits: Limits(wallSeconds: 1), filter: .compiler)
      let forks = try #require(Int(outcome.text.dropLast()))
      #expect((1...64).contains(forks))
      if let user = Fixture.slot.user { #expect(Host.processes(of: user) == []) }
      #expect(try Fixture.run("return fork() == -1 && errno == EPERM ? 0 : 1;").termination == .exited(0))
    }

    @Test func `threads work and are bounded`() throws {
      let statements = """
        void *body(void *_) { pause(); return NULL; }
        int n = 0; pthread_t t; pthread_attr_t a; pthread_attr_init(&a); pthread_attr_setstacksize(&a, 65536);
        for (int i = 0; i < 600; i++) n += pthread_create(&t, &a, body, NULL) == 0;
        printf("%d\\n", n); fflush(stdout); _exit(0);
        """
      let threads = try #require(Int(try Fixture.run(statements).text.dropLast()))
      #expect((1...64).contains(threads))
    }

    @Test func `an orphan is dead when its parent is`() throws {
      let statements = """
        if (fork() == 0) { setsid(); if (fork() == 0) { for (;;) pause(); } _exit(0); }
        wait(NULL); puts("ready"); fflush(stdout); if (argc == 1) for (;;) pause();
        """
      let profile = Fixture.profile(try Fixture.compile(statements), filter: .compiler)
      let process = try Fixture.slot.start(profile, ["/w"], limits: Limits())
      while process.output.isEmpty { try process.advance(within: .seconds(1)) }
      process.kill()
      #expect(try process.wait() == .signalled(SIGKILL))
      #expect(process.struckLimit == nil)
      #expect(try Fixture.slot.run(profile, ["/w", "end"], limits: Limits()).termination == .exited(0))
      if let user = Fixture.slot.user { #expect(Host.processes(of: user) == []) }
    }
  }
}
