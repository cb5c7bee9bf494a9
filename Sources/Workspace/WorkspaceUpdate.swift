internal import Course
internal import Files
internal import Progress

/// What bringing a workspace up to date did to a file.
package struct FileChange: Hashable, Sendable {
  /// What was done.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It was not there and was written.
    case added
    /// It was as we had left it and was written anew.
    case updated
    /// It belongs to the course no more, was as we had left it, and was removed.
    case removed
    /// It is the learner's, with its exercise in another folder now, and was moved there.
    case moved
    /// It was changed by the learner and left alone, although the course has a newer one.
    case kept
    /// There was nothing to do.
    case unchanged
  }

  /// What was done.
  package let kind: Kind
  /// The path from the workspace's folder.
  package let path: String
}

extension Workspace {
  /// Makes a workspace in a folder, or brings the one there up to date.
  ///
  /// A file is ours as long as its content is what we have written. Whatever else stands in the way of a file is the learner's and stays.
  package static func update(
    _ folder: String, to content: WorkspaceContent
  ) throws -> (workspace: Workspace, isNew: Bool, changes: [FileChange], notices: [String]) {
    try Files.makeFolder(folder)
    guard let root = Files.realPath(folder) else { throw WorkspaceError("\(folder) cannot be found") }
    let workspace = Workspace(root: root)
    let isNew = !isRoot(root)
    if isNew {
      if let outer = around(Files.folder(of: root)) {
        throw WorkspaceError(
          "\(root) lies in the workspace \(outer.root). Choose a folder outside, or bring that one up to date: gradus init \(outer.root)"
        )
      }
      if Files.exists("\(root)/exercises") && Files.exists("\(root)/solutions") {
        throw WorkspaceError("\(root) is the folder of a course, not of a learner. Choose another: gradus init DIR")
      }
    }
    try Files.makeFolder(workspace.state)
    let store = try ProgressStore(folder: workspace.state, isNew: isNew)
    let written = try store.written()
    var update = Update(workspace: workspace, written: written)
    do {
      for item in content.items { try update.place(item) }
      try update.removeOthers(than: content)
    } catch {
      // What was written before the disk was full is ours nonetheless.
      try? store.record(update.records)
      throw error
    }
    try store.record(update.records)
    return (workspace, isNew, update.changes, store.notices)
  }
}

/// The work of bringing files up to date.
private struct Update {
  let workspace: Workspace
  let written: [String: String]
  var changes: [FileChange] = []
  var records: [(kind: Event.Kind, subject: String)] = []

  mutating func place(_ item: WorkspaceContent.Item) throws {
    let path = workspace.path(item.path)
    let new = ContentHash(of: item.content).text
    if item.isStarter && Files.kind(path) == nil, let old = formerPlace(of: item) {
      try Files.makeFolder(Files.folder(of: path))
      try Files.move(workspace.path(old), to: path)
      if let hash = written[old] { records.append((.wrote(content: hash), item.path)) }
      return note(.moved, item.path)
    }
    guard let kind = Files.kind(path) else {
      try write(item, new)
      return note(.added, item.path)
    }
    guard kind == .file else { return note(.kept, item.path) }
    let present = ContentHash(of: try Files.read(path)).text
    if present == new {
      if written[item.path] != new { records.append((.wrote(content: new), item.path)) }
      note(.unchanged, item.path)
    } else if present == written[item.path] {
      try write(item, new)
      note(.updated, item.path)
    } else {
      // A learner's own work stays without a word, unless the course has something newer for it.
      note(written[item.path] == new ? .unchanged : .kept, item.path)
    }
  }

  /// Removes files of ours that the course has no more.
  mutating func removeOthers(than content: WorkspaceContent) throws {
    let present = Set(content.items.map(\.path))
    for (path, hash) in written.sorted(by: { $0.key < $1.key }) where !present.contains(path) {
      let file = workspace.path(path)
      guard Files.kind(file) == .file, ContentHash(of: try Files.read(file)).text == hash else { continue }
      Files.remove(file)
      note(.removed, path)
    }
  }

  /// Where a starter stood before its topic's folder was renamed, if the learner has worked on it.
  private func formerPlace(of item: WorkspaceContent.Item) -> String? {
    written.keys.sorted().first { path in
      guard path != item.path, Files.name(of: path) == Files.name(of: item.path), path.hasPrefix("exercises/"),
        let bytes = try? Files.read(workspace.path(path))
      else { return false }
      return ContentHash(of: bytes).text != written[path]
    }
  }

  private mutating func write(_ item: WorkspaceContent.Item, _ hash: String) throws {
    let path = workspace.path(item.path)
    try Files.makeFolder(Files.folder(of: path))
    try Files.replace(item.content, at: path)
    records.append((.wrote(content: hash), item.path))
  }

  private mutating func note(_ kind: FileChange.Kind, _ path: String) {
    changes.append(FileChange(kind: kind, path: path))
  }
}
