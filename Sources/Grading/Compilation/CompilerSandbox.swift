internal import Files
internal import Sandbox

/// A folder for one job of compiling, and the sandbox in which compiler and linker work on it.
final class CompilerSandbox {
  let toolkit: Toolkit
  private let slot: SandboxSlot
  private let warmsCache: Bool
  private let limits: Limits
  /// The folder, on the machine; removed with this object.
  let work: String

  /// Makes the folder; with `warmsCache` the compiler may write to the toolkit's module cache.
  init(
    _ toolkit: Toolkit, _ slot: SandboxSlot, limits: ProgramLimits = ProgramLimits(), warmsCache: Bool = false
  ) throws {
    self.limits = limits.ofCompiler
    self.toolkit = toolkit
    self.slot = slot
    self.warmsCache = warmsCache
    work = try Files.makeTemporaryFolder("gradus")
    try Files.makeFolder("\(work)/out")
    if let user = slot.user {
      try Files.changeOwner("\(work)/out", to: user)
      try Files.changeOwner(work, to: user)
      if warmsCache { try Files.changeOwner(cacheOutside, to: user) }
    }
  }

  deinit {
    Files.remove(work)
  }

  /// The folder in which libraries will stand, on the machine: all of the job that a student's program sees.
  var libraries: String { "\(work)/out" }

  /// The processor time that the compiler may take.
  var processorSeconds: Double { Double(limits.cpuSeconds) }

  /// Puts a file into the folder.
  func write(_ text: String, to name: String) throws {
    try Files.write(text, to: "\(work)/\(name)")
  }

  /// The command that compiles files of the folder to one object file.
  ///
  /// A frontend argument that comes again later wins, so `arguments` can name another module than the toolkit's own.
  func compileCommand(_ sources: [String], to object: String, arguments: [String] = []) -> String {
    let inside = slot.tier.seesHostPaths ? toolkit.folder : Self.toolkitInside
    return quoted(
      [toolkit.toolchain.frontend, "-frontend", "-c"] + sources + toolkit.frontendArguments + [
        "-I", "\(inside)/modules", "-module-cache-path", cacheInside, "-file-compilation-dir",
        Self.workInside,
        "-o", object,
      ] + arguments)
  }

  /// The command that links object files to a library in the folder's `out`.
  ///
  /// What is not defined in them is looked for in the worker when the library is loaded; what is not there either is reported then.
  func linkCommand(_ objects: [String], to library: String, libraries: [String] = []) -> String {
    let runtime = toolkit.toolchain.runtimeLibraries
    var words = [toolkit.toolchain.linker] + toolkit.linkerArguments + ["-shared", "-o", "out/\(library)"] + objects
    words += ["\(runtime)/\(Self.architecture)/swiftrt.o", "--unresolved-symbols=ignore-all"]
    if !libraries.isEmpty { words += ["-L", runtime, "-rpath", runtime, "--as-needed"] + libraries }
    return quoted(words)
  }

  /// Starts a shell script in the sandbox; without one, in the folder.
  func start(_ script: String, limits: Limits? = nil) throws -> SandboxedProcess {
    try slot.start(profile, ["/usr/bin/dash", "-c", script], limits: limits ?? self.limits)
  }

  /// The words as a shell reads them back.
  func quoted(_ words: [String]) -> String {
    words.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " ")
  }

  /// The compiler's cache of modules, as the compiler sees it.
  ///
  /// What cannot be taken from the toolkit is made anew for each job, which takes a second or two.
  private var cacheInside: String {
    guard slot.tier.seesHostPaths else {
      return "\(warmsCache || toolkit.isCacheWarm ? Self.toolkitInside : Self.workInside)/module-cache"
    }
    return warmsCache || toolkit.isHostCacheWarm ? toolkit.hostModuleCache : "\(work)/module-cache"
  }

  private var cacheOutside: String { slot.tier.seesHostPaths ? toolkit.hostModuleCache : toolkit.moduleCache }

  /// Where the toolkit stands in the sandbox.
  private static let toolkitInside = "/toolkit"
  /// Where the folder stands in the sandbox: the only path of the machine's that debug information and messages could show.
  private static let workInside = "/work"

  private var profile: SandboxProfile {
    let toolchain = toolkit.toolchain.root
    var mounts = SandboxProfile.systemLibraries
    mounts.append(.readOnly(source: "/usr/include", destination: "/usr/include"))
    mounts.append(.readOnly(source: "/usr/bin/dash", destination: "/usr/bin/dash"))
    mounts.append(.readOnly(source: toolchain, destination: toolchain))
    mounts.append(.readOnly(source: toolkit.folder, destination: Self.toolkitInside))
    if warmsCache {
      mounts.append(.readWrite(source: cacheOutside, destination: "\(Self.toolkitInside)/module-cache"))
    }
    mounts.append(.readWrite(source: work, destination: Self.workInside))
    return SandboxProfile(
      mounts: mounts, workingDirectory: Self.workInside, environment: ["TMPDIR": Self.workInside, "PATH": "/usr/bin"],
      filter: .compiler)
  }

  static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }
}
