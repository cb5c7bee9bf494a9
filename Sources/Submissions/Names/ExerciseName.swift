internal import Course

/// Which exercise a file's name means.
struct ExerciseNames {
  private let byName: [String: ExerciseID]

  init(_ exercises: [ExerciseID]) {
    byName = Dictionary(exercises.map { ($0.rawValue, $0) }) { first, _ in first }
  }

  /// The exercise, and how often the name says that the file was handed in anew: `bptt-2.swift`, `bptt (2).swift`.
  func exercise(of file: String) -> (id: ExerciseID, repetition: Int)? {
    guard let stem = Self.stem(of: file) else { return nil }
    if let id = byName[stem] { return (id, 0) }
    // Systems and browsers put a number behind a name that they have already.
    let digits = stem.reversed().prefix { $0.isASCII && $0.isNumber || $0 == ")" }.count
    let head = stem.dropLast(digits)
    let number = stem.suffix(digits).filter(\.isNumber)
    for mark in [" (", "(", "-", "_", " "] where head.hasSuffix(mark) {
      guard mark.hasSuffix("(") == stem.hasSuffix(")"), let repetition = Int(number),
        let id = byName[String(head.dropLast(mark.count))]
      else { continue }
      return (id, repetition)
    }
    return nil
  }

  /// The exercise whose name is close to a file's, or that the file's name begins with, as in `bptt_final.swift`.
  func nearest(to file: String) -> String? {
    guard let stem = Self.stem(of: file) else { return nil }
    if let near = Spelling.nearest(to: stem, among: byName.keys.sorted()) { return near }
    return byName.keys.filter { name in
      stem.hasPrefix(name) && stem.dropFirst(name.count).first?.isLetter == false
    }.max { ($0.count, $0) < ($1.count, $1) }
  }

  static func isSource(_ file: String) -> Bool { stem(of: file) != nil }

  private static func stem(of file: String) -> String? {
    let name = file.lowercased()
    guard name.hasSuffix(".swift"), name.count > 6 else { return nil }
    // The manifest of a package is nobody's answer.
    guard name != "package.swift" else { return nil }
    return String(name.dropLast(6))
  }
}
