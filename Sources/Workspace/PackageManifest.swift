internal import Course

/// The package by which an editor understands a workspace.
enum PackageManifest {
  /// The folder of the module that exercises import.
  static let toolbox = "toolbox/LinearAlgebra"

  /// The manifest: a target an exercise, so that one which does not compile spoils nothing for the others.
  static func text(_ exercises: [Exercise]) -> String {
    var folders: [String: [ExerciseID]] = [:]
    for exercise in exercises { folders[exercise.topic.folder, default: []].append(exercise.id) }
    let targets = exercises.map { exercise in
      let folder = exercise.topic.folder
      let neighbours = (folders[folder] ?? []).flatMap { id in
        id == exercise.id ? ["\(id).md"] : ["\(id).md", "\(id).swift"]
      }
      let excluded = neighbours.map { "\n        \"\($0)\"," }.joined()
      return """
            .target(
              name: "\(exercise.id)", dependencies: ["LinearAlgebra"], path: "exercises/\(folder)",
              exclude: [\(excluded)
              ],
              sources: ["\(exercise.id).swift"]),
        """
    }
    return """
      // swift-tools-version: 6.0
      // Lets editors complete and find definitions, and `swift build` compile, each exercise by itself. Grading does not need it.
      // Written by `gradus init`, which keeps it up to date as long as you leave it as it is.
      import PackageDescription

      let package = Package(
        name: "Exercises",
        targets: [
          .target(
            name: "LinearAlgebra", path: "\(toolbox)", swiftSettings: [.enableExperimentalFeature("Extern")],
            linkerSettings: [.linkedLibrary("m")]),
      \(targets.joined(separator: "\n"))
        ]
      )

      """
  }
}
