/// Vectors or a text that cannot be used: where, what is wrong, and what to do.
package struct EmbeddingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where in a file something is wrong.
  package enum Place: Hashable, Sendable {
    /// In a line, counted from 1.
    case line(Int)
    /// At a byte, counted from 0.
    case byte(Int)
  }

  /// The file; empty where the trouble is with no file.
  package var path = ""
  /// The place in it; nil where it is the whole file.
  package var place: Place?
  /// What is wrong.
  package let problem: String
  /// What to do.
  package let advice: String

  /// Makes an error.
  package init(_ path: String = "", _ place: Place? = nil, problem: String, advice: String) {
    self.path = path
    self.place = place
    self.problem = problem
    self.advice = advice
  }

  /// The file and line, what is wrong there, and what to do.
  package var description: String {
    let start =
      switch place {
      case .line(let line): "\(path):\(line): "
      case .byte(let byte): "\(path), at byte \(byte): "
      case nil: path.isEmpty ? "" : "\(path): "
      }
    return "\(start)\(problem). \(advice)"
  }
}
