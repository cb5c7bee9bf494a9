/// One promise of the sandbox, tried from inside.
package struct SelfTestFinding: Sendable, Hashable {
  /// What is promised.
  package var promise: String

  /// Whether it holds.
  package var holds: Bool
}

extension SandboxProbe {
  /// Runs a hostile program in the sandbox, and says for each promise whether it holds.
  ///
  /// - Parameters:
  ///   - program: the program, compiled from Sources/CProbe.
  ///   - secrets: files that it must not be able to read.
  package static func selfTest(
    in slot: SandboxSlot, program: String, secrets: [String] = []
  ) throws(SandboxError) -> [SelfTestFinding] {
    let profile = SandboxProfile(
      mounts: SandboxProfile.systemLibraries + [.readOnly(source: program, destination: "/w")]
    )
    let outcome = try slot.run(profile, ["/w"] + secrets, limits: Limits(wallSeconds: 10))
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
    // A program that did not come to its end has shown nothing.
    let isWhole = outcome.termination == .exited(0)
    return promises.map { key, promise in
      SelfTestFinding(promise: promise, holds: isWhole && lines.contains("ok \(key)"))
    }
  }

  private static let promises: [(key: String, promise: String)] = [
    ("files", "The machine's files cannot be read."),
    ("writing", "Nothing can be written."),
    ("environment", "The environment is empty."),
    ("descriptors", "No descriptors are inherited."),
    ("user", "The user is not root."),
    ("privileges", "There are no capabilities, and none can be gained."),
    ("filter", "System calls are filtered."),
    ("others", "Other processes cannot be reached."),
    ("network", "There is no network."),
    ("processes", "No new processes can be made."),
    ("limits", "Limits stand and cannot be raised."),
  ]
}
