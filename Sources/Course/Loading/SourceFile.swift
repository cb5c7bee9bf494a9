import Glibc

/// Reads files and folders of a course.
package enum SourceFile {
  /// The largest file that is read, in bytes.
  package static let largestSize = 4 << 20

  /// The text of a regular file of UTF-8.
  ///
  /// - Parameter name: What the file is called in an error; the path where nil.
  package static func text(of path: String, named name: String? = nil) throws(CourseError) -> String {
    let bytes = try bytes(of: path, named: name ?? path)
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw CourseError(notText(bytes, named: name ?? path))
  }

  /// The problem of bytes that are no UTF-8, with the line on which the first of them stands.
  package static func notText(_ bytes: [UInt8], named name: String) -> Problem {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }.map { $0 + 1 }
    return Problem(file: name, line: line, message: "the file is not UTF-8 text", mend: "Save it as UTF-8")
  }

  /// Whether a regular file stands there.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// The names in a folder in their order, hidden ones left out; nil where there is no such folder.
  static func names(in folder: String) -> [String]? {
    guard let stream = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
        unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func bytes(of path: String, named name: String) throws(CourseError) -> [UInt8] {
    // Without waiting, so that a named pipe in the file's place is an error and not a halt.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(name) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure(name) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw CourseError(
        Problem(file: name, message: "this is not a regular file", mend: "Put a file of text in its place"))
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure(name)
      }
      bytes += buffer[..<count]
      guard bytes.count <= largestSize else {
        let line = bytes[..<largestSize].count { $0 == UInt8(ascii: "\n") } + 1
        throw CourseError(
          Problem(
            file: name, line: line, message: "the file is larger than \(largestSize >> 20) MiB",
            mend: "Part it into several"))
      }
    }
  }

  private static func failure(_ name: String) -> CourseError {
    let code = errno
    let words = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    let mend = code == ENOENT ? "Write the file, or mend its name" : "Make the file readable"
    return CourseError(Problem(file: name, message: "the file cannot be read: \(words)", mend: mend))
  }
}
