import Glibc
import Testing

@testable import Sandbox

extension SandboxTests {
  @Suite struct `Talking to a program` {
    @Test func `bytes go to descriptor 3 and come from descriptor 4`() throws {
      let echo = try Fixture.compile("char b[100]; int n; while ((n = read(3, b, 100)) > 0) write(4, b, n); return 5;")
      let process = try Fixture.slot.start(Fixture.profile(echo), ["/w"], limits: Limits(), channels: true)
      #expect(Host.write(Array("hello".utf8), to: process.toProgram) == 5)
      #expect(Host.isReady(process.fromProgram, within: 5000))
      #expect(Host.read(process.fromProgram) == Array("hello".utf8))
      process.closeToProgram()
      #expect(process.toProgram == -1)
      #expect(try process.wait() == .exited(5))
    }

    @Test func `a program that never reads does not block us`() throws {
      let idle = try Fixture.compile("pause();")
      let process = try Fixture.slot.start(Fixture.profile(idle), ["/w"], limits: Limits(), channels: true)
      let block = [UInt8](repeating: 0, count: 1 << 20)
      #expect(Host.write(block, to: process.toProgram) < block.count)
      #expect(Host.write(block, to: process.toProgram) == -Int(EAGAIN))
      process.kill()
      #expect(try process.wait() == .signalled(SIGKILL))
      #expect(Host.write(block, to: process.toProgram) == -Int(EPIPE))
    }

    @Test func `its CPU clock runs while it works and not while it waits`() throws {
      let statements = "char c; for (volatile long i = 0; i < 100000000; i++); write(4, \"d\", 1); read(3, &c, 1);"
      let worker = try Fixture.compile(statements)
      let process = try Fixture.slot.start(Fixture.profile(worker), ["/w"], limits: Limits(), channels: true)
      #expect(Host.isReady(process.fromProgram, within: 10_000))
      usleep(20_000)
      let worked = try #require(process.cpuTime())
      #expect(worked > .milliseconds(10))
      usleep(100_000)
      #expect(try #require(process.cpuTime()) - worked < .milliseconds(20))
      process.closeToProgram()
      #expect(try process.wait() == .exited(0))
      #expect(process.cpuTime() == nil)
      #expect(process.totalCPUTime >= worked)
    }
  }
}
