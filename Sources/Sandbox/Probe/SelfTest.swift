/// One promise of the sandbox, tried from inside.
package struct SelfTestFinding: Sendable, Hashable {
  /// What is promised.
  package var promise: String

  /// Whether it holds.
  package var holds: Bool
}

extension SandboxProbe {
  /// Runs a script in the sandbox that tries to get at what it must not, and says for each promise whether it holds.
  package static func selfTest(slot number: Int = 0) throws(SandboxError) -> [SelfTestFinding] {
    let profile = SandboxProfile(
      mounts: SandboxProfile.systemLibraries + [.readOnly(source: "/usr/bin/dash", destination: "/w")]
    )
    let slot = SandboxSlot(tier: .bubblewrap, number: number)
    let outcome = try slot.run(profile, ["/w", "-c", script], limits: Limits(wallSeconds: 10))
    let lines = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").map(String.init)
    var findings = promises.map { SelfTestFinding(promise: $0.promise, holds: lines.contains("ok \($0.key)")) }
    // The script's last act is a fork, which its shell does not survive if that is denied.
    let forkIsDenied = lines.last == "about to fork" && outcome.termination != .exited(0)
    findings.append(SelfTestFinding(promise: "No new processes can be made.", holds: forkIsDenied))
    return findings
  }

  private static let promises: [(key: String, promise: String)] = [
    ("files", "The machine's files are not there."),
    ("root", "The root folder cannot be written."),
    ("libraries", "The shared libraries cannot be written."),
    ("environment", "The environment is empty."),
    ("descriptors", "No descriptors are inherited."),
    ("user", "There is one user without privileges."),
    ("capabilities", "There are no capabilities, and none can be gained."),
    ("filter", "System calls are filtered."),
    ("processes", "There are no other processes."),
    ("network", "There is no network."),
  ]

  /// Uses what the shell itself can do, since there are no other programs in the sandbox, and no new processes.
  private static let script = #"""
    say() { [ "$2" = "$3" ] && echo "ok $1" || echo "not ok $1: $2"; }
    found=; for f in /etc /etc/passwd /root /home /tmp /usr/bin /dev /sys /var; do [ -e $f ] && found="$found $f"; done
    say files "$found" ""
    true > /probe && say root written "" || say root "" ""
    true > /usr/lib/probe && say libraries written "" || say libraries "" ""
    read -r environment < /proc/1/environ
    say environment "$environment" PWD=/
    found=; for f in /proc/1/fd/*; do [ -e $f ] && found="$found ${f##*/}"; done
    say descriptors "$found" " 0 1 2"
    read -r inside outside count < /proc/self/uid_map
    say user "$inside $count" "65534 1"
    while read -r key value rest; do
      case $key in
      CapEff: | CapPrm: | CapBnd:) capabilities=$capabilities$value ;;
      NoNewPrivs:) privileges=$value ;;
      Seccomp:) filter=$value ;;
      esac
    done < /proc/1/status
    zeros=0000000000000000
    say capabilities "$capabilities $privileges" "$zeros$zeros$zeros 1"
    say filter "$filter" 2
    set -- /proc/[0-9]*
    say processes "$$ $*" "1 /proc/1"
    found=; while read -r name rest; do
      case $name in *:) found="$found $name" ;; esac
    done < /proc/net/dev
    say network "$found" " lo:"
    echo about to fork
    (:)
    """#
}
