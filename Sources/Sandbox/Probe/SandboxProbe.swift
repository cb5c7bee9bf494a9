internal import Glibc

/// Which tier of the sandbox this machine offers.
package enum SandboxProbe {
  /// A tier that works, and those above it that do not.
  package struct Choice: Sendable {
    /// The tier.
    package let tier: Tier
    /// The better ones, each with what is in its way.
    package let passedOver: [(tier: Tier, obstacle: Obstacle)]
  }

  /// What was found.
  package enum Finding: Sendable {
    /// This tier is to be had.
    case available(Choice)

    /// None is, but for ``Tier/none``; the obstacles tell why and what to do.
    case unavailable([(tier: Tier, obstacle: Obstacle)])
  }

  /// The first of some tiers that works in a slot, tried from inside by a hostile program, or by a harmless one where there is none.
  package static func best(
    of tiers: [Tier] = [.bubblewrap, .landlock], in slot: SandboxSlot, hostile program: String?
  ) -> Finding {
    var passedOver: [(tier: Tier, obstacle: Obstacle)] = []
    for tier in tiers {
      guard let obstacle = obstacle(in: slot.with(tier), hostile: program) else {
        return .available(Choice(tier: tier, passedOver: passedOver))
      }
      passedOver.append((tier, obstacle))
    }
    return .unavailable(passedOver)
  }

  /// What keeps a slot from being used; nil if nothing does.
  package static func obstacle(in slot: SandboxSlot, hostile program: String? = nil) -> Obstacle? {
    do {
      guard let program else { return try startObstacle(slot) }
      let broken = try selfTest(in: slot, program: program, secrets: ownSecrets).filter { !$0.holds }
      return broken.isEmpty ? nil : .broken(broken.map(\.promise).joined(separator: " "))
    } catch {
      if case .unavailable(let obstacle) = error { return obstacle }
      return .other(error.description)
    }
  }

  private static func startObstacle(_ slot: SandboxSlot) throws(SandboxError) -> Obstacle? {
    let program = "/usr/bin/true"
    let profile = SandboxProfile(
      mounts: SandboxProfile.systemLibraries + [.readOnly(source: program, destination: "/w")]
    )
    let outcome = try slot.run(profile, ["/w"], limits: Limits(wallSeconds: 10))
    return outcome.termination == .exited(0) ? nil : .other("\(program) ended with \(outcome.termination)")
  }

  /// The program that is running now: it holds the references, and everybody may read it.
  private static var ownSecrets: [String] {
    guard let path = unsafe realpath("/proc/self/exe", nil) else { return [] }
    defer { unsafe free(path) }
    return [unsafe String(cString: path)]
  }
}
