internal import Course
internal import Files
internal import Glibc

/// The events of a workspace as lines of text, from which the database can be made again.
///
/// Lines are only ever added, each with one write, and each ends in a sum of what stands before: one that was cut short, or that another
/// program has changed, is left out.
struct Journal {
  let path: String

  private static let heading = "gradus journal 1"

  /// The events in their order, and how many lines could not be read.
  func read() throws(FileError) -> (events: [Event], unreadable: Int) {
    var events: [Event] = []
    var unreadable = 0
    for line in try Files.text(path).split(separator: "\n") where line != Self.heading {
      if let event = Self.event(of: line) { events.append(event) } else { unreadable += 1 }
    }
    return (events, unreadable)
  }

  /// The size in bytes; nil where there is no file.
  var size: Int? {
    var status = stat()
    return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Adds an event at the end and gives the number of bytes that were added.
  func append(_ event: Event) throws(FileError) -> Int {
    let descriptor = unsafe open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(action: "open", path: path, code: errno) }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0x0A
    if size > 0 { _ = unsafe pread(descriptor, &last, 1, size - 1) }
    let start = size == 0 ? Self.heading + "\n" : last == 0x0A ? "" : "\n"
    let bytes = Array((start + Self.line(of: event) + "\n").utf8)
    guard unsafe Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw FileError(action: "write", path: path, code: errno == 0 ? ENOSPC : errno)
    }
    return bytes.count
  }

  /// Writes all events anew, in one step.
  func write(_ events: [Event]) throws(FileError) -> Int {
    let bytes = Array(([Self.heading] + events.map(Self.line) + [""]).joined(separator: "\n").utf8)
    try Files.write(bytes, to: path + ".new")
    try Files.move(path + ".new", to: path)
    return bytes.count
  }

  static func line(of event: Event) -> String {
    let fields = event.fields
    let parts = [
      String(event.id), String(event.time), fields.word, event.subject, fields.status, String(fields.points.earned),
      String(fields.points.possible), fields.detail,
    ]
    let text = parts.map(escaped).joined(separator: "\t")
    return "\(text)\t\(ContentHash(of: text).text)"
  }

  static func event(of line: Substring) -> Event? {
    guard let tab = line.lastIndex(of: "\t"),
      ContentHash(of: String(line[..<tab])).text == line[line.index(after: tab)...]
    else { return nil }
    let parts = line[..<tab].split(separator: "\t", omittingEmptySubsequences: false).map(unescaped)
    guard parts.count == 8, let id = Int64(parts[0]), let time = Double(parts[1]), let earned = Double(parts[5]),
      let possible = Double(parts[6])
    else { return nil }
    return Event(
      id: id, time: time, subject: parts[3],
      Event.Fields(
        word: parts[2], status: parts[4], points: Points(earned: earned, possible: possible), detail: parts[7]))
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
      .replacing("\r", with: "\\r")
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        isEscaped = false
        switch scalar {
        case "t": result += "\t"
        case "n": result += "\n"
        case "r": result += "\r"
        default: result.unicodeScalars.append(scalar)
        }
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
