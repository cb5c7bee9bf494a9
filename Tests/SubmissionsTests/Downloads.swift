import Course
import Files
import Gradebook
import Packing
import Submissions

/// A folder with what a class handed in, removed at its end.
final class Downloads {
  let path: String
  /// What was taken, by digest.
  private(set) var contents: [String: String] = [:]

  init() throws { path = try Files.makeTemporaryFolder("gradus-tests") }

  deinit { Files.remove(path) }

  /// Writes files, each with its name for a content.
  func write(_ names: String...) throws {
    for name in names {
      try Files.makeFolder(Files.folder(of: "\(path)/\(name)"))
      try Files.write("// \(name)\n", to: "\(path)/\(name)")
    }
  }

  /// An archive of files, each with its name for a content.
  static func archive(_ names: [String], time: Int? = nil, as format: Packer.Format = .zip) -> [UInt8] {
    Packer.pack(names.map { Packer.Entry(path: $0, content: Array("// \($0)\n".utf8), time: time) }, as: format)
  }

  /// Reads it; files become `student exercise path`.
  func read(
    _ name: String = "", roster: String? = nil, only: String? = nil, received: Int? = nil
  ) throws -> (files: [String], findings: [String], intake: Intake) {
    let reader = SubmissionReader(
      exercises: try ["mean", "variance-gradient"].map { text in try ExerciseID(text) },
      only: try only.map { text in try ExerciseID(text) },
      roster: try roster.map { text in try Roster(text, path: "roster.csv") }, received: received)
    let intake = try reader.read(name.isEmpty ? path : "\(path)/\(name)") { bytes in
      guard !bytes.isEmpty else { return .refused("it is empty") }
      let digest = Digest(of: bytes).text
      self.contents[digest] = String(decoding: bytes, as: UTF8.self)
      return .kept(digest)
    }
    return (
      intake.files.map { "\($0.student) \($0.exercise) \($0.path)" },
      intake.findings.map { "\($0.kind.rawValue) \($0.subject)" }, intake
    )
  }
}
