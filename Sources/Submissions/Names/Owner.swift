/// Who handed something in, as far as the name of a folder, an archive or a file says.
struct Owner: Hashable {
  /// What identifies them where there is no roster.
  var id: String
  /// Their name, where it is told apart from the identifier.
  var name = ""
  /// Other words by which a roster may know them: addresses, numbers of other systems.
  var others: [String] = []
  /// Whether the identifier may hold other words besides.
  var isLoose = false
}

/// What the name of a file or folder says of who handed it in.
struct SubmissionName: Hashable {
  /// The owner.
  var owner: Owner
  /// The file's name as the student gave it; nil where the name is a folder's.
  var file: String?
  /// Whether the name says that it came late.
  var isMarkedLate = false
}

extension SubmissionName {
  /// Reads a name of a download from Moodle: `Name_123_assignsubmission_file_` of a folder, with the file's name behind it of a file.
  init?(moodle name: String) {
    guard let mark = name.firstRange(of: "_assignsubmission_") else { return nil }
    let head = name[..<mark.lowerBound]
    guard let underscore = head.lastIndex(of: "_"), underscore > head.startIndex else { return nil }
    let number = head[head.index(after: underscore)...]
    guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    owner = Owner(id: String(number), name: String(head[..<underscore]))
    // The plug-in that took the submission, file or onlinetext, stands before the file's name.
    let rest = name[mark.upperBound...]
    let parts = rest.split(separator: "_", maxSplits: 1, omittingEmptySubsequences: false)
    file = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
  }

  /// Reads a file's name of a download from Canvas: `lastfirst_LATE_12_345_bptt-1.swift`, with or without the mark.
  init?(canvas name: String) {
    var parts = name.split(separator: "_", omittingEmptySubsequences: false)[...]
    guard parts.count >= 4, let key = parts.popFirst(), !key.isEmpty else { return nil }
    let isLate = parts.first == "LATE"
    if isLate { parts.removeFirst() }
    func isNumber(_ part: Substring?) -> Bool {
      guard let part, !part.isEmpty else { return false }
      return part.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard let user = parts.popFirst(), isNumber(user), isNumber(parts.popFirst()), !parts.isEmpty else { return nil }
    owner = Owner(id: String(user), name: String(key))
    file = parts.joined(separator: "_")
    isMarkedLate = isLate
  }

  /// Takes the name of a folder or an archive as the student's.
  init(plain name: String) {
    var stem = name
    for suffix in ArchiveName.suffixes + ArchiveName.foreign
    where stem.lowercased().hasSuffix(suffix) && stem.count > suffix.count {
      stem = String(stem.dropLast(suffix.count))
      break
    }
    var isLate = false
    for mark in ["_late", "-late", " late", " (late)"]
    where stem.lowercased().hasSuffix(mark) && stem.count > mark.count {
      stem = String(stem.dropLast(mark.count))
      isLate = true
      break
    }
    owner = Owner(id: stem, isLoose: true)
    isMarkedLate = isLate
  }
}

/// Names of archives.
enum ArchiveName {
  static let suffixes = [".tar.gz", ".tgz", ".tar", ".zip"]

  static func isArchive(_ name: String) -> Bool {
    let name = name.lowercased()
    return suffixes.contains { name.hasSuffix($0) && name.count > $0.count }
  }

  /// How the names of archives and compressed files end that are never opened.
  static let foreign = [
    ".tar.bz2", ".tar.xz", ".tar.zst", ".rar", ".7z", ".gz", ".bz2", ".xz", ".zst", ".tbz", ".tbz2", ".txz",
  ]

  /// Whether a name is that of an archive which is never opened.
  static func isForeign(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return !isArchive(name) && foreign.contains { lowered.hasSuffix($0) && lowered.count > $0.count }
  }

  /// Why what has this name is not opened, though it is packed; nil where it is not.
  static func reasonNotToOpen(_ name: String) -> String? {
    if isForeign(name) { return "only .zip, .tar, .tar.gz and .tgz are opened; unpack it, or ask for it anew" }
    if isArchive(name) { return "it is an archive in an archive in an archive, and is not opened" }
    return nil
  }
}
