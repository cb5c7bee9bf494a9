/// What an archive may hold; whatever holds more is not unpacked at all.
package struct ArchiveLimits: Hashable, Sendable {
  /// Files, folders and everything else, counted as they come.
  package var entries = 5000
  /// Bytes of all files together, as unpacked.
  package var totalBytes = 64 << 20
  /// Bytes of one file, as unpacked.
  package var fileBytes = 8 << 20
  /// Folders in folders.
  package var depth = 16
  /// Bytes of a path.
  package var pathBytes = 1000

  /// The defaults: a class of hundreds, each with a few files.
  package init() {}
}

/// Why an archive is not unpacked.
package enum ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It is no archive that can be read; holds what the reader says.
  case unreadable(String)
  /// It holds more than this many entries.
  case tooManyEntries(Int)
  /// Its files are larger than this many bytes together.
  case tooLarge(Int)
  /// It is encrypted.
  case encrypted
  /// The folder to unpack into has something in it.
  case folderNotEmpty(String)
  /// libarchive is not installed.
  case noLibrary
  /// A file of the archive could not be written.
  case cannotWrite(String)

  /// What is wrong and what to do.
  package var description: String {
    switch self {
    case .unreadable(let reason):
      "this is no archive that can be read (\(reason)). Give a .zip, .tar, .tar.gz or .tgz file."
    case .tooManyEntries(let most):
      "the archive holds more than \(most) files and folders. Pack fewer, or unpack it yourself."
    case .tooLarge(let most):
      "what the archive holds is larger than \(most >> 20) MB. Leave out data and what was compiled, or unpack it yourself."
    case .encrypted: "the archive is encrypted. Pack it without a password."
    case .folderNotEmpty(let folder): "\(folder) has files in it. Give a new or empty folder."
    case .noLibrary: "archives are read by libarchive, which is not installed: `apt-get install libarchive13`."
    case .cannotWrite(let reason): "a file of the archive cannot be written: \(reason)"
    }
  }
}
