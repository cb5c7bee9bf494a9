internal import Glibc

/// libarchive's functions, found when the first archive is read.
///
/// Linked in the usual way, the library and the ten that it needs would be loaded at every start of the command, which takes as long as the
/// rest of the start.
@safe struct LibArchive: @unchecked Sendable {
  typealias Archive = OpaquePointer
  typealias Entry = OpaquePointer

  let readNew: @convention(c) () -> Archive?
  let readFree: @convention(c) (Archive?) -> Int32
  let supportZip: @convention(c) (Archive?) -> Int32
  let supportTar: @convention(c) (Archive?) -> Int32
  let supportGzip: @convention(c) (Archive?) -> Int32
  let openMemory: @convention(c) (Archive?, UnsafeRawPointer?, Int) -> Int32
  let openFile: @convention(c) (Archive?, UnsafePointer<CChar>?, Int) -> Int32
  let nextHeader: @convention(c) (Archive?, UnsafeMutablePointer<Entry?>?) -> Int32
  let readData: @convention(c) (Archive?, UnsafeMutableRawPointer?, Int) -> Int
  let errorString: @convention(c) (Archive?) -> UnsafePointer<CChar>?
  let pathname: @convention(c) (Entry?) -> UnsafePointer<CChar>?
  let pathnameUTF8: @convention(c) (Entry?) -> UnsafePointer<CChar>?
  let hardlink: @convention(c) (Entry?) -> UnsafePointer<CChar>?
  let symlink: @convention(c) (Entry?) -> UnsafePointer<CChar>?
  let filetype: @convention(c) (Entry?) -> UInt32
  let isEncrypted: @convention(c) (Entry?) -> Int32
  let mtime: @convention(c) (Entry?) -> Int
  let mtimeIsSet: @convention(c) (Entry?) -> Int32

  /// Results of libarchive's functions, as its header has them.
  static let ok: Int32 = 0
  static let end: Int32 = 1
  static let warning: Int32 = -20

  /// The library; nil where it is not installed.
  static let shared = LibArchive()

  private init?() {
    guard let library = unsafe dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL) else { return nil }
    func find<Function>(_ name: String) -> Function? {
      guard let address = unsafe dlsym(library, name) else { return nil }
      return unsafe unsafeBitCast(address, to: Function.self)
    }
    guard let readNew: @convention(c) () -> Archive? = unsafe find("archive_read_new"),
      let readFree: @convention(c) (Archive?) -> Int32 = unsafe find("archive_read_free"),
      let supportZip: @convention(c) (Archive?) -> Int32 = unsafe find("archive_read_support_format_zip"),
      let supportTar: @convention(c) (Archive?) -> Int32 = unsafe find("archive_read_support_format_tar"),
      let supportGzip: @convention(c) (Archive?) -> Int32 = unsafe find("archive_read_support_filter_gzip"),
      let openMemory: @convention(c) (Archive?, UnsafeRawPointer?, Int) -> Int32 = unsafe find(
        "archive_read_open_memory"),
      let openFile: @convention(c) (Archive?, UnsafePointer<CChar>?, Int) -> Int32 = unsafe find(
        "archive_read_open_filename"),
      let nextHeader: @convention(c) (Archive?, UnsafeMutablePointer<Entry?>?) -> Int32 = unsafe find(
        "archive_read_next_header"),
      let readData: @convention(c) (Archive?, UnsafeMutableRawPointer?, Int) -> Int = unsafe find("archive_read_data"),
      let errorString: @convention(c) (Archive?) -> UnsafePointer<CChar>? = unsafe find("archive_error_string"),
      let pathname: @convention(c) (Entry?) -> UnsafePointer<CChar>? = unsafe find("archive_entry_pathname"),
      let pathnameUTF8: @convention(c) (Entry?) -> UnsafePointer<CChar>? = unsafe find("archive_entry_pathname_utf8"),
      let hardlink: @convention(c) (Entry?) -> UnsafePointer<CChar>? = unsafe find("archive_entry_hardlink"),
      let symlink: @convention(c) (Entry?) -> UnsafePointer<CChar>? = unsafe find("archive_entry_symlink"),
      let filetype: @convention(c) (Entry?) -> UInt32 = unsafe find("archive_entry_filetype"),
      let isEncrypted: @convention(c) (Entry?) -> Int32 = unsafe find("archive_entry_is_encrypted"),
      let mtime: @convention(c) (Entry?) -> Int = unsafe find("archive_entry_mtime"),
      let mtimeIsSet: @convention(c) (Entry?) -> Int32 = unsafe find("archive_entry_mtime_is_set")
    else { return nil }
    unsafe self.readNew = unsafe readNew
    unsafe self.readFree = unsafe readFree
    unsafe self.supportZip = unsafe supportZip
    unsafe self.supportTar = unsafe supportTar
    unsafe self.supportGzip = unsafe supportGzip
    unsafe self.openMemory = unsafe openMemory
    unsafe self.openFile = unsafe openFile
    unsafe self.nextHeader = unsafe nextHeader
    unsafe self.readData = unsafe readData
    unsafe self.errorString = unsafe errorString
    unsafe self.pathname = unsafe pathname
    unsafe self.pathnameUTF8 = unsafe pathnameUTF8
    unsafe self.hardlink = unsafe hardlink
    unsafe self.symlink = unsafe symlink
    unsafe self.filetype = unsafe filetype
    unsafe self.isEncrypted = unsafe isEncrypted
    unsafe self.mtime = unsafe mtime
    unsafe self.mtimeIsSet = unsafe mtimeIsSet
  }
}
