package import Course
internal import Files
package import Grading

/// What tells one grader from another: the program with its checks and references, the compiler, and what the course's folder says.
package struct GraderIdentity: Sendable {
  private let program: String
  private let toolkit: String
  private let version: String

  /// The identity of the running program with a compiler.
  package init(version: String, _ installation: Installation) throws {
    self.version = version
    program = try Self.programName()
    toolkit = Files.name(
      of: try Toolkit.ready(installation, try Toolchain.find()) { _ in }.folder)
  }

  /// The key of an exercise's grader, and its version for people.
  package func grader(_ exercise: ExerciseLocation, _ checks: ExerciseChecks) -> (key: String, version: String) {
    var parts = [program, toolkit, "\(checks.limits)"]
    // What is said of a mistake is part of the verdict.
    for path in [exercise.files.solution, exercise.files.misconceptions] {
      parts.append((try? Files.read(path)).map { Digest(of: $0).text } ?? "")
    }
    let key = Digest(of: parts.joined(separator: "\u{0}")).text
    return (key, "\(version)+\(key.prefix(12))")
  }

  /// The name that the linker gave the program after its content; where it gave none, the digest of the file.
  private static func programName() throws -> String {
    if let name = buildID() { return name }
    return Digest(of: try Files.read("/proc/self/exe")).text
  }

  /// What stands in the notes at the beginning of an ELF file of 64 bits.
  private static func buildID() -> String? {
    guard let head = try? Files.read("/proc/self/exe", limit: 1 << 16), head.count > 64, head[4] == 2 else {
      return nil
    }
    func number(_ at: Int, _ count: Int) -> Int {
      guard at >= 0, at + count <= head.count else { return 0 }
      return (0..<count).reduce(0) { $0 | Int(head[at + $1]) << (8 * $1) }
    }
    let (table, size, count) = (number(32, 7), number(54, 2), number(56, 2))
    for index in 0..<count {
      let header = table + index * size
      // Type 4 is a segment of notes.
      guard number(header, 4) == 4 else { continue }
      let (start, length) = (number(header + 8, 7), number(header + 32, 7))
      guard start > 0, start + length <= head.count else { continue }
      if let id = buildID(in: Array(head[start..<start + length])) {
        return id.map { String($0, radix: 16) }.joined(separator: ".")
      }
    }
    return nil
  }

  /// The bytes of the note "GNU" of type 3: each note is three lengths and numbers of four bytes, a name and a content, both filled up.
  static func buildID(in notes: [UInt8]) -> [UInt8]? {
    func number(_ at: Int) -> Int { (0..<4).reduce(0) { $0 | Int(notes[at + $1]) << (8 * $1) } }
    var at = 0
    while at + 12 <= notes.count {
      let (name, content, type) = (number(at), number(at + 4), number(at + 8))
      let start = at + 12 + (name + 3) / 4 * 4
      let end = start + content
      guard end <= notes.count else { return nil }
      if type == 3, Array(notes[at + 12..<min(at + 16, notes.count)]) == Array("GNU\u{0}".utf8) {
        return Array(notes[start..<end])
      }
      at = start + (content + 3) / 4 * 4
    }
    return nil
  }
}
