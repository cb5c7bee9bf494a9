internal import Glibc

/// Why the sandbox is not to be had, and what can be done about it.
package enum Obstacle: Sendable, Hashable {
  /// There is no `bwrap` program.
  case missing

  /// bubblewrap lacks an option that is needed; holds its message.
  case tooOld(String)

  /// The system forbids making namespaces.
  case namespacesForbidden

  /// The system's limit on namespaces is reached or set to 0.
  case namespaceLimit

  /// Namespaces can be made but not filled with users, as under Ubuntu's AppArmor rules.
  case userMapDenied

  /// Namespaces can be made but have no rights over their network, as under Ubuntu's AppArmor rules.
  case loopbackDenied

  /// Something else; holds bubblewrap's message.
  case other(String)

  /// The kernel has no Landlock: it is older than 5.13, or was built without it.
  case landlockMissing

  /// The kernel has Landlock but was started without it.
  case landlockDisabled

  /// The sandbox starts, but a hostile program got at something in it; holds the promises that it broke.
  case broken(String)

  /// Recognises what bubblewrap says when the machine is in its way; nil if the message is about something else.
  init?(message: String) {
    if message.contains("No permissions to creat") {
      self = .namespacesForbidden
    } else if message.contains("nesting depth or") || message.contains("_namespaces exceeded") {
      self = .namespaceLimit
    } else if message.contains("setting up uid map") {
      self = .userMapDenied
    } else if message.contains("loopback: Failed") {
      self = .loopbackDenied
    } else if message.contains("Unknown option") {
      self = .tooOld(message)
    } else if Self.otherPhrases.contains(where: message.contains) {
      self = .other(message)
    } else {
      return nil
    }
  }

  /// Recognises what the kernel answers where Landlock cannot be had.
  init?(landlockError code: Int32) {
    switch code {
    case ENOSYS: self = .landlockMissing
    case EOPNOTSUPP: self = .landlockDisabled
    default: return nil
    }
  }

  private static let otherPhrases = ["Creating new namespace failed", "Can't mount proc", "Unexpected capabilities"]

  /// What stands in the way.
  package var reason: String {
    switch self {
    case .missing: "bubblewrap is not installed"
    case .tooOld(let message): "bubblewrap is older than 0.8.0 (\(message))"
    case .namespacesForbidden: "this system forbids programs to make namespaces"
    case .namespaceLimit: "this system's limit on namespaces is 0 or reached"
    case .userMapDenied: "this system lets namespaces be made, but not users in them"
    case .loopbackDenied: "this system lets namespaces be made, but gives them no rights over their network"
    case .other(let message): "bubblewrap says: \(message)"
    case .landlockMissing: "this kernel has no Landlock"
    case .landlockDisabled: "Landlock is switched off on this machine"
    case .broken(let promises): "it starts, but a hostile program shows that this does not hold: \(promises)"
    }
  }

  /// What to do.
  package var remedy: String {
    let appArmor = """
      On Ubuntu 24.04 and later AppArmor does this: give /usr/bin/bwrap a profile with the permission `userns`, or \
      set kernel.apparmor_restrict_unprivileged_userns to 0 with sysctl.
      """
    let container = """
      In a container, start it with the rights to make user namespaces (Docker: a seccomp profile that allows unshare \
      and clone, and --security-opt systempaths=unconfined).
      """
    switch self {
    case .missing: return "Install it: apt install bubblewrap, dnf install bubblewrap or pacman -S bubblewrap."
    case .tooOld: return "Install version 0.8.0 or newer, as in Debian 12 and Ubuntu 24.04."
    case .namespacesForbidden: return "Set kernel.unprivileged_userns_clone to 1 with sysctl. \(container)"
    case .namespaceLimit: return "Set user.max_user_namespaces to 10000 with sysctl, and run fewer jobs."
    case .userMapDenied, .loopbackDenied: return appArmor
    case .other: return container
    case .landlockMissing: return "Linux 5.13 or newer has it, as in Debian 12 and Ubuntu 22.04."
    case .landlockDisabled: return "Add landlock to the kernel's parameter lsm=, and start the machine anew."
    case .broken:
      return "Is another program in its place, or the kernel changed? Please report this with `gradus doctor`."
    }
  }
}
