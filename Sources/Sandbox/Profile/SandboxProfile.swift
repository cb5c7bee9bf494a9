/// What a program finds around it: files, folders, environment and system calls; nothing else is there.
package struct SandboxProfile: Sendable, Hashable {
  /// One thing in the program's file system.
  package enum Mount: Sendable, Hashable {
    /// A file or folder of the machine that can be read.
    case readOnly(source: String, destination: String)

    /// A file or folder of the machine that can also be written.
    case readWrite(source: String, destination: String)

    /// A symbolic link.
    case symbolicLink(target: String, path: String)

    /// An empty folder in memory that holds at most so many bytes.
    case temporary(path: String, bytes: Int)

    /// The processes of the sandbox; without it a Swift program does not learn its own arguments.
    case processes
  }

  /// The file system, in the order in which it is built: a later mount may lie inside an earlier one.
  package var mounts: [Mount]

  /// The folder in which the program starts.
  package var workingDirectory: String

  /// The whole environment, but for `PWD`, which bubblewrap adds.
  package var environment: [String: String]

  /// The system calls that are allowed.
  package var filter: SystemCallFilter

  /// Makes a profile.
  package init(
    mounts: [Mount],
    workingDirectory: String = "/",
    environment: [String: String] = [:],
    filter: SystemCallFilter = .program
  ) {
    self.mounts = mounts
    self.workingDirectory = workingDirectory
    self.environment = environment
    self.filter = filter
  }

  /// The system's shared libraries and `/proc`: what every dynamically linked program needs.
  package static let systemLibraries: [Mount] = {
    var mounts: [Mount] = [
      .readOnly(source: "/usr/lib", destination: "/usr/lib"),
      .symbolicLink(target: "usr/lib", path: "/lib"),
    ]
    // Where the loader of x86_64 stands; other processors have no such folder.
    if FileSystem.exists("/usr/lib64") {
      mounts.append(.readOnly(source: "/usr/lib64", destination: "/usr/lib64"))
      mounts.append(.symbolicLink(target: "usr/lib64", path: "/lib64"))
    }
    mounts.append(.processes)
    return mounts
  }()

  /// Where a path of the program lies on the machine: needed where there is no sandbox to translate it.
  package func hostPath(_ path: String) -> String {
    var best: (length: Int, host: String)?
    for mount in mounts {
      switch mount {
      case .readOnly(let source, let destination), .readWrite(let source, let destination):
        guard path == destination || path.hasPrefix(destination == "/" ? "/" : destination + "/") else { continue }
        if destination.utf8.count >= best?.length ?? 0 {
          best = (destination.utf8.count, source + String(path.dropFirst(destination == "/" ? 0 : destination.count)))
        }
      case .symbolicLink, .temporary, .processes: continue
      }
    }
    return best?.host ?? path
  }

  /// The environment with the folders of the profile where the machine has them.
  var hostEnvironment: [String: String] {
    environment.mapValues { value in
      value.hasPrefix("/") && !value.contains(":") ? hostPath(value) : value
    }
  }

  /// The arguments with which bubblewrap builds this profile, given the numbers of three descriptors.
  ///
  /// What happens without each of the flags:
  /// - `--disable-userns`: the program makes a user namespace of its own, with all capabilities in it.
  /// - `--die-with-parent`, `--as-pid-1`: orphans live on, and the host's environment can be read from process 1.
  /// - `--new-session`: a signal to process group 0 leaves the sandbox.
  /// - `--cap-drop ALL`: when started by root, all capabilities inside.
  /// - `--remount-ro /`: the root folder is memory that can be filled.
  func bubblewrapArguments(filter filterNumber: Int, status: Int, gate: Int) -> [String] {
    var arguments = [
      "--unshare-user", "--disable-userns", "--unshare-all", "--die-with-parent", "--new-session", "--as-pid-1",
      "--clearenv", "--cap-drop", "ALL", "--uid", "65534", "--gid", "65534", "--hostname", "sandbox",
    ]
    for mount in mounts {
      switch mount {
      case .readOnly(let source, let destination): arguments += ["--ro-bind", source, destination]
      case .readWrite(let source, let destination): arguments += ["--bind", source, destination]
      case .symbolicLink(let target, let path): arguments += ["--symlink", target, path]
      case .temporary(let path, let bytes): arguments += ["--size", String(bytes), "--tmpfs", path]
      case .processes: arguments += ["--proc", "/proc"]
      }
    }
    for (name, value) in environment.sorted(by: { $0.key < $1.key }) { arguments += ["--setenv", name, value] }
    arguments += ["--chdir", workingDirectory, "--remount-ro", "/"]
    arguments += ["--seccomp", "\(filterNumber)", "--json-status-fd", "\(status)", "--block-fd", "\(gate)"]
    return arguments
  }
}
