package import Mutation

/// What an exercise's checks made of the mutants of its solution.
package struct MutationReport: Hashable, Sendable {
  /// A mutant that passed all checks.
  package struct Survivor: Hashable, Sendable {
    /// The mutant.
    package let mutant: Mutant
    /// The text of its line in the solution, without white space at its ends.
    package let lineText: String
    /// Why it computes the same as the solution; nil where nobody has said so.
    package let explanation: SurvivorExplanation?

    /// The change in one line.
    package var change: String {
      "\(SurvivorExplanation.words(mutant.original)) -> \(SurvivorExplanation.words(mutant.replacement))"
    }
  }

  /// The exercise.
  package let exercise: String
  /// How many mutants were made.
  package let made: Int
  /// How many of them compile.
  package let compiled: Int
  /// How many of those some check did not let pass, by the name of the first such check, or the reason why none could run.
  package let killers: [String: Int]
  /// The mutants that passed, in the order of their places.
  package let survivors: [Survivor]
  /// Explanations of mutants that are not made any more, or are noticed now.
  package let staleExplanations: [SurvivorExplanation]

  /// How many mutants the checks noticed.
  package var killed: Int { killers.values.reduce(0, +) }
  /// The survivors that nobody has explained.
  package var unexplained: [Survivor] { survivors.filter { $0.explanation == nil } }
  /// The part that the checks noticed of the mutants that compile, those that compute the same counted as not noticed; from 0 to 1.
  package var killRate: Double { compiled == 0 ? 1 : Double(killed) / Double(compiled) }
}
