internal import Course
internal import Files
internal import Sandbox
internal import Wire

/// The compiled wrong programs of all exercises, by content: of the solution, the misconceptions, the checks' functions and the toolkit.
struct WrongProgramsCache {
  private let toolkit: Toolkit
  private let slot: SandboxSlot
  private let installation: Installation
  private let progress: (String) -> Void

  /// How many exercises' programs are kept; a set takes some megabytes.
  private static let most = 128

  init(
    _ toolkit: Toolkit, _ slot: SandboxSlot, _ installation: Installation, progress: @escaping (String) -> Void
  ) {
    self.toolkit = toolkit
    self.slot = slot
    self.installation = installation
    self.progress = progress
  }

  /// The wrong programs of an exercise, compiled now if they are not there yet; nil where the exercise has none.
  ///
  /// One process at a time compiles; the others wait for it.
  func programs(_ mistakes: KnownMistakes, _ checks: ExerciseChecks) throws -> WrongPrograms? {
    let prepared = "\(installation.preparedModules)/\(Self.folderName)"
    guard let content = try mistakes.read() else {
      return WrongPrograms(existing: "\(prepared)/\(nameWithoutSources(mistakes))")
    }
    guard !content.misconceptions.isEmpty else { return nil }
    let name = "\(mistakes.exercise)-\(key(content.solution, content.misconceptions, checks))"
    let base = "\(Toolkit.cacheFolder)/\(Self.folderName)"
    for folder in [prepared, base] {
      if let found = WrongPrograms(existing: "\(folder)/\(name)") { return found }
    }
    try Files.makeFolder(base)
    return try Files.withLock("\(base)/lock") {
      if let found = WrongPrograms(existing: "\(base)/\(name)") { return found }
      let programs = try compile(content, checks, at: "\(base)/\(name)")
      try prune(base, keeping: name)
      return programs
    }
  }

  /// Compiles the wrong programs of an exercise into a folder of an installation that gets neither solution nor misconceptions.
  ///
  /// They are named by the toolkit alone there, since nothing is left that their content could be told from. What stood there before is
  /// replaced. Gives nil where the exercise has none.
  func prepare(_ mistakes: KnownMistakes, _ checks: ExerciseChecks, in base: String) throws -> WrongPrograms? {
    guard let content = try mistakes.read(), !content.misconceptions.isEmpty else { return nil }
    try Files.makeFolder(base)
    return try compile(content, checks, at: "\(base)/\(nameWithoutSources(mistakes))")
  }

  private func compile(
    _ content: (solution: String, misconceptions: [Misconception]), _ checks: ExerciseChecks, at folder: String
  ) throws -> WrongPrograms? {
    progress("compiling \(content.misconceptions.count) known mistakes of \(checks.exercise) (once)")
    let draft = "\(folder).draft"
    Files.remove(draft)
    try WrongProgramsBuilder(toolkit, slot, checks).build(
      content.misconceptions, solution: content.solution, in: draft)
    Files.remove(folder)
    try Files.move(draft, to: folder)
    return WrongPrograms(existing: folder)
  }

  /// The name of the folder where an installation without solutions keeps an exercise's programs.
  private func nameWithoutSources(_ mistakes: KnownMistakes) -> String { "\(mistakes.exercise)-\(toolkit.key)" }

  private static let folderName = "wrong-programs"

  private func key(_ solution: String, _ misconceptions: [Misconception], _ checks: ExerciseChecks) -> String {
    var hash = ContentHash()
    hash.mix(toolkit.key)
    hash.mix(solution)
    for misconception in misconceptions {
      for part in [
        misconception.id, misconception.title, misconception.lesson, misconception.explanationText,
        misconception.edits.map(\.new).joined(separator: "\u{0}"),
        misconception.edits.map(\.old).joined(separator: "\u{0}"),
      ] { hash.mix(part) }
    }
    for check in checks.checks { hash.mix(check.name) }
    for function in checks.functions { hash.mix("\(function.name)\(function.type)") }
    return hash.text
  }

  /// Removes the sets that have not been changed for longest, beyond the number that is kept.
  private func prune(_ base: String, keeping name: String) throws {
    let folders = try Files.list(base).filter { $0 != "lock" && $0 != name }
    let byAge = folders.sorted { (Files.changeTime("\(base)/\($0)") ?? 0) > (Files.changeTime("\(base)/\($1)") ?? 0) }
    for folder in byAge.dropFirst(Self.most - 1) { Files.remove("\(base)/\(folder)") }
  }
}
