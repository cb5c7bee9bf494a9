internal import CSV
internal import Files
package import Gradebook

/// Who is in the class: read from a table with a column for identifiers.
package struct Roster: Sendable {
  /// The students by their order in the table.
  package private(set) var students: [Student] = []
  /// What is wrong with single rows, which are left out.
  package private(set) var findings: [Finding] = []
  private var byWord: [String: Set<String>] = [:]
  /// The same with small and capital letters told apart, for rosters on which nothing else tells two students apart.
  private var byExactWord: [String: Set<String>] = [:]
  private var byName: [String: Set<String>] = [:]
  private var byID: [String: Int] = [:]

  /// What a column may hold, by the names that systems give it.
  private enum Column: String, CaseIterable {
    case id, name, first, last, section, email, login, number

    var names: Set<String> {
      switch self {
      case .id: ["id", "student id", "student_id", "sid", "sis user id", "id number", "idnumber", "identifier"]
      case .name: ["name", "full name", "student", "student name"]
      case .first: ["first name", "first_name", "given name", "firstname"]
      case .last: ["last name", "last_name", "surname", "family name", "lastname"]
      case .section: ["section", "sections", "group", "groups"]
      case .email: ["email", "email address", "e-mail", "mail"]
      case .login: ["sis login id", "login", "login id", "username", "user name"]
      case .number: ["canvas id", "canvas user id", "moodle id", "participant", "participant id", "user id"]
      }
    }
  }

  /// Reads a roster.
  ///
  /// - Throws: ``SubmissionsError`` when it is no table, or one without identifiers.
  package init(path: String) throws(SubmissionsError) {
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path, isAwaited: true)
    } catch {
      throw SubmissionsError("the roster cannot be read: \(error)")
    }
    // With broken letters names would match nobody, and nobody would know why.
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SubmissionsError("\(path) is no UTF-8. Save the roster as 'CSV UTF-8', as spreadsheets call it.")
    }
    try self.init(text, path: path)
  }

  /// Reads a roster from its text.
  package init(_ text: String, path: String) throws(SubmissionsError) {
    let table: CSVTable
    do {
      table = try CSVTable(text)
    } catch {
      throw SubmissionsError("\(path):\(error.line): \(error.description)")
    }
    let columns = Self.columns(table.columns)
    guard columns[.id] != nil else {
      throw SubmissionsError(
        "\(path):1: the roster has no column for identifiers. Name one of its columns 'id'; there are: "
          + table.columns.joined(separator: ", "))
    }
    for row in table.rows {
      func cell(_ column: Column) -> String {
        columns[column].flatMap { row.cells.indices.contains($0) ? row.cells[$0].trimmed : nil } ?? ""
      }
      let name = cell(.name).isEmpty ? "\(cell(.first)) \(cell(.last))".trimmed : cell(.name)
      // The row of points in a gradebook of Canvas.
      guard name != "Points Possible" else { continue }
      let place = "\(path):\(row.line)"
      let id = cell(.id)
      guard !id.isEmpty else {
        findings.append(
          Finding(
            .unmatched, name.isEmpty ? place : name, "line \(row.line) of the roster has no identifier; it is left out")
        )
        continue
      }
      guard byID[id] == nil else {
        findings.append(
          Finding(.duplicate, id, "the identifier stands again on line \(row.line) of the roster; the first one holds"))
        continue
      }
      byID[id] = students.count
      students.append(
        Student(id: id, name: name, section: cell(.section), email: cell(.email), isListed: true))
      for word in [id, cell(.email), cell(.login), cell(.number)] where !word.isEmpty {
        byWord[word.lowercased(), default: []].insert(id)
        byExactWord[word, default: []].insert(id)
      }
      for key in Self.keys(of: name) { byName[key, default: []].insert(id) }
    }
  }

  private static func columns(_ names: [String]) -> [Column: Int] {
    var found: [Column: Int] = [:]
    let lowered = names.map { $0.lowercased() }
    for column in Column.allCases {
      found[column] = lowered.firstIndex { column.names.contains($0) }
    }
    // Where Canvas gives both, its own number is `ID`, and the school's is `SIS User ID`.
    if let school = lowered.firstIndex(of: "sis user id"), let own = lowered.firstIndex(of: "id") {
      found[.id] = school
      found[.number] = own
    }
    return found
  }

  /// The forms in which systems write a name: letters alone, beginning with any of its words.
  private static func keys(of name: String) -> Set<String> {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard !words.isEmpty else { return [] }
    return Set(words.indices.map { (words[$0...] + words[..<$0]).joined() })
  }

  /// The student that an owner is; several, or none, where that is not plain.
  func students(matching owner: Owner) -> [Student] {
    var words = [owner.id] + owner.others
    if owner.isLoose {
      // A folder may be called by the name and the identifier together.
      if byWord[owner.id.lowercased()] == nil {
        words += owner.id.split { $0 == "_" || $0 == " " || $0 == "," || $0 == "(" || $0 == ")" }.map(String.init)
      }
    }
    var found = Set(words.flatMap { byWord[$0.lowercased()] ?? [] })
    if found.count > 1 {
      let exact = Set(words.flatMap { byExactWord[$0] ?? [] })
      if exact.count == 1 { found = exact }
    }
    if found.isEmpty {
      let name = owner.name.isEmpty && owner.isLoose ? owner.id : owner.name
      for key in Self.keys(of: name) { found.formUnion(byName[key] ?? []) }
    }
    return found.sorted().compactMap { byID[$0].map { students[$0] } }
  }
}

extension String {
  /// The text without spaces at its ends.
  var trimmed: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
