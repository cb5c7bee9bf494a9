/// Finds what somebody meant who mistyped a name.
package enum Spelling {
  /// The Damerau-Levenshtein distance of two texts.
  ///
  /// It counts insertions, deletions, substitutions and swaps of neighbours, no place being edited twice.
  package static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isEqual = left[row] == right[column]
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (isEqual ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  /// The name that comes nearest to a mistyped one, or nil where none comes near.
  ///
  /// Near is a distance of a third of the letters, or else a name that begins with what was typed.
  package static func nearest(to text: String, among names: some Sequence<String>) -> String? {
    let reach = max(1, text.unicodeScalars.count / 3)
    var best: (distance: Int, name: String)?
    var longer: String?
    for name in names.sorted() where !text.isEmpty {
      if longer == nil && name.hasPrefix(text) { longer = name }
      // Texts whose lengths differ by more are further apart than that.
      guard abs(name.unicodeScalars.count - text.unicodeScalars.count) <= reach else { continue }
      let distance = distance(text, name)
      if distance <= reach && distance < best?.distance ?? .max { best = (distance, name) }
    }
    return best?.name ?? longer
  }

  /// The question to ask somebody who mistyped a name, or nil where none comes near.
  ///
  /// Where what was typed only begins several names, it lists them, five at most. `shown` writes a name as it is to be
  /// typed.
  package static func suggestion(
    for text: String, among names: some Sequence<String>, shown: (String) -> String = { $0 }
  ) -> String? {
    guard let nearest = nearest(to: text, among: names) else { return nil }
    let begun = nearest.hasPrefix(text) ? names.filter { $0.hasPrefix(text) }.sorted().prefix(5) : [nearest]
    let quoted = (begun.contains(nearest) ? Array(begun) : [nearest]).map { "'\(shown($0))'" }
    let choice = [quoted.dropLast().joined(separator: ", "), quoted.suffix(1).joined()].filter { !$0.isEmpty }
    return "Did you mean \(choice.joined(separator: " or "))?"
  }
}
