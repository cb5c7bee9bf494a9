internal import Course
internal import Markdown

/// What a page needs to know of the course around it.
struct PageLinks: Sendable {
  /// The course as readers see it.
  let guide: CourseGuide
  /// The path from the page's folder to the site's.
  let root: String
  /// The folder of the document in the course, from which paths of files start.
  let folder: String
  /// Whether exercises have pages.
  var hasExercises = true
  /// Where the text of a lesson is, if that is not a page of its own on the site; what it gives may be nil.
  var lessonAddress: (@Sendable (LessonID, String?) -> String?)?
  /// What stands before the names of sections, so that they are unique where a page holds several documents.
  var sectionPrefix = ""

  /// Where a link leads on the site, if its target is there, and what kind of link it is.
  func target(_ destination: String) -> (address: String?, kind: String?) {
    switch CourseReference(destination) {
    case .lesson(let id, let section)?:
      if let lessonAddress { return (lessonAddress(id, section), nil) }
      return ("\(root)lessons/\(id).html\(section.map { "#" + $0 } ?? "")", nil)
    case .exercise(let id, let section)?:
      guard hasExercises else { return (nil, "exercise") }
      return ("\(root)exercises/\(id).html\(section.map { "#" + $0 } ?? "")", "exercise")
    case .section(let section)?: return ("#\(sectionPrefix)\(section)", nil)
    case .malformed?: return ("#", nil)
    case nil:
      if let file = CourseFile.path(destination, from: folder) { return (root + file.published, nil) }
      return (destination, "outside")
    }
  }
}

/// A file of the course that a document links or shows.
struct CourseFile: Hashable, Sendable {
  /// The path from the course's folder.
  let path: String

  /// Where it stands on the site.
  var published: String { "files/" + path }

  /// The file that a relative path leads to from a folder of the course.
  ///
  /// Nil where the destination is no relative path, or leads out of the course.
  static func path(_ destination: String, from folder: String) -> CourseFile? {
    guard !destination.isEmpty, !destination.hasPrefix("/"), !destination.hasPrefix("#") else { return nil }
    let end = destination.firstIndex { $0 == "?" || $0 == "#" } ?? destination.endIndex
    // A colon before the first slash ends the name of a scheme.
    guard !destination[..<end].prefix(while: { $0 != "/" }).contains(":") else { return nil }
    var parts = folder.split(separator: "/").map(String.init)
    for part in decoded(destination[..<end]).split(separator: "/", omittingEmptySubsequences: true) {
      switch part {
      case ".": continue
      case "..": if parts.popLast() == nil { return nil }
      default: parts.append(String(part))
      }
    }
    return parts.isEmpty ? nil : CourseFile(path: parts.joined(separator: "/"))
  }

  private static func decoded(_ path: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = path.utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
