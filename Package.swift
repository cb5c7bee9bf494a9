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
    .target(name: "Worker", dependencies: ["LinearAlgebra", "Wire", "CWorker"]),
    .executableTarget(name: "WorkerHost", dependencies: ["Worker"]),
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
