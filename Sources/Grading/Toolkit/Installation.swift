internal import Files

/// Where the command finds what it is made of.
package struct Installation: Hashable, Sendable {
  /// The folder with the sources of the student-facing modules, one folder a module.
  package let moduleSources: String
  /// The course that came with the command.
  package let course: String
  /// Where prepared modules may stand ready, besides the cache.
  package let preparedModules: String

  /// The installation that an executable belongs to: beside it in PREFIX/share/gradus, or in the checkout it was built in.
  ///
  /// - Throws: ``GradingFault`` when neither is found.
  package static func around(executable: String) throws(GradingFault) -> Installation {
    if let home = Files.environment("GRADUS_HOME") { return Installation(home: home) }
    var folder = Files.folder(of: Files.realPath(executable) ?? executable)
    let shared = "\(Files.folder(of: folder))/share/gradus"
    if Files.exists("\(shared)/Sources/Worker") { return Installation(home: shared) }
    while folder != "/" && folder != "." {
      if Files.exists("\(folder)/Package.swift") && Files.exists("\(folder)/Sources/Worker") {
        return Installation(home: folder)
      }
      folder = Files.folder(of: folder)
    }
    throw GradingFault(
      "the student-facing modules were not found around \(executable). Install Gradus anew with `make install`, or let "
        + "GRADUS_HOME name its share/gradus folder or a checkout.")
  }

  /// An installation whose parts stand in one folder: PREFIX/share/gradus, or a checkout.
  package init(home: String) {
    moduleSources = "\(home)/Sources"
    course = home
    preparedModules = "\(home)/prepared"
  }
}
