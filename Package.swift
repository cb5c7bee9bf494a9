// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The instructors' notes that stand beside the sources of a target: SwiftPM wants to be told that they are no sources.
func notes(in folder: String) -> [String] {
  FileManager.default.enumerator(atPath: "\(Context.packageDirectory)/\(folder)")?
    .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") } ?? []
}

/// What the linker is told of the commands: to name them after their content, by which gradebooks tell graders apart.
let named: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--build-id=sha1"])]

/// Modules in which tests compute much: without the optimiser that would take many minutes.
let optimised: SwiftSetting = .unsafeFlags(
  ["-O", "-whole-module-optimization", "-num-threads", "2", "-disable-batch-mode"], .when(configuration: .debug))

/// A square root is the processor's instruction, several at a time: nobody looks for the error number that the C library sets for
/// roots of negative numbers, and with it they would be taken one by one.
let rootsWithoutErrno: SwiftSetting = .unsafeFlags(["-Xcc", "-fno-math-errno"])

let package = Package(
  name: "Gradus",
  targets: [
    // What a student's program is made of.
    .target(
      name: "LinearAlgebra",
      swiftSettings: [.enableExperimentalFeature("Extern")],
      linkerSettings: [.linkedLibrary("m")]
    ),
    .target(name: "Wire", dependencies: ["LinearAlgebra"], swiftSettings: [optimised]),
    .target(name: "CWorker"),
    .target(
      name: "Worker", dependencies: ["LinearAlgebra", "Wire", "CWorker"],
      swiftSettings: [.enableExperimentalFeature("Extern")]),
    .executableTarget(name: "WorkerHost", dependencies: ["Worker"]),

    // The engine: it knows no exercise by name.
    .systemLibrary(name: "CCommonMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "SQLite", dependencies: ["CSQLite"]),
    .systemLibrary(name: "CDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "Archives", dependencies: ["Files"]),
    .target(name: "CSV"),
    .target(name: "Files"),
    .target(name: "Gradebook", dependencies: ["Course", "Files", "Markdown", "SQLite"]),
    .target(name: "Submissions", dependencies: ["Archives", "CSV", "Course", "Files", "Gradebook", "Markdown"]),
    .target(
      name: "Reports", dependencies: ["CSV", "Charts", "Course", "Export", "Files", "Gradebook", "Site"]),
    .target(
      name: "ClassGrading",
      dependencies: [
        "Course", "CSV", "Export", "Files", "Gradebook", "Grading", "JSON", "Parallel", "Submissions",
      ]),
    .target(name: "Parallel"),
    .target(name: "Embeddings", dependencies: ["Files"], swiftSettings: [optimised, rootsWithoutErrno]),
    .target(name: "TeX", dependencies: ["CDuktape", "Files", "Parallel"]),
    .target(name: "Markdown", dependencies: ["CCommonMark", "CYAML"]),
    .target(name: "Course", dependencies: ["Markdown", "Parallel"]),
    .target(name: "CSandbox"),
    .target(name: "Sandbox", dependencies: ["CSandbox"]),
    .target(
      name: "Grading", dependencies: ["Course", "Files", "JSON", "LinearAlgebra", "Mutation", "Sandbox", "Wire"],
      swiftSettings: [optimised]),

    .target(name: "JSON", dependencies: ["LinearAlgebra", "Wire"]),
    .target(name: "Mutation", dependencies: ["JSON"]),
    .target(name: "Charts"),
    .target(name: "Progress", dependencies: ["Course", "Files", "SQLite"]),
    .target(name: "Workspace", dependencies: ["Course", "Files", "Progress"]),
    .target(name: "CWatching"),
    .target(name: "Watching", dependencies: ["CWatching", "Files"]),
    .target(name: "Terminal", dependencies: ["Course", "Markdown"]),
    .target(
      name: "Site", dependencies: ["Charts", "Course", "Files", "Markdown", "Parallel", "TeX"],
      resources: [.embedInCode("Assets")]),
    .target(name: "Export", dependencies: ["CSV", "Course", "Gradebook", "JSON", "Terminal"]),
    .target(
      name: "Commands",
      dependencies: [
        "Archives", "CSV", "Charts", "ClassGrading", "Course", "Embeddings", "Export", "Files", "Gradebook", "Grading",
        "JSON", "Markdown", "Mutation", "Progress", "Reports", "Site", "Submissions", "Terminal", "Watching", "Wire",
        "Workspace",
      ]
    ),

    // The course: references and what they are held against. The references are written as students write theirs, without access
    // modifiers, so the checks import them as tests do.
    .target(
      name: "Solutions",
      dependencies: ["LinearAlgebra"],
      path: "solutions",
      exclude: notes(in: "solutions"),
      swiftSettings: [.unsafeFlags(["-enable-testing"]), optimised]
    ),
    .target(
      name: "Checks", dependencies: ["Grading", "LinearAlgebra", "Solutions", "Wire"],
      exclude: notes(in: "Sources/Checks"), swiftSettings: [optimised]),
    .target(name: "Figures", dependencies: ["Charts", "Checks", "Embeddings", "LinearAlgebra", "Solutions"]),
    .executableTarget(name: "gradus", dependencies: ["Checks", "Commands", "Figures"], linkerSettings: named),
    .executableTarget(
      name: "benchmarks", dependencies: ["Course", "Embeddings", "Files", "Grading", "Sandbox", "Workspace"],
      path: "Benchmarks", exclude: ["peers"]),

    .testTarget(name: "ChartsTests", dependencies: ["Charts"]),
    .testTarget(name: "FiguresTests", dependencies: ["Charts", "Embeddings", "Figures", "LinearAlgebra"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
    .testTarget(name: "CourseTests", dependencies: ["Course", "Markdown"]),
    .testTarget(name: "ChecksTests", dependencies: ["Checks", "Grading", "LinearAlgebra", "Wire"]),
    .testTarget(name: "SandboxTests", dependencies: ["Sandbox"]),
    .testTarget(
      name: "ExportTests", dependencies: ["CSV", "Course", "Export", "Files", "Gradebook", "JSON", "Sandbox"]),
    .testTarget(name: "JSONTests", dependencies: ["JSON", "LinearAlgebra", "Wire"]),
    .testTarget(
      name: "SolutionsTests",
      dependencies: ["Checks", "Course", "Grading", "JSON", "LinearAlgebra", "Solutions", "Wire"]),
    .testTarget(
      name: "LessonsTests", dependencies: ["Course", "Embeddings", "Figures", "LinearAlgebra", "Solutions"]),
    // A second course, with which the engine is tested, and its command.
    .target(
      name: "MiniatureCourse", dependencies: ["Grading", "LinearAlgebra", "Wire"], path: "Tests/MiniatureCourse",
      exclude: ["References/mean.md", "References/variance-gradient.md"]),
    .executableTarget(
      name: "miniature", dependencies: ["Commands", "MiniatureCourse"], path: "Tests/Miniature", linkerSettings: named),
    .testTarget(
      name: "GradingTests",
      dependencies: [
        "Checks", "Course", "Export", "Files", "Grading", "JSON", "LinearAlgebra", "MiniatureCourse", "Sandbox",
        "Terminal", "Wire",
      ]
    ),
    // Longer runs than a test should take: see `make fuzz` and `make soak`.
    .target(name: "CMemory", path: "Tests/CMemory"),
    .executableTarget(name: "fuzz", dependencies: ["CMemory", "LinearAlgebra", "Wire"], path: "Tests/Fuzz"),
    .executableTarget(
      name: "soak", dependencies: ["Course", "Files", "Grading", "MiniatureCourse"], path: "Tests/Soak"),
    .target(name: "Packing", dependencies: ["CArchive"], path: "Tests/Packing"),
    .testTarget(name: "ArchivesTests", dependencies: ["Archives", "Files", "Packing"]),
    .testTarget(name: "CSVTests", dependencies: ["CSV"]),
    .testTarget(name: "GradebookTests", dependencies: ["Course", "Files", "Gradebook", "SQLite"]),
    .testTarget(name: "SubmissionsTests", dependencies: ["Course", "Files", "Gradebook", "Packing", "Submissions"]),
    .testTarget(
      name: "ClassTests", dependencies: ["CSV", "Files", "Gradebook", "JSON", "SQLite", "gradus", "miniature"]),
    .testTarget(name: "HostileTests", dependencies: ["Files", "JSON", "Terminal", "miniature", "soak"]),
    .testTarget(name: "WireTests", dependencies: ["LinearAlgebra", "Wire"]),
    .testTarget(name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"]),
    .testTarget(name: "EmbeddingsTests", dependencies: ["Embeddings", "Files", "LinearAlgebra", "Solutions"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(name: "SQLiteTests", dependencies: ["Files", "SQLite"]),
    .testTarget(name: "WatchingTests", dependencies: ["Watching"]),
    .testTarget(name: "WorkspaceTests", dependencies: ["Course", "Files", "Progress", "Workspace"]),
    .testTarget(name: "ProgressTests", dependencies: ["Course", "Files", "Progress", "SQLite"]),
    .testTarget(name: "MutationTests", dependencies: ["JSON", "Mutation"]),
    .testTarget(name: "TerminalTests", dependencies: ["Course", "Markdown", "Terminal"]),
    .testTarget(name: "TeXTests", dependencies: ["Files", "TeX"]),
    .testTarget(
      name: "SiteTests", dependencies: ["Course", "Figures", "Files", "Gradebook", "Markdown", "Reports", "Site"]),
    .testTarget(name: "ReportsTests", dependencies: ["Course", "Files", "Gradebook", "Reports"]),
    .testTarget(name: "CommandsTests", dependencies: ["Commands", "Files", "JSON"]),
  ],
  cLanguageStandard: .gnu17
)

// The house rules, for every target that holds Swift.
let inC = ["CSandbox", "CWorker", "CMemory", "CWatching"]
for target in package.targets where target.type != .system && !inC.contains(target.name) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .swiftLanguageMode(.v6),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
    ]
}
