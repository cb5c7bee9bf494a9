/// Which tier of the sandbox this machine offers.
package enum SandboxProbe {
  /// What was found.
  package enum Finding: Sendable, Hashable {
    /// This tier is to be had.
    case available(Tier)

    /// None is, but for ``Tier/none``; the obstacle tells why and what to do.
    case unavailable(Obstacle)
  }

  /// Starts a trivial program in the sandbox, to see whether that works.
  package static func probe(slot number: Int = 0) -> Finding {
    let slot = SandboxSlot(tier: .bubblewrap, number: number)
    let program = "/usr/bin/true"
    let profile = SandboxProfile(
      mounts: SandboxProfile.systemLibraries + [.readOnly(source: program, destination: "/w")]
    )
    do {
      let outcome = try slot.run(profile, ["/w"], limits: Limits(wallSeconds: 10))
      if outcome.termination == .exited(0) { return .available(.bubblewrap) }
      return .unavailable(.other("\(program) ended with \(outcome.termination)"))
    } catch {
      if case .unavailable(let obstacle) = error { return .unavailable(obstacle) }
      return .unavailable(.other(error.description))
    }
  }
}
