internal import CSandbox
internal import Glibc

/// A place in which one program at a time runs.
///
/// Started by root, programs run as an unprivileged user, and every slot has its own, so that they cannot use up each
/// other's processes; otherwise they run as the present user.
package struct SandboxSlot: Sendable {
  /// How strongly programs are confined here.
  package let tier: Tier

  /// The slot's number, from 0.
  package let number: Int

  /// Whether programs run as the present user even if that is root: for programs of our own.
  package let keepsUser: Bool

  /// What keeps other processes out of the slot while there is a copy of it.
  private let claim: SlotClaim?

  /// Makes a slot; programs that run at the same time need different numbers.
  package init(tier: Tier, number: Int = 0, keepsUser: Bool = false) {
    self.tier = tier
    self.number = number
    self.keepsUser = keepsUser
    claim = nil
  }

  /// The slot of a claim.
  package init(tier: Tier, _ claim: SlotClaim) {
    self.tier = tier
    self.number = claim.number
    self.claim = claim
    keepsUser = false
  }

  /// The same place with another tier.
  package func with(_ tier: Tier) -> SandboxSlot {
    guard let claim else { return SandboxSlot(tier: tier, number: number, keepsUser: keepsUser) }
    return SandboxSlot(tier: tier, claim)
  }

  /// The user and group as which programs run here, or nil if that is the present one.
  ///
  /// What a program reads must be readable to them, and what it writes must belong to them.
  package var user: UInt32? {
    getuid() == 0 && !keepsUser ? SlotClaim.user(number) : nil
  }

  /// Starts a program.
  ///
  /// The program's standard input is empty. With `channels`, it has a pipe to read from at descriptor 3 and one to write
  /// to at descriptor 4. It dies when the calling thread ends, so one thread starts it and sees it through.
  package func start(
    _ profile: SandboxProfile,
    _ command: [String],
    limits: Limits,
    channels: Bool = false
  ) throws(SandboxError) -> SandboxedProcess {
    csandbox_ignore_broken_pipes()
    var ends = ChildDescriptors()
    try ends.addEmptyInput()
    let output = try ends.addOutput()
    let errorOutput = try ends.addOutput()
    var toProgram: Descriptor?
    var fromProgram: Descriptor?
    if channels {
      toProgram = try ends.addInput()
      fromProgram = try ends.addOutput()
    }
    let streams = ProgramStreams(
      output: CapturedStream(output, capacity: limits.outputBytes),
      errorOutput: CapturedStream(errorOutput, capacity: limits.outputBytes),
      toProgram: toProgram,
      fromProgram: fromProgram
    )
    switch tier {
    case .bubblewrap: return try startConfined(profile, command, limits, &ends, streams)
    case .landlock:
      let rules = try LandlockRules(profile)
      let confinement = (ruleset: rules.descriptor.number, filter: profile.filter)
      return try startBare(profile, command, limits, &ends, streams, confinement)
    case .none: return try startBare(profile, command, limits, &ends, streams, nil)
    }
  }

  /// Runs a program to its end or to a limit.
  package func run(
    _ profile: SandboxProfile,
    _ command: [String],
    limits: Limits
  ) throws(SandboxError) -> Outcome {
    let process = try start(profile, command, limits: limits)
    let termination = try process.wait()
    return Outcome(
      termination: termination,
      output: process.output,
      errorOutput: process.errorOutput,
      outputWasCut: process.outputWasCut,
      struckLimit: process.struckLimit,
      cpuTime: process.totalCPUTime,
      wallTime: process.wallTime
    )
  }

  private func startConfined(
    _ profile: SandboxProfile,
    _ command: [String],
    _ limits: Limits,
    _ ends: inout ChildDescriptors,
    _ streams: consuming ProgramStreams
  ) throws(SandboxError) -> SandboxedProcess {
    guard let bubblewrap = FileSystem.findProgram("bwrap") else { throw .unavailable(.missing) }
    // Where the program has no channels, bubblewrap's own descriptors still get numbers above them.
    while ends.numbers.count < 5 { ends.skip() }
    try ends.addInput(holding: profile.filter.bytes)
    let status = try ends.addOutput()
    let gate = try ends.addInput()
    let others = user == nil ? Self.processesBeside() : 0
    let request = SpawnRequest(
      path: bubblewrap,
      arguments: ["bwrap"] + profile.bubblewrapArguments(filter: 5, status: 6, gate: 7) + ["--"] + command,
      descriptors: ends.numbers,
      limits: limits.resourceLimits(processesBeside: others),
      user: user
    )
    let launcher = try request.start()
    ends = ChildDescriptors()
    let process = SandboxedProcess(launcher, streams, limits, status: status)
    // Where the user's other processes had to be counted, too, the sandbox now gets the limit that was meant.
    try process.awaitProgram(gate: gate, processLimit: user == nil ? limits.processes : nil)
    return process
  }

  private func startBare(
    _ profile: SandboxProfile,
    _ command: [String],
    _ limits: Limits,
    _ ends: inout ChildDescriptors,
    _ streams: consuming ProgramStreams,
    _ confinement: (ruleset: Int32, filter: SystemCallFilter)?
  ) throws(SandboxError) -> SandboxedProcess {
    guard let first = command.first else { throw .notStarted("the command is empty") }
    let request = SpawnRequest(
      path: profile.hostPath(first),
      arguments: command,
      environment: profile.hostEnvironment,
      directory: profile.hostPath(profile.workingDirectory),
      descriptors: ends.numbers,
      limits: limits.resourceLimits(processesBeside: user == nil ? Self.processesBeside() : 0),
      user: user,
      confinement: confinement
    )
    let program = try request.start()
    ends = ChildDescriptors()
    return SandboxedProcess(program, streams, limits, status: nil)
  }

  /// The processes that the present user has already, with room for some that are started meanwhile.
  private static func processesBeside() -> UInt64 {
    csandbox_count_own_tasks() + 64
  }
}
