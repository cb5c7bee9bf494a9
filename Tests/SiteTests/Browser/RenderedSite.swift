import Files
import Foundation
import Site
import Testing

/// The course of this checkout and that in the fixtures, rendered once for all tests in the browser.
final class RenderedSite: @unchecked Sendable {
  // Tests that use it run one after another.
  nonisolated(unsafe) private static var shared: RenderedSite?

  let folder: String
  let browser: DevTools
  /// The pages, by their paths in `folder`.
  let pages: [String]

  /// The one of this test run.
  static func get() throws -> RenderedSite {
    if let shared = unsafe shared { return shared }
    let site = try RenderedSite()
    unsafe shared = site
    atexit { unsafe RenderedSite.shared = nil }
    return site
  }

  private init() throws {
    folder = try Files.makeTemporaryFolder("gradus site #1")
    var pages: [String] = []
    for (name, root) in [("course", Publications.course), ("sample", "\(Publications.fixtures)/publication")] {
      for form in SiteRenderer.Form.allCases {
        let files = try Publications.renderer(root, cache: "\(folder)/cache").files(form)
        _ = try OutputFolder("\(folder)/\(name)/\(form.rawValue)").write(files)
        pages += files.keys.filter { $0.hasSuffix(".html") }.map { "\(name)/\(form.rawValue)/\($0)" }
      }
    }
    let report = try HostileClass.files(in: folder)
    _ = try OutputFolder("\(folder)/report").write(report)
    pages += report.keys.filter { $0.hasSuffix(".html") }.map { "report/\($0)" }
    self.pages = pages.sorted()
    browser = try DevTools()
  }

  deinit { Files.remove(folder) }

  /// What was found on each page.
  private(set) lazy var visits: [(page: String, visit: PageVisit)] = {
    pages.compactMap { page in
      do {
        return (page, try PageVisit(page, of: self))
      } catch {
        Issue.record("\(page): \(error)")
        return nil
      }
    }
  }()

  /// A page's address.
  func address(_ page: String) -> String { URL(filePath: "\(folder)/\(page)").absoluteString }

  func open(_ page: String) throws { try browser.open(address(page)) }
}

extension Trait where Self == ConditionTrait {
  /// For tests in Chromium.
  static var needsBrowser: Self {
    .enabled(if: DevTools.program != nil, "chromium is not installed: Scripts/setup --tests")
  }
}
