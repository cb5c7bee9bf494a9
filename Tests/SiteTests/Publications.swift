import Course
import Figures
import Files
import Foundation
import Site

/// Courses to be rendered, and where to.
enum Publications {
  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures").path

  /// The course of this checkout.
  static let course = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// A drawing with a width of its own, in place of a computed figure.
  static let figures = PageFigures(
    [
      "steps": {
        PageFigure(
          svg: { name in
            "<svg id=\"\(name)\" class=\"chart\" viewBox=\"0 0 10 10\"><path class=\"steps\" d=\"M0 10H5V5H10\"/></svg>"
          },
          caption: "Steps of $x_t$", alternative: "Two steps that go up")
      }
    ], rules: ".steps { fill: none; stroke: currentColor; }")

  static func renderer(_ root: String, cache: String? = nil) -> SiteRenderer {
    let figures = root == course ? PageFigures(courseFigures) : figures
    return SiteRenderer(CourseLayout(root: root), figures: figures, cacheFolder: cache) { _ in 10 }
  }

  /// The files of the course in the fixtures that can be published.
  static func sample(_ form: SiteRenderer.Form = .site) throws -> [String: [UInt8]] {
    try renderer("\(fixtures)/publication").files(form)
  }

  static func text(_ files: [String: [UInt8]], _ name: String) -> String {
    String(decoding: files[name] ?? [], as: UTF8.self)
  }
}

/// A folder for one test, removed at its end.
final class Scratch {
  let path: String

  init() throws { path = try Files.makeTemporaryFolder("gradus-site-tests") }

  deinit { Files.remove(path) }

  func write(_ text: String, _ name: String) throws {
    try Files.makeFolder(Files.folder(of: "\(path)/\(name)"))
    try Files.write(text, to: "\(path)/\(name)")
  }

  /// Copies the course in the fixtures that can be published.
  func copyCourse() throws {
    try FileManager.default.copyItem(atPath: "\(Publications.fixtures)/publication", toPath: "\(path)/course")
  }
}
