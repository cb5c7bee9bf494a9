internal import Files

/// What was found in an archive: files with safe names, in memory, and what is left out.
///
/// Folders are not listed: they are made for the files in them.
package struct Archive: Hashable, Sendable {
  /// A file.
  package struct File: Hashable, Sendable {
    /// Its path, relative, with `/` between names, none of which is `.` or `..`.
    package let path: String
    /// Its content.
    package let bytes: [UInt8]
    /// When it was changed last, in seconds since 1970; nil where the archive does not say.
    package var time: Int?
  }

  /// An entry that is left out.
  package struct Refused: Hashable, Sendable {
    /// The path as the archive has it, broken bytes replaced.
    package let path: String
    /// Why, in words.
    package let reason: String
  }

  /// The files, in the archive's order.
  package private(set) var files: [File] = []
  /// What is left out.
  package private(set) var refused: [Refused] = []

  /// Reads an archive: zip, tar, or tar compressed by gzip.
  ///
  /// Only regular files are taken, and only those whose names stay where they are unpacked.
  ///
  /// - Throws: ``ArchiveError`` when it cannot be read or holds more than the limits allow.
  package init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    var files: [File] = []
    refused = try Self.walk(try ArchiveReader.open(bytes), limits, { _ in }) { files.append($0) }
    self.files = files
  }

  /// Hands over the files of an archive that stands at a path, one after the other, so that no more than one is in memory.
  ///
  /// - Parameter folder: is given the paths of folders, as far as the archive names them.
  /// - Returns: what is left out.
  /// - Throws: ``ArchiveError``; files that came before were handed over then.
  package static func walk(
    path: String, limits: ArchiveLimits, folder: (String) -> Void = { _ in },
    _ body: (File) throws(ArchiveError) -> Void
  ) throws(ArchiveError) -> [Refused] {
    try walk(try ArchiveReader.open(path: path), limits, folder, body)
  }

  private static func walk(
    _ reader: consuming ArchiveReader, _ limits: ArchiveLimits, _ folder: (String) -> Void,
    _ body: (File) throws(ArchiveError) -> Void
  ) throws(ArchiveError) -> [Refused] {
    var reader = reader
    var refused: [Refused] = []
    var count = 0
    var total = 0
    // What stands where: a path that is taken cannot be taken again, nor be a folder.
    var filePaths: Set<String> = []
    var folderPaths: Set<String> = []
    while let entry = try reader.next() {
      count += 1
      guard count <= limits.entries else { throw .tooManyEntries(limits.entries) }
      if entry.isEncrypted { throw .encrypted }
      let path: String
      switch EntryPath.check(entry.path, limits) {
      case .safe(let safe): path = safe
      case .unsafe(let reason):
        refused.append(Refused(path: entry.text, reason: reason))
        continue
      }
      switch entry.kind {
      case .folder:
        folder(path)
        continue
      case .file: break
      case .other(let name):
        refused.append(Refused(path: entry.text, reason: "it is \(name), and only regular files are taken"))
        continue
      }
      let folders = EntryPath.folders(of: path)
      guard !filePaths.contains(path), !folderPaths.contains(path), filePaths.isDisjoint(with: folders) else {
        refused.append(Refused(path: entry.text, reason: "another file of the archive has this place"))
        continue
      }
      let room = min(limits.fileBytes, limits.totalBytes - total)
      guard let content = try reader.content(atMost: room) else {
        if room < limits.fileBytes { throw .tooLarge(limits.totalBytes) }
        refused.append(Refused(path: entry.text, reason: "it is larger than \(limits.fileBytes >> 10) KB"))
        // What was skipped was unpacked all the same, and takes time.
        total += limits.fileBytes
        guard total <= limits.totalBytes else { throw .tooLarge(limits.totalBytes) }
        continue
      }
      total += content.count
      filePaths.insert(path)
      folderPaths.formUnion(folders)
      try body(File(path: path, bytes: content, time: entry.time))
    }
    guard count > 0 else { throw .unreadable("it is empty") }
    return refused
  }

  /// Writes the files into a folder, which must be new or empty, with the folders that they stand in.
  package func write(into folder: String) throws(ArchiveError) {
    do {
      try Files.makeFolder(folder)
      guard try Files.list(folder).isEmpty, Files.kind(folder) == .folder else {
        throw ArchiveError.folderNotEmpty(folder)
      }
      for file in files {
        try Files.makeFolder(Files.folder(of: "\(folder)/\(file.path)"))
        try Files.write(file.bytes, to: "\(folder)/\(file.path)")
      }
    } catch let error as ArchiveError {
      throw error
    } catch {
      throw .cannotWrite("\(error)")
    }
  }
}

/// Names of entries: whatever is not plainly inside is refused.
enum EntryPath {
  enum Finding: Equatable {
    case safe(String)
    case unsafe(String)
  }

  static func check(_ bytes: [UInt8], _ limits: ArchiveLimits) -> Finding {
    guard bytes.count <= limits.pathBytes else { return .unsafe("its path is longer than \(limits.pathBytes) bytes") }
    // Names of other times and systems are no UTF-8; they are kept readable, not exact.
    let text = String(decoding: bytes, as: UTF8.self)
    guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      return .unsafe("its path holds control characters")
    }
    guard !text.hasPrefix("/") else { return .unsafe("its path is absolute") }
    // What is a separator elsewhere would be part of a name here, or the other way round.
    guard !text.contains("\\") else { return .unsafe("its path holds a backslash") }
    let names = text.split(separator: "/").filter { $0 != "." }
    guard !names.isEmpty else { return .unsafe("it has no name") }
    guard !names.contains("..") else { return .unsafe("its path leads upwards") }
    guard !(names[0].count == 2 && names[0].hasSuffix(":")) else { return .unsafe("its path names a drive") }
    guard names.count <= limits.depth else { return .unsafe("it stands more than \(limits.depth) folders deep") }
    guard names.allSatisfy({ $0.utf8.count <= 255 }) else { return .unsafe("a name is longer than 255 bytes") }
    return .safe(names.joined(separator: "/"))
  }

  /// The folders that a path stands in.
  static func folders(of path: String) -> Set<String> {
    let names = path.split(separator: "/").dropLast()
    return Set(names.indices.map { names[...$0].joined(separator: "/") })
  }
}
