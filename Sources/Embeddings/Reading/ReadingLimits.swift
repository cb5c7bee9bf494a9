/// How much of a file is taken into memory at most.
package struct ReadingLimits: Hashable, Sendable {
  /// The words of a table.
  package var words = 5_000_000
  /// The entries of a vector.
  package var dimensions = 4_096
  /// The numbers of a table, all vectors together; four bytes each.
  package var numbers = 2_000_000_000
  /// The bytes of a word.
  package var wordBytes = 1_024
  /// The bytes of a line.
  package var lineBytes = 1 << 17
  /// The words of a text, four bytes each.
  package var tokens = 500_000_000
  /// The different words of a text.
  package var differentWords = 10_000_000
  /// The relations of a file of questions.
  package var relations = 10_000
  /// The questions of a file.
  package var questions = 1_000_000

  /// Makes the usual limits.
  package init() {}
}
