import Course
import Foundation

/// The course's corpus as the lessons speak of it.
enum Village {
  /// The sentences as lists of lowercase words.
  static let sentences: [[String]] = {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
    let text = try? String(contentsOf: root.appending(path: "lessons/corpus/village.txt"), encoding: .utf8)
    return (text ?? "").lowercased().split { ".\n".contains($0) }
      .map { $0.split { !$0.isLetter }.map(String.init) }.filter { !$0.isEmpty }
  }()
}
