/// A workspace cannot be made or used: why, and what to do.
package struct WorkspaceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  package let description: String

  init(_ description: String) { self.description = description }
}
