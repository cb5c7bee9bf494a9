import Foundation
import Testing

/// Holds a text against the one recorded under Tests/Fixtures/snapshots.
///
/// A missing file is recorded, and the test fails, so that somebody reads what was recorded; delete a file to record it anew.
func expectSnapshot(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
  let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let file = tests.appending(path: "Fixtures/snapshots/\(name).txt")
  guard let recorded = try? String(contentsOf: file, encoding: .utf8) else {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(file.path): read it and run again", sourceLocation: sourceLocation)
    return
  }
  #expect(text == recorded, "differs from \(file.path); delete it to record anew", sourceLocation: sourceLocation)
}
