/// How strongly a program is confined; every result records it.
package enum Tier: String, Sendable, Hashable, CaseIterable {
  /// Namespaces, a system-call filter and resource limits, through bubblewrap.
  case bubblewrap

  /// Landlock, a stricter system-call filter and resource limits: for machines that allow no namespaces.
  ///
  /// The program is among the machine's other processes, which it cannot reach, and can tell that a file exists that it cannot read.
  case landlock

  /// Resource limits and a clean environment only: the program sees all that its user sees.
  ///
  /// For code that the user has declared trustworthy with `--trust-this-code`.
  case none

  /// Whether programs find files where the machine has them, not where their profile puts them.
  package var seesHostPaths: Bool { self != .bubblewrap }
}
