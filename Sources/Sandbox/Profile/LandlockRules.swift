internal import CSandbox
internal import Glibc

/// A Landlock ruleset for a profile, as a descriptor for the child that is to be confined by it.
struct LandlockRules: ~Copyable {
  let descriptor: Descriptor

  /// Makes the ruleset: the files and folders of the profile, where the machine has them.
  init(_ profile: SandboxProfile) throws(SandboxError) {
    var paths: [(path: String, isWritable: Bool)] = []
    for mount in profile.mounts {
      switch mount {
      case .readOnly(let source, _): paths.append((source, false))
      case .readWrite(let source, _): paths.append((source, true))
      // A program's own part of /proc is always there; links and memory file systems cannot be made without namespaces.
      case .symbolicLink, .temporary, .processes: break
      }
    }
    if let missing = paths.first(where: { !FileSystem.exists($0.path) }) {
      throw .notStarted("there is no \(missing.path)")
    }
    let names = unsafe paths.map { unsafe strdup($0.path) }
    defer { unsafe names.forEach { unsafe free($0) } }
    let rules = unsafe zip(names, paths).map { name, path in
      unsafe csandbox_path(path: UnsafePointer(name), is_writable: path.isWritable ? 1 : 0)
    }
    var number: Int32 = -1
    let error = unsafe csandbox_ruleset(rules, rules.count, &number)
    guard error == 0 else {
      if let obstacle = Obstacle(landlockError: error) { throw .unavailable(obstacle) }
      throw .refused(action: "making Landlock rules", code: error)
    }
    descriptor = Descriptor(owning: number)
  }
}
