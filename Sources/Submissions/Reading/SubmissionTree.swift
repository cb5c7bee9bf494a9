internal import Archives
internal import Files
internal import Gradebook

/// The files below a folder or in an archive, archives in it opened like folders.
struct SubmissionTree {
  /// A file, or what stands in the place of one.
  struct Item {
    /// The names from the top, those of archives among them.
    let names: [String]
    /// When it was changed last.
    let time: Int?
    /// The content, or why there is none.
    let content: Content

    enum Content {
      case bytes([UInt8])
      case refused(String)
    }

    var path: String { names.joined(separator: "/") }
  }

  /// The largest file that is read: the largest submission and a byte, and archives as large as one may be.
  static let largestFile = 32 << 20
  private static let deepest = 8
  private static let mostFiles = 5000

  let path: String
  let isArchive: Bool

  /// What a whole class may hand in as one archive.
  private static var outerLimits: ArchiveLimits {
    var limits = ArchiveLimits()
    limits.entries = 200_000
    limits.totalBytes = 4 << 30
    limits.fileBytes = largestFile
    return limits
  }

  /// What one archive among others may hold.
  private static var innerLimits: ArchiveLimits {
    var limits = ArchiveLimits()
    limits.entries = 2000
    limits.totalBytes = 16 << 20
    limits.fileBytes = 4 << 20
    return limits
  }

  init(path: String) throws(SubmissionsError) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = path
    switch Files.kind(path, followingLinks: true) {
    case .folder?: isArchive = false
    case .file? where ArchiveName.isArchive(Files.name(of: path)): isArchive = true
    case nil: throw SubmissionsError("there is no \(path). Give the folder or the archive with the submissions.")
    default:
      throw SubmissionsError("\(path) is neither a folder nor a .zip, .tar, .tar.gz or .tgz file with submissions.")
    }
  }

  /// Hands over the files in the order of their names, or of the archive.
  func walk(_ body: (Item) throws -> Void) throws {
    guard isArchive else { return try walk(path, [], body) }
    try walkArchive { _ in
    } file: { names, bytes, time in
      try hand(names, bytes, time, body)
    } refused: { names, reason in
      try body(Item(names: names, time: nil, content: .refused(reason)))
    }
  }

  func walkArchive(
    folder: ([String]) -> Void, file body: ([String], [UInt8], Int?) throws -> Void,
    refused: ([String], String) throws -> Void
  ) throws {
    // What goes wrong outside the archive must not be taken for the archive's fault.
    var failure: (any Error)?
    let left: [Archive.Refused]
    do {
      left = try Archive.walk(path: path, limits: Self.outerLimits) { path in
        folder(Self.names(path))
      } _: { file throws(ArchiveError) in
        guard failure == nil else { return }
        let names = Self.names(file.path)
        guard !Self.isNoise(names) else { return }
        do {
          try body(names, file.bytes, file.time)
        } catch {
          failure = error
        }
      }
    } catch {
      throw SubmissionsError("\(path): \(error)")
    }
    if let failure { throw failure }
    for entry in left { try refused(Self.names(entry.path), entry.reason) }
  }

  private func walk(_ folder: String, _ names: [String], _ body: (Item) throws -> Void) throws {
    func refuse(_ names: [String], _ reason: String) throws {
      try body(Item(names: names, time: nil, content: .refused(reason)))
    }
    let entries: [String]
    do {
      entries = try Files.list(folder)
    } catch {
      guard !names.isEmpty else { throw SubmissionsError("\(error)") }
      return try refuse(names + [""], "the folder cannot be read: \(error.reason)")
    }
    guard names.count <= Self.deepest else {
      return try refuse(names + [""], "it stands more than \(Self.deepest) folders deep")
    }
    if !names.isEmpty && entries.count > Self.mostFiles {
      return try refuse(names + [""], "the folder holds more than \(Self.mostFiles) files")
    }
    for name in entries where !Self.isNoise([name]) {
      let (path, inner) = ("\(folder)/\(name)", names + [name])
      switch Files.kind(path) {
      case .folder?: try walk(path, inner, body)
      case .file?:
        guard ExerciseNames.isSource(name) || ArchiveName.isArchive(name) else {
          // That it is there tells that somebody handed something in; what it holds is not asked.
          try body(Item(names: inner, time: nil, content: .bytes([])))
          continue
        }
        do {
          let bytes = try Files.read(path, limit: Self.largestFile)
          try hand(inner, bytes, Files.changeTime(path), body)
        } catch let error as FileError where error.path == path {
          try refuse(inner, "it cannot be read: \(error.reason)")
        }
      case .symbolicLink?: try refuse(inner, "it is a symbolic link; links are not followed")
      case nil: try refuse(inner, "its name holds bytes that are no UTF-8, or it is gone")
      default: try refuse(inner, "it is no regular file")
      }
    }
  }

  /// Hands over a file, or what is in it if it is an archive within the first two names.
  private func hand(_ names: [String], _ bytes: [UInt8], _ time: Int?, _ body: (Item) throws -> Void) throws {
    guard ArchiveName.isArchive(names[names.count - 1]), names.filter(ArchiveName.isArchive).count <= 2 else {
      return try body(Item(names: names, time: time, content: .bytes(bytes)))
    }
    let archive: Archive
    do {
      archive = try Archive(bytes, limits: Self.innerLimits)
    } catch {
      return try body(Item(names: names + [""], time: nil, content: .refused("\(error)")))
    }
    if archive.files.isEmpty && archive.refused.isEmpty {
      try body(Item(names: names + [""], time: nil, content: .bytes([])))
    }
    for file in archive.files where !Self.isNoise(Self.names(file.path)) {
      try hand(names + Self.names(file.path), file.bytes, file.time ?? time, body)
    }
    for entry in archive.refused.prefix(20) {
      try body(Item(names: names + Self.names(entry.path), time: nil, content: .refused(entry.reason)))
    }
    if archive.refused.count > 20 {
      let reason = "\(archive.refused.count - 20) more of its entries are left out"
      try body(Item(names: names + [""], time: nil, content: .refused(reason)))
    }
  }

  private static func names(_ path: String) -> [String] {
    let names = path.split(separator: "/").map(String.init)
    return names.isEmpty ? [path] : names
  }

  private static let noise: Set<String> = ["__macosx", "thumbs.db", "desktop.ini"]

  /// What systems leave beside files, and nobody handed in.
  static func isNoise(_ names: [String]) -> Bool {
    names.contains { $0.hasPrefix(".") && $0 != ".." || noise.contains($0.lowercased()) }
  }
}
