/// Submissions or a roster cannot be read at all: which, why, and what to do.
package struct SubmissionsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong and what to do.
  package let description: String

  init(_ description: String) { self.description = description }
}
