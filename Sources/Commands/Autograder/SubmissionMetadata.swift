internal import Files
internal import Gradebook
internal import JSON

/// What Gradescope tells an autograder of a submission, in `submission_metadata.json`.
struct SubmissionMetadata {
  /// Who handed it in; of several, the one whose identifier comes first, so that a group has the same cases each time.
  var student = Student(id: "")
  /// What the assignment is worth.
  var points: Double?

  static let name = "submission_metadata.json"

  init() {}

  /// Reads the file.
  ///
  /// - Throws: what is wrong with it.
  init(path: String) throws {
    let json = try JSONValue.parse(try Files.read(path, limit: 16 << 20))
    if case .array(let users)? = json["users"] {
      let students = users.map { user in
        let email = Self.text(user["email"]) ?? ""
        let id = Self.text(user["sid"]) ?? (email.isEmpty ? Self.text(user["id"]) : email)
        return Student(id: id ?? "", name: Self.text(user["name"]) ?? "", email: email)
      }
      student = students.filter { !$0.id.isEmpty }.min { $0.id < $1.id } ?? student
    }
    points = Self.text(json["assignment"]?["total_points"]).flatMap(Double.init)
  }

  /// A text, or a number as one.
  private static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): text.isEmpty ? nil : text
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    default: nil
    }
  }
}
