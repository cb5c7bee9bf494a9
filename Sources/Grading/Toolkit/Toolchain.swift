internal import Files

/// The Swift toolchain of this machine: where its parts are, and which one it is.
package struct Toolchain: Hashable, Sendable {
  /// The folder that holds `bin` and `lib`, links resolved.
  package let root: String

  /// The compiler's frontend, which compiles without the driver's detours.
  package var frontend: String { "\(root)/bin/swift-frontend" }
  /// The driver, asked once for the frontend's arguments.
  package var driver: String { "\(root)/bin/swiftc" }
  /// The C compiler that comes with Swift.
  package var clang: String { "\(root)/bin/clang" }
  /// The linker that comes with Swift.
  package var linker: String { "\(root)/bin/ld.lld" }
  /// The program that finds source lines of code addresses.
  package var symbolizer: String { "\(root)/bin/llvm-symbolizer" }
  /// The folder of the runtime libraries.
  package var runtimeLibraries: String { "\(root)/lib/swift/linux" }

  /// The toolchain in GRADUS_TOOLCHAIN, or else the one whose `swiftc` comes first on PATH.
  ///
  /// - Throws: ``GradingFault`` when there is none, or parts of it are missing.
  package static func find() throws(GradingFault) -> Toolchain {
    if let given = Files.environment("GRADUS_TOOLCHAIN") {
      guard let real = Files.realPath(given) else {
        throw GradingFault(
          "GRADUS_TOOLCHAIN is \(given), where there is nothing. Let it name the folder with bin/swiftc in it.")
      }
      return try Toolchain(root: real).complete()
    }
    for folder in (Files.environment("PATH") ?? "").split(separator: ":") {
      guard let real = Files.realPath("\(folder)/swiftc") else { continue }
      let toolchain = Toolchain(root: Files.folder(of: Files.folder(of: real)))
      if Files.exists(toolchain.frontend) { return try toolchain.complete() }
    }
    throw GradingFault(
      "there is no Swift compiler on PATH. Install Swift from https://www.swift.org/install/linux/, or let GRADUS_TOOLCHAIN "
        + "name the folder of a toolchain (the one with bin/swiftc in it).")
  }

  /// What tells this compiler from any other: the modules made with one cannot be read by another.
  package var identity: String { "\(root) \(Files.stamp(frontend) ?? "")" }

  private func complete() throws(GradingFault) -> Toolchain {
    for part in [frontend, driver, clang, linker, runtimeLibraries] where !Files.exists(part) {
      throw GradingFault("the Swift toolchain at \(root) is not complete: \(part) is missing. Install it anew.")
    }
    return self
  }
}
