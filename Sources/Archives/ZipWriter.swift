internal import Glibc

/// Writes a zip file, entry by entry, with no more than one of them in memory; the same entries give the same bytes.
@safe package final class ZipWriter {
  private let library: WritingFunctions
  private let archive: OpaquePointer

  /// Begins a zip file; what stands at the path is written over.
  ///
  /// - Throws: ``ArchiveError``.
  package init(path: String) throws(ArchiveError) {
    guard let library = WritingFunctions.shared else { throw .noLibrary }
    guard let archive = unsafe library.new() else { throw .cannotWrite("out of memory") }
    self.library = library
    unsafe self.archive = archive
    try check(unsafe library.setFormat(archive))
    try check(unsafe path.withCString { unsafe library.openFile(archive, $0) })
  }

  deinit { _ = unsafe library.free(archive) }

  /// Adds a file.
  package func add(_ path: String, _ content: [UInt8], isExecutable: Bool = false) throws(ArchiveError) {
    guard let entry = unsafe library.newEntry() else { throw .cannotWrite("out of memory") }
    defer { unsafe library.freeEntry(entry) }
    unsafe path.withCString { unsafe library.setPath(entry, $0) }
    unsafe library.setType(entry, UInt32(Glibc.S_IFREG))
    unsafe library.setPermissions(entry, isExecutable ? 0o755 : 0o644)
    unsafe library.setSize(entry, Int64(content.count))
    // One time for all, so that the archive depends on nothing but its content: the first that zip can hold, of any zone.
    unsafe library.setTime(entry, Self.time, 0)
    try check(unsafe library.writeHeader(archive, entry))
    var rest = content[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe library.writeData(archive, $0.baseAddress, $0.count) }
      guard count > 0 else { throw failure }
      rest = rest.dropFirst(count)
    }
  }

  /// Writes what is left; without it the file is no zip file.
  package func end() throws(ArchiveError) { try check(unsafe library.close(archive)) }

  /// The second of January 1980.
  private static let time = 315_619_200

  private func check(_ result: Int32) throws(ArchiveError) {
    guard result == LibArchive.ok || result == LibArchive.warning else { throw failure }
  }

  private var failure: ArchiveError {
    .cannotWrite(unsafe library.errorString(archive).map { unsafe String(cString: $0) } ?? "unknown error")
  }
}

/// The functions of libarchive that write, found when the first archive is written.
@safe private struct WritingFunctions: @unchecked Sendable {
  let new: @convention(c) () -> OpaquePointer?
  let setFormat: @convention(c) (OpaquePointer?) -> Int32
  let openFile: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> Int32
  let newEntry: @convention(c) () -> OpaquePointer?
  let freeEntry: @convention(c) (OpaquePointer?) -> Void
  let setPath: @convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> Void
  let setType: @convention(c) (OpaquePointer?, UInt32) -> Void
  let setPermissions: @convention(c) (OpaquePointer?, UInt32) -> Void
  let setSize: @convention(c) (OpaquePointer?, Int64) -> Void
  let setTime: @convention(c) (OpaquePointer?, Int, Int) -> Void
  let writeHeader: @convention(c) (OpaquePointer?, OpaquePointer?) -> Int32
  let writeData: @convention(c) (OpaquePointer?, UnsafeRawPointer?, Int) -> Int
  let close: @convention(c) (OpaquePointer?) -> Int32
  let free: @convention(c) (OpaquePointer?) -> Int32
  let errorString: @convention(c) (OpaquePointer?) -> UnsafePointer<CChar>?

  /// The library; nil where it is not installed.
  static let shared = WritingFunctions()

  private init?() {
    guard let library = unsafe dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL) else { return nil }
    var isComplete = true
    func find(_ name: String) -> UnsafeMutableRawPointer {
      if let address = unsafe dlsym(library, "archive_\(name)") { return unsafe address }
      isComplete = false
      // Never called: an incomplete library is not used.
      return unsafe library
    }
    unsafe new = unsafe unsafeBitCast(find("write_new"), to: (@convention(c) () -> OpaquePointer?).self)
    unsafe setFormat = unsafe unsafeBitCast(
      find("write_set_format_zip"), to: (@convention(c) (OpaquePointer?) -> Int32).self)
    unsafe openFile = unsafe unsafeBitCast(
      find("write_open_filename"), to: (@convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> Int32).self)
    unsafe newEntry = unsafe unsafeBitCast(find("entry_new"), to: (@convention(c) () -> OpaquePointer?).self)
    unsafe freeEntry = unsafe unsafeBitCast(find("entry_free"), to: (@convention(c) (OpaquePointer?) -> Void).self)
    unsafe setPath = unsafe unsafeBitCast(
      find("entry_set_pathname"), to: (@convention(c) (OpaquePointer?, UnsafePointer<CChar>?) -> Void).self)
    unsafe setType = unsafe unsafeBitCast(
      find("entry_set_filetype"), to: (@convention(c) (OpaquePointer?, UInt32) -> Void).self)
    unsafe setPermissions = unsafe unsafeBitCast(
      find("entry_set_perm"), to: (@convention(c) (OpaquePointer?, UInt32) -> Void).self)
    unsafe setSize = unsafe unsafeBitCast(
      find("entry_set_size"), to: (@convention(c) (OpaquePointer?, Int64) -> Void).self)
    unsafe setTime = unsafe unsafeBitCast(
      find("entry_set_mtime"), to: (@convention(c) (OpaquePointer?, Int, Int) -> Void).self)
    unsafe writeHeader = unsafe unsafeBitCast(
      find("write_header"), to: (@convention(c) (OpaquePointer?, OpaquePointer?) -> Int32).self)
    unsafe writeData = unsafe unsafeBitCast(
      find("write_data"), to: (@convention(c) (OpaquePointer?, UnsafeRawPointer?, Int) -> Int).self)
    unsafe close = unsafe unsafeBitCast(find("write_close"), to: (@convention(c) (OpaquePointer?) -> Int32).self)
    unsafe free = unsafe unsafeBitCast(find("write_free"), to: (@convention(c) (OpaquePointer?) -> Int32).self)
    unsafe errorString = unsafe unsafeBitCast(
      find("error_string"), to: (@convention(c) (OpaquePointer?) -> UnsafePointer<CChar>?).self)
    guard isComplete else { return nil }
  }
}
