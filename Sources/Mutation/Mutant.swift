/// A small change of a source file that checks should notice.
package struct Mutant: Hashable, Sendable {
  /// The families of changes.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An arithmetic operator exchanged for another, or a minus sign dropped.
    case arithmetic
    /// A comparison exchanged for another, or a condition turned round or decided beforehand.
    case comparison
    /// One operand of an operator left out.
    case term
    /// A subscript that reaches one further or one less far.
    case index
    /// A matrix transposed that was not, or no longer.
    case transpose
    /// A number exchanged for another, or the sign of a value turned round.
    case constant
    /// A statement that is gone.
    case statement
    /// A loop that runs over more, less, or the other way.
    case bound
    /// A sum that keeps only the last term.
    case accumulation
    /// A function exchanged for a related one, or left out.
    case function
    /// Two arguments of the same type, each in the other's place.
    case arguments
    /// A field exchanged for another of the same type.
    case field
    /// A variable exchanged for another of the same type.
    case variable
    /// A result exchanged for one of zeros.
    case result
  }

  /// The family that the change belongs to.
  package let kind: Kind
  /// The function that was changed; nil for a constant of the file.
  package let function: String?
  /// The line of the change, counted from 1.
  package let line: Int
  /// The column of the change in bytes, counted from 1.
  package let column: Int
  /// The text that was changed.
  package let original: String
  /// The text that stands in its place.
  package let replacement: String
  /// The changed file.
  package let source: String
}
