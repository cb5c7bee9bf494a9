internal import Course
internal import Files
internal import Gradebook
internal import Grading
internal import Reports
internal import Site

extension Gradus {
  /// `gradus report`: where a class stands.
  var report: Command {
    Command(
      name: "report", summary: "Writes a page about a class, one for each student, and the same as tables.",
      options: [
        .gradebook,
        .policy,
        .valued("output", "DIR", "write into this folder, in which files of others stay as they are"),
        .valued(
          "site", "URL", "where the rendered course is that pages lead to (default: it is rendered into DIR/course)"),
      ],
      discussion: """
        index.html is for the instructor; what stands in students/ is for each student, a file that needs no other. What students wrote or
        printed is shown as text and never runs: the pages allow no script.
        """,
      example: "gradus report --gradebook class.db --output report"
    ) { arguments, console in
      try runReport(arguments, console)
    }
  }

  private func runReport(_ arguments: Arguments, _ console: Console) throws -> ExitCode {
    guard let output = arguments["output"] else {
      throw UsageError(
        "say where to write: gradus report --gradebook FILE --output DIR. The folder need not be there yet.")
    }
    let room = try ClassRoom(self, arguments)
    let gradebook = try room.gradebook(.read)
    let layout = room.course.layout
    let site = arguments["site"]
    if let site, !site.hasPrefix("https://"), !site.hasPrefix("http://"), !site.hasPrefix("file://") {
      throw UsageError("--site is an address such as https://example.org/course, not '\(site)'.")
    }
    let links = LessonLinks(site: site ?? "course", isAbsolute: site != nil)
    var files = try ClassReport(gradebook, room.policy, try layout.loadDescription(), links).files()
    if site == nil {
      let renderer = SiteRenderer(layout, figures: PageFigures(catalogue), cacheFolder: Toolkit.cacheFolder) { id in
        checks(id)?.maximumPoints
      }
      for (name, bytes) in try renderer.files() { files["course/\(name)"] = bytes }
    }
    do {
      let changes = try OutputFolder(output).write(files)
      let removed = changes.removed.isEmpty ? "" : ", \(changes.removed.count) removed"
      console.write("\(output): \(changes.written.count) files written\(removed), \(changes.unchanged) as they were\n")
    } catch let error as OutputError {
      throw UsageError("\(error)")
    } catch let error as FileError {
      throw UsageError("\(error)")
    }
    return .passed
  }
}
