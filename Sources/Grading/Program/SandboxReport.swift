internal import Files
internal import Sandbox

/// What a user asked for in the way of a sandbox.
package struct SandboxWish: Hashable, Sendable {
  /// The one tier that may be used; the best that works if nil.
  package let tier: String?
  /// Whether code may run without a sandbox where none can be had.
  package let trustsCode: Bool

  /// The names of the tiers.
  package static let tiers = Tier.allCases.map(\.rawValue)

  /// Takes the wish of a command line; what it leaves open, the variable GRADUS_SANDBOX may say.
  package init(tier: String? = nil, trustsCode: Bool = false) {
    self.tier = tier ?? Files.environment("GRADUS_SANDBOX")
    self.trustsCode = trustsCode
  }
}

extension SandboxSlot {
  /// Where our own compilations run: no sandbox, no change of user.
  static let trusted = SandboxSlot(tier: .none, keepsUser: true)

  /// The slot for work of our own that should look like a submission's; nil where there is none of these tiers.
  static func preferred(_ claim: SlotClaim, among tiers: [Tier]) -> SandboxSlot? {
    let slot = SandboxSlot(tier: .none, claim)
    guard case .available(let choice) = SandboxProbe.best(of: tiers, in: slot, hostile: nil) else { return nil }
    return slot.with(choice.tier)
  }

  /// The slot in which submissions run, of the best tier that keeps its promises, or the one that was asked for.
  ///
  /// `note` is told whenever it is not the best.
  ///
  /// - Throws: ``GradingFault`` when there is none that may be used.
  static func chosen(
    _ wish: SandboxWish, _ claim: SlotClaim, hostile program: String, note: (String) -> Void
  ) throws(GradingFault) -> SandboxSlot {
    var tiers: [Tier] = [.bubblewrap, .landlock]
    if let name = wish.tier {
      guard let tier = Tier(rawValue: name) else {
        throw GradingFault(
          "there is no sandbox '\(name)': --sandbox and GRADUS_SANDBOX take \(SandboxWish.tiers.joined(separator: ", "))."
        )
      }
      guard tier != .none || wish.trustsCode else {
        throw GradingFault(
          "without a sandbox, code runs with all your rights. For code that you wrote yourself, add --trust-this-code.")
      }
      tiers = tier == .none ? [] : [tier]
    }
    let slot = SandboxSlot(tier: .none, claim)
    switch SandboxProbe.best(of: tiers, in: slot, hostile: program) {
    case .available(let choice):
      if let text = SandboxReport.weaker(choice) { note(text) }
      return slot.with(choice.tier)
    case .unavailable(let obstacles):
      let reasons = obstacles.map(SandboxReport.sentence).joined(separator: " ")
      guard wish.trustsCode else {
        throw GradingFault(
          "there is no sandbox to run code in. \(reasons) Code is not run without a sandbox; for code that you wrote yourself, add "
            + "--trust-this-code: it then runs with all your rights.")
      }
      note(
        "no sandbox. \(reasons.isEmpty ? "" : reasons + " ")The code runs with all your rights, as asked by --trust-this-code."
      )
      return SandboxSlot(tier: .none, number: claim.number, keepsUser: true)
    }
  }
}

/// Which sandbox can be had on this machine, and why not a better one.
package struct SandboxReport: Sendable {
  /// Whether submissions can be graded without `--trust-this-code`.
  package let isSafe: Bool
  /// The tier and the reason in words.
  package let text: String

  /// Tries the sandbox, from inside as well if the hostile program for it is there.
  package static func make(_ toolkit: Toolkit?) -> SandboxReport {
    do {
      let slot = SandboxSlot(tier: .none, try SlotClaim())
      switch SandboxProbe.best(in: slot, hostile: toolkit?.probe) {
      case .unavailable(let obstacles):
        let reasons = obstacles.map(sentence).joined(separator: " ")
        return SandboxReport(
          isSafe: false,
          text: "no sandbox. \(reasons) Until then `gradus check` refuses, unless told --trust-this-code.")
      case .available(let choice):
        let tried =
          toolkit == nil
          ? "it starts, and is tried from inside once the modules are prepared"
          : "tried from inside, all promises hold"
        let note = weaker(choice).map { " (\($0))" } ?? ""
        return SandboxReport(isSafe: true, text: "\(choice.tier.rawValue): \(tried)\(note)")
      }
    } catch {
      return SandboxReport(isSafe: false, text: "it cannot be tried: \(error)")
    }
  }

  /// What is in the way of a tier, and what to do.
  fileprivate static func sentence(_ tier: Tier, _ obstacle: Obstacle) -> String {
    "No \(tier.rawValue): \(obstacle.reason). \(obstacle.remedy)"
  }

  /// Why a tier is used that is not the best, and what that means; nil if it is the best.
  fileprivate static func weaker(_ choice: SandboxProbe.Choice) -> String? {
    guard !choice.passedOver.isEmpty else { return nil }
    let reasons = choice.passedOver.map(sentence).joined(separator: " ")
    return
      "\(reasons) Instead, Landlock confines the code: it cannot read, write or reach what it should not, but can tell "
      + "which files exist, and that other processes run. See Documentation/Security.md."
  }
}
