import Files
import Foundation
import Glibc
import Testing

/// A cluster of this machine alone: Slurm's controller and two nodes with a processor each, with a key of their own.
final class Cluster {
  /// Why there can be no cluster here; nil if there can.
  static let obstacle: String? = {
    guard getuid() == 0 else { return "Slurm's nodes start jobs only as root" }
    for program in ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel", "sinfo", "scontrol"] {
      guard ["/usr/sbin", "/usr/bin"].contains(where: { Files.exists("\($0)/\(program)") }) else {
        return "\(program) is not installed: Scripts/setup --tests installs it"
      }
    }
    do {
      let cluster = try Cluster()
      return withExtendedLifetime(cluster) { nil }
    } catch {
      return "\(error)"
    }
  }()

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let path: String
  /// Not `Process`es of Foundation: it takes a process that closes what it inherited, as Slurm's do, for one that has ended.
  private var daemons: [String: pid_t] = [:]

  /// The variable by which Slurm's commands find the cluster.
  var environment: [String: String] { ["SLURM_CONF": "\(path)/slurm.conf"] }

  init() throws {
    path = try Files.makeTemporaryFolder("gradus-cluster")
    try Files.setMode(path, 0o755)
    try Files.makeFolder("\(path)/state")
    var generator = SystemRandomNumberGenerator()
    try Files.write(
      (0..<1024).map { _ in UInt8.random(in: 0...255, using: &generator) }, to: "\(path)/munge.key", mode: 0o400)
    try Files.write(try configuration(), to: "\(path)/slurm.conf")
    try start(
      "munged",
      [
        "--foreground", "--force", "--key-file=\(path)/munge.key", "--socket=\(path)/munge.socket",
        "--pid-file=\(path)/munged.pid", "--log-file=\(path)/munged.log", "--seed-file=\(path)/munged.seed",
      ])
    try wait("munged") { Files.exists("\(path)/munge.socket") }
    try start("slurmctld", ["-D"])
    for node in ["one", "two"] { try start("slurmd", ["-D", "-N", node], as: node) }
    try wait("two idle nodes") { try run("sinfo --noheader --format='%T %D'").contains("idle 2") }
  }

  deinit {
    for name in ["one", "two", "slurmctld", "munged"] { end(name) }
    Files.remove(path)
  }

  private func configuration() throws -> String {
    let host = ProcessInfo.processInfo.hostName.split(separator: ".").first.map(String.init) ?? "localhost"
    let ports = try (0..<3).map { _ in try Self.freePort() }
    return """
      ClusterName=gradus
      SlurmctldHost=\(host)(127.0.0.1)
      SlurmUser=root
      SlurmdUser=root
      AuthType=auth/munge
      CredType=cred/munge
      AuthInfo=socket=\(path)/munge.socket
      SlurmctldPort=\(ports[0])
      SlurmctldPidFile=\(path)/slurmctld.pid
      SlurmdPidFile=\(path)/%n.pid
      SlurmdSpoolDir=\(path)/spool-%n
      StateSaveLocation=\(path)/state
      ProctrackType=proctrack/linuxproc
      TaskPlugin=task/none
      SwitchType=switch/none
      MpiDefault=none
      ReturnToService=2
      SlurmdTimeout=5
      SelectType=select/cons_tres
      SelectTypeParameters=CR_CPU
      NodeName=one NodeAddr=127.0.0.1 NodeHostname=\(host) Port=\(ports[1]) CPUs=1 RealMemory=1 State=UNKNOWN
      NodeName=two NodeAddr=127.0.0.1 NodeHostname=\(host) Port=\(ports[2]) CPUs=1 RealMemory=1 State=UNKNOWN
      PartitionName=all Nodes=one,two Default=YES MaxTime=INFINITE State=UP

      """
  }

  /// Ends a node as a failure of its power would: the daemon, and whatever runs on the node.
  func kill(node: String) throws {
    end(node)
    let mark = Array("SLURMD_NODENAME=\(node)\0".utf8)
    for name in try Files.list("/proc") {
      guard let process = Int32(name), let variables = try? Files.read("/proc/\(name)/environ"),
        variables.firstRange(of: mark) != nil,
        // Of another cluster's node nothing is touched.
        variables.firstRange(of: Array(path.utf8)) != nil
      else { continue }
      Glibc.kill(process, SIGKILL)
    }
  }

  /// Runs one of Slurm's commands and returns what it prints.
  @discardableResult
  func run(_ words: String) throws -> String {
    guard let stream = unsafe popen("export SLURM_CONF='\(path)/slurm.conf'; \(words)", "r") else {
      throw Failure(description: "\(words) cannot be started")
    }
    defer { unsafe pclose(stream) }
    var bytes: [UInt8] = []
    while case let byte = unsafe fgetc(stream), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func start(_ program: String, _ words: [String], as name: String? = nil) throws {
    let command = (["/usr/sbin/\(program)"] + words).map { "'\($0)'" }.joined(separator: " ")
    let said = try run("setsid \(command) < /dev/null > '\(path)/\(name ?? program).out' 2>&1 & echo $!")
    guard let process = pid_t(said.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw Failure(description: "\(program) cannot be started: \(said)")
    }
    daemons[name ?? program] = process
  }

  private func end(_ name: String) {
    guard let process = daemons.removeValue(forKey: name) else { return }
    Glibc.kill(process, SIGKILL)
    for _ in 0..<200 where Glibc.kill(process, 0) == 0 { usleep(10_000) }
  }

  private func wait(_ what: String, until isThere: () throws -> Bool) throws {
    for _ in 0..<150 {
      if try isThere() { return }
      usleep(200_000)
    }
    let logs = try Files.list(path).filter { $0.hasSuffix(".out") }.map { name in
      let lines = ((try? Files.text("\(path)/\(name)")) ?? "").split(separator: "\n")
      return "\(name): \(lines.last ?? "nothing")"
    }
    throw Failure(description: "\(what) did not come: \(logs.sorted().joined(separator: "; "))")
  }

  private static func freePort() throws -> UInt16 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(socket, pointer, size) == 0 ? getsockname(socket, pointer, &size) : -1
      }
    }
    guard code == 0 else { throw Failure(description: "there is no free port") }
    return UInt16(bigEndian: address.sin_port)
  }
}

extension Trait where Self == ConditionTrait {
  /// For tests that grade on a cluster.
  static var needsCluster: Self {
    .enabled("Slurm can be started on this machine: \(Cluster.obstacle ?? "yes")") { Cluster.obstacle == nil }
  }
}
