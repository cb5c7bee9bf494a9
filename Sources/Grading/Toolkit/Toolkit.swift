internal import Files

/// What every student's program is compiled against and runs in, prepared once for a compiler: the student-facing modules, the worker
/// program that loads a student's code, the arguments of frontend and linker, and a warm module cache.
package struct Toolkit: Hashable, Sendable {
  /// The folder that holds it all.
  package let folder: String
  /// The toolchain that it was prepared with.
  package let toolchain: Toolchain
  /// The arguments of the frontend, but for inputs and paths.
  let frontendArguments: [String]
  /// The arguments of the linker, but for inputs and paths.
  let linkerArguments: [String]

  /// The name that tells this toolkit from any other.
  var key: String { Files.name(of: folder) }

  var modules: String { "\(folder)/modules" }
  var moduleCache: String { "\(folder)/module-cache" }
  /// The same for sandboxes in which the compiler finds the toolkit where the machine has it: what is cached knows its own path.
  var hostModuleCache: String { "\(folder)/module-cache-in-place" }
  /// Whether the first of them was filled: where there was no bubblewrap then, it was not.
  var isCacheWarm: Bool { Files.exists("\(moduleCache)/\(Self.placeMark)") }
  /// Whether that cache was made for the place where the toolkit is now; an installation may have been moved.
  var isHostCacheWarm: Bool { (try? Files.text("\(hostModuleCache)/\(Self.placeMark)")) == folder }
  /// The file in which a cache notes its place.
  static let placeMark = "place"
  var worker: String { "\(folder)/worker" }
  var probe: String { "\(folder)/probe" }

  /// The file that is written last: without it a folder is an attempt that was cut short.
  static let completeMark = "complete"

  /// The toolkit for this toolchain and these sources, from where it stands ready or newly prepared.
  ///
  /// Prepared by one process at a time; the others wait for it. `progress` is told when preparing begins.
  ///
  /// - Throws: ``GradingFault`` when it cannot be prepared.
  package static func ready(
    _ installation: Installation, _ toolchain: Toolchain, progress: (String) -> Void
  ) throws(GradingFault) -> Toolkit {
    let key = try key(installation, toolchain)
    let cache = cacheFolder
    for base in [installation.preparedModules, cache] {
      if let toolkit = Toolkit(existing: "\(base)/toolkit-\(key)", toolchain) { return toolkit }
    }
    do {
      try Files.makeFolder(cache)
      return try Files.withLock("\(cache)/lock") {
        if let toolkit = Toolkit(existing: "\(cache)/toolkit-\(key)", toolchain) { return toolkit }
        progress("preparing the student-facing modules for the compiler at \(toolchain.root) (once, some ten seconds)")
        try prune(cache)
        return try ToolkitBuilder(installation, toolchain).build(at: "\(cache)/toolkit-\(key)")
      }
    } catch let fault as GradingFault {
      throw fault
    } catch {
      throw GradingFault("the student-facing modules cannot be prepared: \(error)")
    }
  }

  /// How many toolkits are kept beside a new one, for other compilers and versions.
  private static let mostOld = 3

  /// Removes the oldest toolkits, so that they do not pile up.
  private static func prune(_ cache: String) throws(FileError) {
    let folders = try Files.list(cache).filter { $0.hasPrefix("toolkit-") }.map { "\(cache)/\($0)" }
    let byAge = folders.sorted { (Files.changeTime($0) ?? 0) > (Files.changeTime($1) ?? 0) }
    for folder in byAge.dropFirst(mostOld) { Files.remove(folder) }
  }

  /// Where prepared modules are kept: GRADUS_CACHE, or the place that the system has for such things.
  ///
  /// Root's are in /var/cache, because the sandbox runs as another user, who may not look into root's home.
  package static var cacheFolder: String {
    if let given = Files.environment("GRADUS_CACHE") { return given }
    if Files.runsAsRoot { return "/var/cache/gradus" }
    if let cache = Files.environment("XDG_CACHE_HOME") { return "\(cache)/gradus" }
    if let home = Files.environment("HOME") { return "\(home)/.cache/gradus" }
    return "/tmp/gradus-cache"
  }

  /// The toolkit for this toolchain if it stands ready.
  package static func existing(_ installation: Installation, _ toolchain: Toolchain) -> Toolkit? {
    guard let key = try? key(installation, toolchain) else { return nil }
    return [installation.preparedModules, cacheFolder].lazy.compactMap {
      Toolkit(existing: "\($0)/toolkit-\(key)", toolchain)
    }.first
  }

  init?(existing folder: String, _ toolchain: Toolchain) {
    guard Files.exists("\(folder)/\(Self.completeMark)"),
      let frontend = try? Files.text("\(folder)/frontend.arguments"),
      let linker = try? Files.text("\(folder)/linker.arguments")
    else { return nil }
    self.folder = folder
    self.toolchain = toolchain
    self.frontendArguments = frontend.split(separator: "\n").map(String.init)
    self.linkerArguments = linker.split(separator: "\n").map(String.init)
  }

  /// The sources of one student-facing module, in order.
  static func sources(_ installation: Installation, _ module: String) throws(FileError) -> [String] {
    let folder = "\(installation.moduleSources)/\(module)"
    return try Files.list(folder).filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") }.map { "\(folder)/\($0)" }
  }

  /// The student-facing modules, each after those it imports.
  static let modules = ["LinearAlgebra", "Wire", "CWorker", "Worker", "WorkerHost"]

  /// The folder with the sources of the hostile program that tries the sandbox.
  static let probeSources = "CProbe"

  /// The folders of sources that an installation needs.
  package static var sourceModules: [String] { modules + [probeSources] }

  /// A name for the compiler and the content of all sources.
  private static func key(_ installation: Installation, _ toolchain: Toolchain) throws(GradingFault) -> String {
    var hash = ContentHash()
    hash.mix(toolchain.identity)
    hash.mix(ToolkitBuilder.recipe)
    do {
      for module in modules + [probeSources] {
        for source in try sources(installation, module) { hash.mix(try Files.read(source)) }
      }
    } catch {
      throw GradingFault("the sources of the student-facing modules cannot be read: \(error). Install Gradus anew.")
    }
    return hash.text
  }
}
