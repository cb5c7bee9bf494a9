internal import Files

extension SubmissionTree {
  /// What stands at the top and one folder below.
  struct Survey {
    /// The names at the top, without what systems leave beside files.
    var top: Set<String> = []
    /// The names of folders at the top, and of those in them.
    var folders: Set<[String]> = []
    /// The content of the file that was asked for.
    var metadata: [UInt8]?

    mutating func add(folder names: [String]) {
      guard !names.isEmpty, !SubmissionTree.isNoise(names) else { return }
      top.insert(names[0])
      folders.formUnion((1...min(2, names.count)).map { Array(names.prefix($0)) })
    }
  }

  /// The names and folders at the top, and what stands in the file of this name, at the top or one folder below.
  func survey(for metadata: String) throws -> Survey {
    var survey = Survey()
    guard isArchive else {
      for name in try Files.list(path) where !Self.isNoise([name]) {
        survey.top.insert(name)
        guard Files.kind("\(path)/\(name)") == .folder else { continue }
        survey.add(folder: [name])
        // A folder that cannot be read is told of where its files are.
        let within = (try? Files.list("\(path)/\(name)")) ?? []
        for inner in within where Files.kind("\(path)/\(name)/\(inner)") == .folder {
          survey.add(folder: [name, inner])
        }
      }
      for folder in [path] + survey.top.sorted().map({ "\(path)/\($0)" }) where survey.metadata == nil {
        let candidate = "\(folder)/\(metadata)"
        if Files.kind(candidate) == .file { survey.metadata = try Files.read(candidate) }
      }
      return survey
    }
    var folders: [[String]] = []
    try walkArchive {
      folders.append($0)
    } file: { names, bytes, _ in
      survey.top.insert(names[0])
      survey.add(folder: names.dropLast())
      if names.count <= 2, names[names.count - 1] == metadata { survey.metadata = survey.metadata ?? bytes }
    } refused: { _, _ in
    }
    for names in folders { survey.add(folder: names) }
    return survey
  }
}
