internal import Files
internal import Glibc

/// Where the submissions of a run are compiled: a folder that the next run removes if this one was killed.
package final class RunFolder {
  private let path: String
  private let lock: FileLock

  private static let prefix = "gradus-class"

  /// Makes the folder below TMPDIR, and lets TMPDIR name it; removes those of runs that are gone.
  ///
  /// Called before there are other threads. Nil where it cannot be made: then TMPDIR stays as it is.
  package init?() {
    let base = Files.environment("TMPDIR") ?? "/tmp"
    for name in (try? Files.list(base)) ?? [] where name.hasPrefix("\(Self.prefix)-") {
      let folder = "\(base)/\(name)"
      // Without its lock file a folder was made just now.
      guard Files.kind(folder) == .folder, Files.kind("\(folder)/lock") == .file,
        let lock = try? FileLock("\(folder)/lock")
      else { continue }
      withExtendedLifetime(lock) { Files.remove(folder) }
    }
    guard let path = try? Files.makeTemporaryFolder(Self.prefix), let lock = try? FileLock("\(path)/lock"),
      (try? Files.setMode(path, 0o711)) != nil
    else { return nil }
    self.path = path
    self.lock = lock
    unsafe setenv("TMPDIR", path, 1)
  }

  deinit { Files.remove(path) }
}
