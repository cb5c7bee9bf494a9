/// A question of the form `a` is to `b` as `c` is to what.
package struct AnalogyQuestion: Hashable, Sendable {
  /// The three words given.
  package let a, b, c: String
  /// The answer.
  package let d: String

  /// Makes a question.
  package init(a: String, b: String, c: String, d: String) {
    self.a = a
    self.b = b
    self.c = c
    self.d = d
  }
}

/// Questions on one relation.
package struct AnalogySection: Hashable, Sendable {
  /// The relation, such as `capital-common-countries`.
  package let name: String
  /// The questions.
  package var questions: [AnalogyQuestion]

  /// Makes a section.
  package init(name: String, questions: [AnalogyQuestion]) {
    self.name = name
    self.questions = questions
  }

  /// The section in the format of `questions-words.txt`.
  package var text: String {
    ": \(name)\n" + questions.map { "\($0.a) \($0.b) \($0.c) \($0.d)\n" }.joined()
  }
}

/// How many questions of a section were answered.
package struct AnalogyScore: Hashable, Sendable {
  /// The relation.
  package let name: String
  /// The questions whose answer came first.
  package let solved: Int
  /// The questions whose four words are all known.
  package let asked: Int
  /// The questions with a word that is not known, which are left out.
  package let skipped: Int

  /// Makes a score.
  package init(name: String, solved: Int, asked: Int, skipped: Int) {
    self.name = name
    self.solved = solved
    self.asked = asked
    self.skipped = skipped
  }

  /// The share of the questions asked that were solved; nil where none could be asked.
  package var share: Double? { asked == 0 ? nil : Double(solved) / Double(asked) }
}
