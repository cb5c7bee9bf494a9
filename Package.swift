// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Gradus",
  targets: [
    // What a student's program is made of.
    .target(
      name: "LinearAlgebra",
      swiftSettings: [.enableExperimentalFeature("Extern")],
      linkerSettings: [.linkedLibrary("m")]
    ),
    .target(name: "Wire", dependencies: ["LinearAlgebra"]),
    .target(name: "CWorker"),
    .target(name: "Worker", dependencies: ["LinearAlgebra", "Wire", "CWorker"], swiftSettings: [.enableExperimentalFeature("Extern")]),
    .executableTarget(name: "WorkerHost", dependencies: ["Worker"]),

    // The engine: it knows no exercise by name.
    .target(name: "Files"),
    .target(name: "Grading", dependencies: ["Files", "LinearAlgebra", "Wire"]),

    // The course: references and what they are held against. The references are written as students write theirs, without access
    // modifiers, so the checks import them as tests do.
    .target(
      name: "Solutions",
      dependencies: ["LinearAlgebra"],
      path: "solutions",
      swiftSettings: [.unsafeFlags(["-enable-testing"])]
    ),
    .target(name: "Checks", dependencies: ["Grading", "LinearAlgebra", "Solutions", "Wire"]),
  ],
  cLanguageStandard: .gnu17
)

// The house rules, for every target that holds Swift.
for target in package.targets where !target.name.hasPrefix("C") || target.name == "Course" {
  target.swiftSettings = (target.swiftSettings ?? []) + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
}
