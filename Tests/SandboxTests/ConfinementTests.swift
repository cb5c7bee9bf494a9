import Glibc
import Testing

@testable import Sandbox

extension SandboxTests {
  @Suite struct `What programs can reach` {
    @Test(arguments: [Fixture.slot.tier, Fixture.landlockSlot.tier])
    func `a hostile program finds every promise kept`(tier: Tier) throws {
      let findings = try SandboxProbe.selfTest(
        in: Fixture.slot.with(tier), program: Fixture.probe(), secrets: [#filePath])
      #expect(findings.count == 11)
      for finding in findings { #expect(finding.holds, "\(finding.promise)") }
    }

    @Test func `and without a sandbox, none but those that limits keep`() throws {
      let slot = SandboxSlot(tier: .none, number: 7)
      let findings = try SandboxProbe.selfTest(in: slot, program: Fixture.probe(), secrets: [#filePath])
      let broken = findings.filter { !$0.holds }.map(\.promise)
      #expect(broken.contains("The machine's files cannot be read."))
      #expect(broken.contains("There is no network."))
      guard case .broken(let text)? = SandboxProbe.obstacle(in: slot, hostile: try Fixture.probe()) else {
        Issue.record("a sandbox that holds nothing back is taken for one")
        return
      }
      #expect(text.contains("No new processes can be made."))
    }

    @Test func `secrets of ours are not there`() throws {
      Host.setEnvironment("GRADUS_CANARY", "secret")
      let canary = Host.openInheritable("/etc/hostname")
      defer { close(canary) }
      let statements = """
        if (getenv("GRADUS_CANARY")) return 1;
        for (int i = 3; i < 64; i++) if (fcntl(i, F_GETFD) >= 0) return i;
        char c; if (read(0, &c, 1) != 0) return 100;
        if (open("/etc/passwd", O_RDONLY) >= 0 || open("/tmp/x", O_RDWR | O_CREAT, 0600) >= 0) return 101;
        if (open("/dev/shm/x", O_RDWR | O_CREAT, 0600) >= 0 || open("/w", O_RDWR) >= 0) return 102;
        if (kill(0, 0) != 0 || getpid() != 1 || getppid() != 0) return 103;
        """
      #expect(try Fixture.run(statements).termination == .exited(0))
    }

    @Test func `the environment is the given one`() throws {
      var profile = Fixture.profile("/usr/bin/dash")
      profile.environment = ["A": "one", "B": "two words"]
      let outcome = try Fixture.slot.run(profile, ["/w", "-c", "export -p"], limits: Limits())
      #expect(outcome.text == "export A='one'\nexport B='two words'\nexport PWD='/'\n")
    }

    @Test func `the user is nobody inside and the slot's outside`() throws {
      let process = try Fixture.slot.start(
        Fixture.profile("/usr/bin/dash"),
        ["/w", "-c", "read -r line; echo $line; read -r x <&3"],
        limits: Limits(),
        channels: true
      )
      #expect(try Fixture.run("return getuid() == 65534 && getgid() == 65534 ? 0 : 1;").termination == .exited(0))
      while process.output.isEmpty { try process.advance(within: .seconds(1)) }
      #expect(Host.owner(of: "/proc/\(process.programNumber)") == Fixture.slot.user ?? getuid())
      if let user = Fixture.slot.user { #expect(user == 65_107) }
    }

    @Test(arguments: deniedCalls)
    func `a system call is denied`(call: String) throws {
      let outcome = try Fixture.run("return syscall(\(call)) == -1 && errno == EPERM ? 0 : 1;")
      #expect(outcome.termination == .exited(0), "\(call)")
    }

    @Test(arguments: [
      "SYS_clone3, NULL, 0", "500, 0", "SYS_clone, CLONE_NEWUSER | SIGCHLD, 0", "SYS_clone, SIGCHLD, 0",
    ])
    func `no way to a new process`(call: String) throws {
      let statements = "return syscall(\(call), 0, 0, 0) == -1 && (errno == EPERM || errno == ENOSYS) ? 0 : 1;"
      let outcome = try Fixture.run(statements)
      #expect(outcome.termination == .exited(0), "\(call)")
    }

    #if arch(x86_64)
      @Test func `the x32 and i386 ABIs kill`() throws {
        #expect(try Fixture.run("syscall(0x40000000 | 39);").termination == .signalled(SIGSYS))
        let i386 = "int r; __asm__ volatile(\"int $0x80\" : \"=a\"(r) : \"a\"(20));"
        #expect(try Fixture.run(i386).termination == .signalled(SIGSYS))
      }
    #endif

    @Test func `a compiler may start programs, but not reach the network`() throws {
      let statements = """
        int s[2];
        if (socketpair(AF_UNIX, SOCK_STREAM, 0, s) != 0 || memfd_create("m", 0) < 0) return 1;
        if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || unshare(CLONE_NEWUSER) == 0) return 2;
        int p = fork(); if (p == 0) _exit(7);
        int r; waitpid(p, &r, 0); return WEXITSTATUS(r) == 7 ? 0 : 3;
        """
      #expect(try Fixture.run(statements, filter: .compiler).termination == .exited(0))
    }

    @Test func `folders are writable where the profile says so`() throws {
      let work = Fixture.folder + "/work"
      Host.makeFolder(work)
      var profile = Fixture.profile("/usr/bin/dash", filter: .compiler)
      profile.mounts += [.readWrite(source: work, destination: "/work"), .temporary(path: "/tmp", bytes: 1 << 16)]
      profile.workingDirectory = "/work"
      let script = "echo hello > made && echo x > /tmp/x && ! true > /made && pwd"
      let outcome = try Fixture.slot.run(profile, ["/w", "-c", script], limits: .compiler)
      #expect(outcome.text == "/work\n")
      #expect(FileSystem.exists(work + "/made"))
      #expect(profile.hostPath("/work/made") == work + "/made")
    }
  }
}

private let deniedCalls = [
  "SYS_ptrace, 0, 0, 0, 0", "SYS_process_vm_readv, 1, 0, 0, 0, 0, 0", "SYS_keyctl, 0, 0", "SYS_add_key, 0, 0, 0, 0, 0",
  "SYS_bpf, 0, 0, 0", "SYS_io_uring_setup, 1, 0", "SYS_userfaultfd, 0", "SYS_unshare, CLONE_NEWUSER",
  "SYS_setns, 0, 0", "SYS_mount, 0, 0, 0, 0, 0", "SYS_umount2, \"/\", 0", "SYS_pivot_root, \"/\", \"/\"",
  "SYS_socket, AF_INET, SOCK_STREAM, 0", "SYS_socket, AF_INET, SOCK_DGRAM, 0", "SYS_socket, AF_UNIX, SOCK_STREAM, 0",
  "SYS_socket, 40, SOCK_STREAM, 0", "SYS_socketpair, AF_UNIX, SOCK_STREAM, 0, 0", "SYS_inotify_init1, 0",
  "SYS_shmget, 0, 1, 0", "SYS_msgget, 0, 0", "SYS_semget, 0, 0, 0", "SYS_memfd_create, \"m\", 0", "447, 0",
  "SYS_perf_event_open, 0, 0, 0, 0, 0", "SYS_ioctl, 0, 0x5412, 0", "SYS_ioctl, 0, 0x541C, 0",
  "SYS_ioctl, 0, 0x100005412L, 0",
  "SYS_kexec_load, 0, 0, 0, 0", "SYS_reboot, 0, 0, 0, 0", "SYS_finit_module, 0, 0, 0", "SYS_personality, 8",
  "SYS_prctl, 1, 0, 0, 0, 0",
]
