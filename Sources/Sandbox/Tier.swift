/// How strongly a program is confined; every result records it.
package enum Tier: String, Sendable, Hashable, CaseIterable {
  /// Namespaces, a system-call filter and resource limits, through bubblewrap.
  case bubblewrap

  /// Resource limits and a clean environment only: the program sees all that its user sees.
  ///
  /// For code that the user has declared trustworthy with `--trust-this-code`.
  case none
}
