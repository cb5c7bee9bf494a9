internal import Course
internal import Files
internal import Grading
internal import Progress
internal import Terminal
internal import Workspace

extension Gradus {
  /// `gradus init`: makes a workspace, or brings one up to date.
  var initialise: Command {
    Command(
      name: "init", summary: "Makes a workspace to learn in, or brings one up to date.",
      positional: ["DIR"],
      discussion: """
        The workspace gets the starters by topic, what is asked for, the lessons, and what editors need for completion. Again on a workspace,
        it brings up to date what is ours and leaves alone what you have changed, and says which is which.
        """,
      example: "gradus init ~/gradus"
    ) { arguments, console in
      guard let folder = arguments.positional.first else {
        throw UsageError("say where: gradus init DIR; `gradus init .` takes this folder.")
      }
      return try runInit(folder, console)
    }
  }

  private func runInit(_ folder: String, _ console: Console) throws -> ExitCode {
    let installation = try installation()
    let catalogue = CourseLayout(root: installation.course).load()
    for problem in catalogue.problems { console.fail("\(problem)") }
    guard catalogue.problems.isEmpty else { return .fault }
    let content = try WorkspaceContent(catalogue, toolbox: "\(installation.moduleSources)/LinearAlgebra")
    let (workspace, isNew, changes, notices) = try Workspace.update(folder, to: content)
    for notice in notices { console.note("gradus: \(notice)") }
    console.write(account(workspace, isNew, changes, console.style))
    let shown = FoundCourse.shortened(workspace.root)
    let enter =
      shown == workspace.root && Files.realPath(Files.workingFolder) == workspace.root ? "" : "cd \(folder)\n  "
    console.write("\nNext:\n  \(enter)gradus\n")
    return .passed
  }

  private func account(
    _ workspace: Workspace, _ isNew: Bool, _ changes: [FileChange], _ style: TerminalStyle
  ) -> String {
    var lines = ["\(isNew ? "A new workspace" : "The workspace") is in \(workspace.root)."]
    func count(_ kind: FileChange.Kind) -> Int { changes.count { $0.kind == kind } }
    let added = changes.filter { $0.kind == .added }.map(\.path)
    if isNew {
      let starters = added.count { $0.hasPrefix("exercises/") && $0.hasSuffix(".swift") }
      let lessons = added.count { $0.hasPrefix("lessons/") }
      lines.append("  added     \(starters) exercises, \(lessons) lessons and what editors need (\(added.count) files)")
    } else {
      lines += added.map { "  added     \($0)" }
    }
    let notes: [(FileChange.Kind, String)] = [
      (.moved, "its topic has another folder now; your work came along"), (.updated, "ours, as we had left it"),
      (.removed, "no longer in the course, and as we had left it"),
      (.kept, isNew ? "it was here before" : "you have changed it; the course has a newer one"),
    ]
    for (kind, reason) in notes {
      for change in changes where change.kind == kind {
        lines.append("  \(kind.rawValue.padded(to: 8))  \(change.path)  (\(reason))")
      }
    }
    if !isNew { lines.append("  unchanged \(count(.unchanged)) files, and all that you have written") }
    return lines.map(TerminalText.safe).joined(separator: "\n") + "\n"
  }
}
