internal import Glibc

/// libarchive, entry by entry, over bytes in memory or over a file.
///
/// It only ever reads headers and unpacks bytes: nothing of it writes files.
@safe struct ArchiveReader: ~Copyable {
  /// What the header of an entry says.
  struct Entry {
    enum Kind {
      case file, folder
      case other(String)
    }

    let path: [UInt8]
    let kind: Kind
    let isEncrypted: Bool
    /// When it was changed last, in seconds since 1970.
    let time: Int?

    /// The path for messages.
    var text: String { String(decoding: path, as: UTF8.self) }
  }

  private let library: LibArchive
  private let archive: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  private init(
    _ library: LibArchive, _ archive: OpaquePointer, _ bytes: UnsafeMutableBufferPointer<UInt8>
  ) {
    self.library = library
    unsafe self.archive = archive
    unsafe self.bytes = bytes
  }

  private static func make(holding content: [UInt8]) throws(ArchiveError) -> ArchiveReader {
    guard let library = LibArchive.shared else { throw .noLibrary }
    guard let archive = unsafe library.readNew() else { throw .unreadable("out of memory") }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(content.count, 1))
    _ = unsafe copy.initialize(from: content)
    // From here on the reader owns both.
    let reader = unsafe ArchiveReader(library, archive, copy)
    // Other formats and filters are not needed, and each is a piece of code that reads hostile bytes.
    _ = unsafe library.supportZip(archive)
    _ = unsafe library.supportTar(archive)
    _ = unsafe library.supportGzip(archive)
    return reader
  }

  /// Opens an archive in memory.
  static func open(_ content: [UInt8]) throws(ArchiveError) -> ArchiveReader {
    let reader = try make(holding: content)
    guard unsafe reader.library.openMemory(reader.archive, reader.bytes.baseAddress, content.count) == LibArchive.ok
    else { throw .unreadable(reader.message) }
    return reader
  }

  /// Opens an archive that is a file.
  static func open(path: String) throws(ArchiveError) -> ArchiveReader {
    let reader = try make(holding: [])
    let result = unsafe path.withCString { unsafe reader.library.openFile(reader.archive, $0, 1 << 16) }
    guard result == LibArchive.ok else { throw .unreadable(reader.message) }
    return reader
  }

  deinit {
    _ = unsafe library.readFree(archive)
    unsafe bytes.deallocate()
  }

  /// The next entry; nil at the end.
  mutating func next() throws(ArchiveError) -> Entry? {
    var entry: OpaquePointer?
    let result = unsafe library.nextHeader(archive, &entry)
    if result == LibArchive.end { return nil }
    guard result == LibArchive.ok || result == LibArchive.warning, let entry = unsafe entry else {
      throw .unreadable(message)
    }
    return unsafe Entry(
      path: path(of: entry), kind: kind(of: entry), isEncrypted: library.isEncrypted(entry) != 0,
      time: library.mtimeIsSet(entry) != 0 ? library.mtime(entry) : nil)
  }

  /// The content of the entry that came last; nil if it is larger than may be.
  mutating func content(atMost limit: Int) throws(ArchiveError) -> [UInt8]? {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe library.readData(archive, &chunk, chunk.count)
      guard count >= 0 else { throw .unreadable(message) }
      if count == 0 { return content }
      guard content.count + count <= limit else { return nil }
      content += chunk[..<count]
    }
  }

  private func path(of entry: OpaquePointer) -> [UInt8] {
    guard let name = unsafe library.pathname(entry) ?? library.pathnameUTF8(entry) else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
  }

  private func kind(of entry: OpaquePointer) -> Entry.Kind {
    if unsafe library.hardlink(entry) != nil { return .other("a hard link") }
    if unsafe library.symlink(entry) != nil { return .other("a symbolic link") }
    return switch unsafe library.filetype(entry) {
    case UInt32(Glibc.S_IFREG): .file
    case UInt32(Glibc.S_IFDIR): .folder
    case UInt32(Glibc.S_IFLNK): .other("a symbolic link")
    case UInt32(Glibc.S_IFIFO): .other("a FIFO")
    case UInt32(Glibc.S_IFSOCK): .other("a socket")
    default: .other("a device")
    }
  }

  private var message: String {
    guard let text = unsafe library.errorString(archive) else { return "unknown error" }
    return unsafe String(cString: text)
  }
}
