import Files
import Foundation
import Glibc
import Testing

/// `gradus watch` with its output going to a file.
final class WatchedProcess {
  private let process = Process()
  private let path: String
  var output: String { (try? Files.text(path)) ?? "" }
  var number: Int32 { process.processIdentifier }

  init(_ learner: Learner) throws {
    path = "\(learner.folder.path)/output"
    _ = FileManager.default.createFile(atPath: path, contents: nil)
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    process.executableURL = URL(filePath: BuiltCommand.path)
    process.arguments = ["watch", "bptt"]
    process.currentDirectoryURL = URL(filePath: learner.root)
    let temporary = "\(learner.folder.path)/temporary"
    try Files.makeFolder(temporary)
    let own = ["GRADUS_HOME": BuiltCommand.home, "TMPDIR": temporary]
    process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = file
    process.standardError = file
    try process.run()
    try wait("the first verdict") { $0.contains("waiting for a save") }
  }

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  /// Ends it and gives the signal that ended it.
  func end(_ signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0
  }

  /// How many verdicts of a kind were shown.
  func count(_ text: String) -> Int { output.components(separatedBy: text).count - 1 }

  func wait(_ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ condition: (String) -> Bool) throws {
    for _ in 0..<1500 {
      if condition(output) { return }
      usleep(20_000)
    }
    Issue.record("waited in vain for \(what):\n\(output)", sourceLocation: sourceLocation)
  }
}
