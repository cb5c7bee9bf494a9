package import Course
internal import Files

/// The files that a workspace of a course consists of.
package struct WorkspaceContent {
  /// A file, as it is written for the first time.
  struct Item {
    /// The path from the workspace's folder.
    let path: String
    /// What stands in it.
    let content: [UInt8]
    /// Whether it is a starter, which becomes the learner's with the first change.
    let isStarter: Bool
  }

  /// The files, by path.
  let items: [Item]

  /// Collects the files of a course.
  ///
  /// Starters, statements without their hints, lessons and the toolbox; never solutions, misconceptions or checks.
  ///
  /// - Parameter toolbox: the folder with the sources of the module that the exercises import.
  package init(_ catalogue: Catalogue, toolbox: String) throws {
    var items: [Item] = []
    func add(_ path: String, _ text: String) {
      items.append(Item(path: path, content: Array(text.utf8), isStarter: false))
    }
    let texts = CourseText(catalogue)
    for exercise in catalogue.exercises {
      items.append(
        Item(
          path: Workspace.file(of: exercise.location), content: try Files.read(exercise.files.starter), isStarter: true)
      )
      let statement = Workspace.statement(of: exercise.location)
      add(statement, texts.statement(try Files.text(exercise.files.statement), at: statement))
    }
    for lesson in catalogue.lessons {
      let path = Workspace.file(of: lesson.location)
      add(path, texts.linked(try Files.text(lesson.location.file), at: path))
    }
    for name in try Files.list(toolbox) where name.hasSuffix(".swift") {
      let content = try Files.read("\(toolbox)/\(name)")
      items.append(Item(path: "\(PackageManifest.toolbox)/\(name)", content: content, isStarter: false))
    }
    add("Package.swift", PackageManifest.text(catalogue.exercises))
    add("README.md", WorkspaceReadme.text(catalogue))
    add(".gitignore", EditorFiles.ignored)
    add(".vscode/tasks.json", EditorFiles.tasks)
    add(".vscode/extensions.json", EditorFiles.extensions)
    self.items = items
  }
}
