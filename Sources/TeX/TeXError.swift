/// Why no formula could be judged.
package enum TeXError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The interpreter got no memory.
  case outOfMemory
  /// KaTeX's script does not run; the words are the interpreter's.
  case unusable(String)

  /// A sentence that says what to do.
  package var description: String {
    switch self {
    case .outOfMemory: "there is not enough memory to load KaTeX. Close other programs and try again."
    case .unusable(let words):
      "KaTeX's script does not run: \(words). Install it anew: `apt-get install --reinstall libjs-katex`."
    }
  }
}
