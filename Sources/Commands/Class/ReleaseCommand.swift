internal import Course
internal import Files
internal import Site
internal import Workspace

extension Gradus {
  /// `gradus release`: what students get.
  var release: Command {
    Command(
      name: "release", summary: "Writes what students get: lessons, statements and starters, and no answers.",
      positional: ["DIR"],
      discussion: """
        Solutions, misconceptions and checks stay here. If a line of a solution stands in what would be given out, nothing is written, and the
        place is named. Files of others in DIR stay as they are.
        """,
      example: "gradus release course-2026"
    ) { arguments, console in
      guard let output = arguments.positional.first else {
        throw UsageError("say where to write: gradus release DIR. The folder need not be there yet.")
      }
      let layout = FoundCourse.find(try installation()).layout
      do {
        let files = try Release(layout).files(named: try layout.loadDescription().title)
        let changes = try OutputFolder(output).write(files)
        let removed = changes.removed.isEmpty ? "" : ", \(changes.removed.count) removed"
        console.write(
          "\(output): \(changes.written.count) files written\(removed), \(changes.unchanged) as they were\n")
      } catch let error as OutputError {
        throw UsageError("\(error)")
      } catch let error as FileError {
        throw UsageError("\(error)")
      }
      return .passed
    }
  }
}
