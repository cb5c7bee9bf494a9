internal import Sandbox

extension SandboxSlot {
  /// Where our own compilations run: no sandbox, no change of user.
  static let trusted = SandboxSlot(tier: .none, keepsUser: true)

  /// The slot for work of our own that should look like a submission's: in a sandbox if one can be had.
  static func preferred() -> SandboxSlot {
    if case .available(let tier) = SandboxProbe.probe() { return SandboxSlot(tier: tier) }
    return SandboxSlot(tier: .none)
  }
}

/// Which sandbox can be had on this machine, and why not a better one.
package struct SandboxReport: Sendable {
  /// Whether submissions can be graded without `--trust-this-code`.
  package let isSafe: Bool
  /// The tier and the reason in words.
  package let text: String

  /// Tries the sandbox, from inside as well.
  package static func make() -> SandboxReport {
    switch SandboxProbe.probe() {
    case .unavailable(let obstacle):
      return SandboxReport(
        isSafe: false,
        text:
          "no sandbox: \(obstacle.reason). \(obstacle.remedy) Until then `gradus check` refuses, unless told --trust-this-code."
      )
    case .available(let tier):
      do {
        let broken = try SandboxProbe.selfTest().filter { !$0.holds }
        guard broken.isEmpty else {
          let list = broken.map(\.promise).joined(separator: " ")
          return SandboxReport(isSafe: false, text: "\(tier.rawValue) starts but does not hold: \(list)")
        }
        return SandboxReport(isSafe: true, text: "\(tier.rawValue): tried from inside, all promises hold")
      } catch {
        return SandboxReport(isSafe: false, text: "\(tier.rawValue) cannot be tried: \(error)")
      }
    }
  }
}
