import Glibc
import Testing

@testable import Sandbox

extension SandboxTests {
  /// What holds without namespaces, too.
  @Suite(.enabled("Landlock must be to be had here") { SandboxProbe.obstacle(in: Fixture.landlockSlot) == nil })
  struct `Where namespaces are forbidden` {
    private func run(
      _ statements: String, limits: Limits = Limits(wallSeconds: 10), filter: SystemCallFilter = .program,
      line: Int = #line
    ) throws -> Outcome {
      try Fixture.run(statements, limits: limits, filter: filter, in: Fixture.landlockSlot, line: line)
    }

    @Test(arguments: [
      "kill(getppid(), 0)", "kill(0, 0)", "kill(-1, 0)", "kill(1, 0)", "syscall(SYS_tgkill, getppid(), getppid(), 0)",
      "syscall(SYS_tkill, getppid(), 0)", "syscall(SYS_rt_sigqueueinfo, getppid(), 0, NULL)",
      "syscall(434, getppid(), 0)", "syscall(424, 0, 0, NULL, 0)", "syscall(SYS_ptrace, 16, getppid(), 0, 0)",
      "syscall(SYS_prlimit64, getppid(), 7, NULL, &(long[2]){})", "syscall(SYS_setpriority, 0, getppid(), 19)",
      "syscall(SYS_sched_setaffinity, getppid(), 8, &(long){1})", "syscall(SYS_ioprio_set, 1, getppid(), 0)",
      "fcntl(1, F_SETOWN, getppid())", "fcntl(1, F_SETSIG, 9)", "fcntl(1, 15, &(int[2]){1, 1})",
      "ioctl(1, 0x8901, &(int){1})", "ioctl(1, 0x8902, &(int){1})", "ioctl(1, FIOASYNC, &(int){1})",
      "ioctl(0, TIOCSTI, \"x\")", "setsid()", "setpgid(0, 1)",
      "syscall(SYS_process_vm_readv, getppid(), 0, 0, 0, 0, 0)",
    ])
    func `other processes are out of reach`(call: String) throws {
      let outcome = try run("return \(call) == -1 && errno == EPERM ? 0 : 1;")
      #expect(outcome.termination == .exited(0), "\(call)")
    }

    @Test(arguments: [
      "open(\"/etc/passwd\", O_RDONLY)", "open(\"/tmp\", O_RDONLY)", "open(\"/\", O_RDONLY)",
      "open(\"/tmp/gradus-canary\", O_RDWR | O_CREAT, 0600)", "open(\"/dev/shm/x\", O_RDWR | O_CREAT, 0600)",
      "open(\"/tmp\", O_TMPFILE | O_RDWR, 0600)", "open(self, O_RDWR)", "open(\"/dev/null\", O_WRONLY)",
      "open(\"/proc/1/environ\", O_RDONLY)", "open(\"/proc/self/root/etc/passwd\", O_RDONLY)",
      "open(\"/proc/sys/kernel/core_pattern\", O_RDONLY)", "open(\"/proc/self/mem\", O_RDWR)",
      "open(\"/proc/self/oom_score_adj\", O_WRONLY)", "open(\"/proc/self/fd/0\", O_RDONLY)",
      "mkdir(\"/tmp/gradus-canary\", 0700)", "symlink(\"/\", \"/tmp/gradus-canary\")",
      "link(self, \"/tmp/gradus-canary\")", "rename(self, \"/tmp/gradus-canary\")",
      "unlink(self)", "rmdir(\"/tmp\")", "truncate(self, 0)", "chmod(self, 0)", "syscall(452, -100, self, 0, 0)",
      "chown(self, 1, 1)", "utime(self, NULL)", "utimensat(AT_FDCWD, self, NULL, 0)",
      "setxattr(self, \"user.x\", \"\", 0, 0)", "mknod(\"/tmp/gradus-canary\", S_IFIFO | 0600, 0)",
      "execl(\"/usr/bin/id\", \"id\", NULL)", "socket(AF_UNIX, SOCK_STREAM, 0)", "socket(AF_INET, SOCK_STREAM, 0)",
      "mount(NULL, \"/\", NULL, 0, NULL)", "unshare(CLONE_NEWUSER)", "fork()",
      "syscall(SYS_clone, CLONE_PARENT, 0, 0, 0, 0)",
    ])
    func `files and the network are out of reach`(call: String) throws {
      let outcome = try run(
        "char self[4096] = {}; readlink(\"/proc/self/exe\", self, 4095); return \(call) == -1 && (errno == EPERM || errno == EACCES) ? 0 : 1;"
      )
      #expect(outcome.termination == .exited(0), "\(call)")
    }

    @Test func `a program knows its own numbers, its libraries and its way to die`() throws {
      let statements = """
        pthread_attr_t a; void *s; size_t n;
        if (pthread_getattr_np(pthread_self(), &a) != 0 || pthread_attr_getstack(&a, &s, &n) != 0 || n == 0) return 1;
        if (open("/usr/lib/os-release", O_RDONLY) < 0 || open("/proc/self/maps", O_RDONLY) < 0) return 2;
        if (kill(getpid(), 0) != 0 || getsid(0) != getpid()) return 3;
        raise(SIGTERM); return 4;
        """
      #expect(try run(statements).termination == .signalled(SIGTERM))
    }

