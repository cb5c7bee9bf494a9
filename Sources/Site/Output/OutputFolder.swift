internal import Files

/// A folder that is filled with files, of which it remembers the names.
///
/// Files of others in it are never changed or removed. Only files whose content differs are written, each under another
/// name first, so that none is ever half there.
package struct OutputFolder {
  /// What a run changed.
  package struct Changes: Hashable, Sendable {
    /// The files that were written, anew or changed.
    package var written: [String] = []
    /// The files that were removed.
    package var removed: [String] = []
    /// How many files were as they should be.
    package var unchanged = 0
  }

  /// The file with the names of ours.
  static let manifest = ".gradus-files"

  /// How the names of files begin that are being written, with the number of the process behind it.
  static let part = ".gradus-part-"

  private let path: String

  /// Takes a folder, which need not be there yet.
  package init(_ path: String) {
    var path = path
    while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// Makes the folder hold these files, by their paths in it, and none that an earlier run left.
  ///
  /// - Parameters:
  ///   - files: the files' contents.
  ///   - later: the paths of files that are ours as well, and are written by other means afterwards.
  package func write(_ files: [String: [UInt8]], later: [String] = []) throws -> Changes {
    switch Files.kind(path, followingLinks: true) {
    case nil, .folder?: break
    default: throw OutputError.notAFolder(path)
    }
    let ours = try known()
    let names = (files.keys + later).sorted()
    for name in later where !ours.contains(name) && Files.kind("\(path)/\(name)") != nil {
      throw OutputError.notOurs("\(path)/\(name)")
    }
    let different = try files.keys.sorted().filter { name in
      let target = "\(path)/\(name)"
      try checkFolders(of: name)
      switch Files.kind(target) {
      case nil: return true
      case .file?:
        let isSame = try Files.read(target, limit: files[name]?.count ?? 0) == files[name]
        guard isSame || ours.contains(name) else { throw OutputError.notOurs(target) }
        return !isSame
      default: throw OutputError.notOurs(target)
      }
    }
    var changes = Changes()
    changes.unchanged = files.count - different.count
    removeParts(of: Set(names).union(ours))
    let stale = ours.subtracting(names).filter { Files.kind("\(path)/\($0)") == .file }.sorted()
    guard !different.isEmpty || !stale.isEmpty || ours != Set(names) else { return changes }
    try Files.makeFolder(path)
    // First of all the names, so that a run that is stopped leaves nothing that the next one does not know.
    try put(Array((Set(names).union(ours).sorted().joined(separator: "\n") + "\n").utf8), at: Self.manifest)
    var folders: Set<String> = []
    for name in different {
      let folder = Files.folder(of: "\(path)/\(name)")
      if folders.insert(folder).inserted { try Files.makeFolder(folder) }
      try put(files[name] ?? [], at: name)
      changes.written.append(name)
    }
    for name in stale {
      Files.remove("\(path)/\(name)")
      Files.removeEmptyFolders(from: Files.folder(of: "\(path)/\(name)"), below: path)
      changes.removed.append(name)
    }
    try put(Array((names.joined(separator: "\n") + "\n").utf8), at: Self.manifest)
    return changes
  }

  private func put(_ bytes: [UInt8], at name: String) throws {
    let target = "\(path)/\(name)"
    let part = "\(Files.folder(of: target))/\(Self.part)\(Files.processID)"
    do {
      try Files.write(bytes, to: part)
      try Files.move(part, to: target)
    } catch {
      Files.remove(part)
      throw error
    }
  }

  /// Removes what runs that were killed were just writing.
  private func removeParts(of names: Set<String>) {
    for folder in Set(names.map { Files.folder(of: "\(path)/\($0)") }) where Files.kind(folder) == .folder {
      for name in (try? Files.list(folder)) ?? [] where name.hasPrefix(Self.part) {
        guard let process = Int32(name.dropFirst(Self.part.count)), !Files.isRunning(process) else { continue }
        Files.remove("\(folder)/\(name)")
      }
    }
  }

  /// The names that an earlier run left.
  private func known() throws -> Set<String> {
    let target = "\(path)/\(Self.manifest)"
    guard Files.kind(target) == .file else { return [] }
    let names = try Files.text(target).split(separator: "\n").map(String.init)
    // A name that leads elsewhere was not written by us.
    return Set(names.filter { !$0.hasPrefix("/") && !$0.split(separator: "/").contains("..") })
  }

  /// Refuses to write through links and files in the place of folders.
  private func checkFolders(of name: String) throws {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/\(part)"
      guard let kind = Files.kind(folder) else { return }
      guard kind == .folder else { throw OutputError.notOurs(folder) }
    }
  }
}

/// Why nothing could be written.
package enum OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What should be a folder is something else.
  case notAFolder(String)
  /// Something stands where a file should be written that no earlier run left there.
  case notOurs(String)

  /// A sentence that says what to do.
  package var description: String {
    switch self {
    case .notAFolder(let path): "\(path) is not a folder. Name a folder, which need not be there yet, with --output."
    case .notOurs(let path):
      "\(path) is in the way: it was not written by an earlier run, so it stays. Move it, or name another folder with "
        + "--output. Nothing was written."
    }
  }
}
