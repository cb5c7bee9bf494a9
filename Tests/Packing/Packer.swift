internal import CArchive
internal import Glibc

/// Makes archives, hostile ones as well, that no sensible program would make.
package struct Packer {
  package enum Format: String, CaseIterable {
    case zip, tar
    case tgz = "tar.gz"
  }

  /// An entry as it is to stand in the archive.
  package struct Entry {
    package var path: String
    package var content: [UInt8]
    package var type: UInt32
    package var target: String?
    package var isHardLink: Bool
    /// When it was changed last, in seconds since 1970.
    package var time: Int?

    package init(
      path: String, content: [UInt8] = [], type: UInt32 = 0o100_000, target: String? = nil, isHardLink: Bool = false,
      time: Int? = nil
    ) {
      self.path = path
      self.content = content
      self.type = type
      self.target = target
      self.isHardLink = isHardLink
      self.time = time
    }
  }

  /// The bytes of an archive.
  package static func pack(_ entries: [Entry], as format: Format) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: (1 << 20) + entries.reduce(0) { $0 + $1.content.count + 2048 })
    var used = 0
    guard let archive = unsafe archive_write_new() else { return [] }
    switch format {
    case .zip: unsafe archive_write_set_format_zip(archive)
    case .tar: unsafe archive_write_set_format_pax_restricted(archive)
    case .tgz:
      unsafe archive_write_set_format_pax_restricted(archive)
      unsafe archive_write_add_filter_gzip(archive)
    }
    unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe archive_write_open_memory(archive, buffer.baseAddress, buffer.count, &used)
      for entry in entries { unsafe add(entry, to: archive) }
      unsafe archive_write_close(archive)
    }
    unsafe archive_write_free(archive)
    return Array(bytes[..<used])
  }

  private static func add(_ entry: Entry, to archive: OpaquePointer) {
    guard let header = unsafe archive_entry_new() else { return }
    unsafe archive_entry_set_pathname(header, entry.path)
    unsafe archive_entry_set_filetype(header, entry.type)
    unsafe archive_entry_set_perm(header, 0o644)
    unsafe archive_entry_set_size(header, Int64(entry.content.count))
    if let time = entry.time { unsafe archive_entry_set_mtime(header, time, 0) }
    if let target = entry.target {
      if entry.isHardLink {
        unsafe archive_entry_set_hardlink(header, target)
      } else {
        unsafe archive_entry_set_symlink(header, target)
      }
    }
    unsafe archive_write_header(archive, header)
    if !entry.content.isEmpty { _ = unsafe archive_write_data(archive, entry.content, entry.content.count) }
    unsafe archive_entry_free(header)
  }
}
