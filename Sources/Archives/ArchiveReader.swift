internal import CArchive
internal import Glibc

/// libarchive, entry by entry, over bytes in memory.
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

    /// The path for messages.
    var text: String { String(decoding: path, as: UTF8.self) }
  }

  private let archive: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  private init(_ archive: OpaquePointer, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
    unsafe self.archive = archive
    unsafe self.bytes = bytes
  }

  /// Opens an archive.
  static func open(_ content: [UInt8]) throws(ArchiveError) -> ArchiveReader {
    guard let archive = unsafe archive_read_new() else { throw .unreadable("out of memory") }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(content.count, 1))
    _ = unsafe copy.initialize(from: content)
    // From here on the reader owns both.
    let reader = unsafe ArchiveReader(archive, copy)
    // Other formats and filters are not needed, and each is a piece of code that reads hostile bytes.
    unsafe archive_read_support_format_zip(archive)
    unsafe archive_read_support_format_tar(archive)
    unsafe archive_read_support_filter_gzip(archive)
    guard unsafe archive_read_open_memory(archive, copy.baseAddress, content.count) == ARCHIVE_OK else {
      throw .unreadable(unsafe message(archive))
    }
    return reader
  }

  deinit {
    unsafe archive_read_free(archive)
    unsafe bytes.deallocate()
  }

  /// The next entry; nil at the end.
  mutating func next() throws(ArchiveError) -> Entry? {
    var entry: OpaquePointer?
    let result = unsafe archive_read_next_header(archive, &entry)
    if result == ARCHIVE_EOF { return nil }
    guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry = unsafe entry else {
      throw .unreadable(unsafe Self.message(archive))
    }
    return unsafe Entry(
      path: Self.path(of: entry), kind: Self.kind(of: entry),
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// The content of the entry that came last; nil if it is larger than may be.
  mutating func content(atMost limit: Int) throws(ArchiveError) -> [UInt8]? {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe archive_read_data(archive, &chunk, chunk.count)
      guard count >= 0 else { throw .unreadable(unsafe Self.message(archive)) }
      if count == 0 { return content }
      guard content.count + count <= limit else { return nil }
      content += chunk[..<count]
    }
  }

  private static func path(of entry: OpaquePointer) -> [UInt8] {
    guard let name = unsafe archive_entry_pathname(entry) ?? archive_entry_pathname_utf8(entry) else { return [] }
    return unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
  }

  private static func kind(of entry: OpaquePointer) -> Entry.Kind {
    if unsafe archive_entry_hardlink(entry) != nil { return .other("a hard link") }
    if unsafe archive_entry_symlink(entry) != nil { return .other("a symbolic link") }
    return switch unsafe UInt32(archive_entry_filetype(entry)) {
    case UInt32(Glibc.S_IFREG): .file
    case UInt32(Glibc.S_IFDIR): .folder
    case UInt32(Glibc.S_IFLNK): .other("a symbolic link")
    case UInt32(Glibc.S_IFIFO): .other("a FIFO")
    case UInt32(Glibc.S_IFSOCK): .other("a socket")
    default: .other("a device")
    }
  }

  private static func message(_ archive: OpaquePointer) -> String {
    guard let text = unsafe archive_error_string(archive) else { return "unknown error" }
    return unsafe String(cString: text)
  }
}