    @Test func `limits strike as they do in namespaces`() throws {
      #expect(try run("for (;;);", limits: Limits(cpuSeconds: 1)).struckLimit == .cpu)
      #expect(try run("pause();", limits: Limits(wallSeconds: 0.3)).struckLimit == .wall)
      #expect(try run("if (!malloc(10L << 30)) { perror(\"malloc\"); return 1; }").struckLimit == .memory)
      #expect(try run("for (;;) puts(\"flood\");").struckLimit == .output)
    }

    @Test func `what a compiler starts goes with it`() throws {
      let statements = """
        if (fork() == 0) { setsid(); setpgid(0, 0); if (fork() == 0) { for (;;) pause(); } for (;;) pause(); }
        usleep(50000); puts("ready"); fflush(stdout); return 0;
        """
      let outcome = try run(statements, filter: .compiler)
      #expect(outcome.text == "ready\n")
      guard let user = Fixture.landlockSlot.user else { return }
      for _ in 0..<100 where !Host.processes(of: user).isEmpty { usleep(10_000) }
      #expect(Host.processes(of: user) == [])
    }

    @Test func `a compiler writes where it may`() throws {
      let work = Fixture.folder + "/landlock-work"
      Host.makeFolder(work)
      var profile = Fixture.profile("/usr/bin/dash", filter: .compiler)
      profile.mounts.append(.readWrite(source: work, destination: "/work"))
      profile.workingDirectory = "/work"
      profile.environment = ["TMPDIR": "/work"]
      let script = "pwd; echo $TMPDIR; echo hello > made && ! true > ../beside && ! true > /tmp/beside"
      let outcome = try Fixture.landlockSlot.run(profile, ["/w", "-c", script], limits: .compiler)
      #expect(outcome.text == "\(work)\n\(work)\n")
      #expect(outcome.termination == .exited(0))
      #expect(FileSystem.exists(work + "/made"))
      #expect(!FileSystem.exists(Fixture.folder + "/beside"))
    }
  }

  @Suite struct `Slots` {
    @Test(.enabled("only root has slots of its own users") { getuid() == 0 })
    func `are held by one at a time, and given back`() throws {
      var first: SlotClaim? = try SlotClaim(from: 300)
      let second = try SlotClaim(from: 300)
      #expect(first?.number != second.number)
      let number = try #require(first?.number)
      let user = SandboxSlot(tier: .landlock, try #require(first)).user
      #expect(user == SlotClaim.user(number))
      first = nil
      let third = try SlotClaim(from: number)
      #expect(third.number == number)
    }

    @Test(.enabled("only root has slots of its own users") { getuid() == 0 })
    func `are empty when they are claimed and when they are given back`() throws {
      var claim: SlotClaim? = try SlotClaim(from: 310)
      let number = try #require(claim?.number)
      let left = try Fixture.compile("if (fork() == 0) { setsid(); for (;;) pause(); } return 0;")
      let slot = SandboxSlot(tier: .none, number: number)
      #expect(try slot.run(Fixture.profile(left), ["/w"], limits: Limits()).termination == .exited(0))
      let user = try #require(slot.user)
      #expect(Host.processes(of: user).count == 1, "without a sandbox an orphan gets away")
      claim = nil
      for _ in 0..<100 where !Host.processes(of: user).isEmpty { usleep(10_000) }
      #expect(Host.processes(of: user) == [])
    }

    @Test(.enabled("only root has slots of its own users") { getuid() == 0 }, arguments: [true, false])
    func `are another grader's that has no file in common with this one, but not a stranger's`(isRoot: Bool) throws {
      let number = try SlotClaim(from: 320).number
      let listener = try Fixture.compile(
        """
        struct sockaddr_un address = {.sun_family = AF_UNIX};
        int length = offsetof(struct sockaddr_un, sun_path) + 1 + sprintf(address.sun_path + 1, "%s", argv[1]);
        int mine = socket(AF_UNIX, SOCK_STREAM, 0);
        if (bind(mine, (struct sockaddr *)&address, length) != 0 || listen(mine, 9) != 0) return 1;
        write(4, "x", 1); char c; read(3, &c, 1); return 0;
        """)
      let slot = SandboxSlot(tier: .none, number: 330, keepsUser: isRoot)
      let other = try slot.start(
        Fixture.profile(listener), ["/w", SlotClaim.name(number)], limits: Limits(), channels: true)
      try #require(Host.isReady(other.fromProgram, within: 10_000))
      #expect(Host.read(other.fromProgram) == Array("x".utf8))
      #expect(try (SlotClaim(from: number).number != number) == isRoot)
      other.closeToProgram()
      #expect(try other.wait() == .exited(0))
      #expect(try SlotClaim(from: number).number == number)
    }
  }
}
