import Archives
import Files
import Foundation
import Glibc
import Packing
import Testing

@Suite struct `Reading archives` {
  private let text = Array("let x = 1\n".utf8)

  /// What a hostile list of Tests/Fixtures/hostile/archives puts into an archive: a line each, `KIND PATH [TARGET]`.
  private static let lists = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/hostile/archives").path

  private func entries(of list: String) throws -> (entries: [Packer.Entry], refused: [String]) {
    var entries: [Packer.Entry] = []
    var refused: [String] = []
    for line in try Files.text("\(Self.lists)/\(list)").split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ").map(String.init)
      let (kind, path) = (words[0].drop { $0 == "!" }, words[1])
      if words[0].hasPrefix("!") { refused.append(path) }
      switch kind {
      case "file": entries.append(Packer.Entry(path: path, content: text))
      case "folder": entries.append(Packer.Entry(path: path, type: UInt32(Glibc.S_IFDIR)))
      case "link": entries.append(Packer.Entry(path: path, type: UInt32(Glibc.S_IFLNK), target: words[2]))
      case "hardlink": entries.append(Packer.Entry(path: path, target: words[2], isHardLink: true))
      case "fifo": entries.append(Packer.Entry(path: path, type: UInt32(Glibc.S_IFIFO)))
      default: Issue.record("\(list): what is '\(line)'?")
      }
    }
    return (entries, refused)
  }

  @Test(arguments: Packer.Format.allCases)
  func `gives the files as they were packed`(format: Packer.Format) throws {
    let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) }
    let archive = try Archive(
      Packer.pack(
        [
          Packer.Entry(path: "anna/", type: UInt32(Glibc.S_IFDIR)),
          Packer.Entry(path: "anna/bptt.swift", content: text),
          Packer.Entry(path: "./bert/deep/a b.swift", content: large), Packer.Entry(path: "empty"),
        ], as: format))
    #expect(archive.files.map(\.path) == ["anna/bptt.swift", "bert/deep/a b.swift", "empty"])
    #expect(archive.files.map(\.bytes) == [text, large, []])
    #expect(archive.refused == [])
    let folder = try Files.makeTemporaryFolder("gradus-archives")
    defer { Files.remove(folder) }
    try archive.write(into: folder)
    #expect(try Files.read("\(folder)/bert/deep/a b.swift") == large)
    #expect(throws: ArchiveError.folderNotEmpty(folder)) { try archive.write(into: folder) }
  }

  @Test(arguments: try Files.list(lists).filter { $0.hasSuffix(".txt") }, Packer.Format.allCases)
  func `leaves out what would get out`(list: String, format: Packer.Format) throws {
    let (packed, refused) = try entries(of: list)
    // Zip knows no hard links and FIFOs.
    let fit = packed.filter { format != .zip || !($0.isHardLink || $0.type == UInt32(Glibc.S_IFIFO)) }
    let archive = try Archive(Packer.pack(fit, as: format))
    let expected = refused.filter { path in fit.contains { $0.path == path } }
    // In zip a backslash is read as a slash.
    func plain(_ path: String) -> String { path.replacingOccurrences(of: "\\", with: "/") }
    #expect(archive.refused.map { plain($0.path) } == expected.map(plain), "\(archive.refused)")
    let base = try Files.makeTemporaryFolder("gradus-archives")
    defer { Files.remove(base) }
    try archive.write(into: "\(base)/destination")
    #expect(try Files.list(base) == ["destination"], "nothing stands beside the destination")
    #expect(archive.files.allSatisfy { Files.kind("\(base)/destination/\($0.path)") == .file })
    #expect(Files.kind("/tmp/gradus-canary") == nil)
  }

  @Test(arguments: Packer.Format.allCases) func `refuses too many entries`(format: Packer.Format) {
    let many = Packer.pack((0..<100_000).map { Packer.Entry(path: "f\($0)") }, as: format)
    #expect(throws: ArchiveError.tooManyEntries(5000)) { try Archive(many) }
  }

  @Test(arguments: Packer.Format.allCases) func `refuses what grows too large, in parts or at once`(
    format: Packer.Format
  ) throws {
    var limits = ArchiveLimits()
    limits.fileBytes = 1 << 20
    limits.totalBytes = 3 << 20
    let zeros = [UInt8](repeating: 0, count: 1 << 20)
    let parts = Packer.pack((0..<4).map { Packer.Entry(path: "f\($0)", content: zeros) }, as: format)
    #expect(throws: ArchiveError.tooLarge(3 << 20)) { try Archive(parts, limits: limits) }
    let one = Packer.pack(
      [Packer.Entry(path: "large", content: zeros + [0]), Packer.Entry(path: "small", content: [1])], as: format)
    let archive = try Archive(one, limits: limits)
    #expect(archive.refused.map(\.path) == ["large"])
    #expect(archive.files.map(\.path) == ["small"])
    let large = Packer.pack((0..<4).map { Packer.Entry(path: "f\($0)", content: zeros + [0]) }, as: format)
    #expect(throws: ArchiveError.tooLarge(3 << 20)) { try Archive(large, limits: limits) }
  }

  @Test func `a bomb of a gigabyte takes no more memory than the limit`() throws {
    let zeros = [UInt8](repeating: 0, count: 64 << 20)
    let bomb = Packer.pack(
      [Packer.Entry(path: "bomb", content: zeros), Packer.Entry(path: "more", content: zeros)], as: .tgz)
    #expect(bomb.count < 1 << 20)
    let archive = try Archive(bomb)
    #expect(archive.refused.map(\.path) == ["bomb", "more"])
    #expect(archive.files == [])
  }

  @Test func `what is no archive is said to be none`() {
    for bytes in [
      [], Array("hello".utf8), [UInt8](repeating: 0, count: 5000),
      [0x50, 0x4B, 3, 4] + [UInt8](repeating: 255, count: 100),
    ] {
      #expect(throws: ArchiveError.self) { try Archive(bytes) }
    }
  }

  @Test func `archives that were cut or changed are read or refused, never more`() throws {
    var generator = SystemRandomNumberGenerator()
    for format in Packer.Format.allCases {
      let whole = Packer.pack((0..<5).map { Packer.Entry(path: "f\($0)", content: text) }, as: format)
      for _ in 0..<2000 {
        var bytes = whole.prefix(Int.random(in: 0...whole.count, using: &generator)).map(\.self)
        for _ in 0..<3 where !bytes.isEmpty {
          bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        guard let archive = try? Archive(bytes) else { continue }
        #expect(archive.files.reduce(0) { $0 + $1.bytes.count } <= 64 << 20)
      }
    }
  }
}
