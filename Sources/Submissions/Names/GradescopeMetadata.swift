internal import Gradebook

/// Who handed in what in a download from Gradescope, as its file `submission_metadata.yml` says.
///
/// Of that file only the few lines are read that matter; the results in it may be megabytes.
struct GradescopeMetadata {
  struct Entry: Hashable {
    var owners: [Owner] = []
    var time: Int?
  }

  static let name = "submission_metadata.yml"

  /// The submissions by the names of their folders.
  private(set) var entries: [String: Entry] = [:]

  init(_ text: String) {
    var current: String?
    var isInSubmitters = false
    for line in text.split(whereSeparator: \.isNewline) {
      let indentation = line.prefix { $0 == " " }.count
      let words = line.dropFirst(indentation)
      if indentation == 0 && !words.hasPrefix("- ") {
        let name = words.hasSuffix(":") ? String(words.dropLast()) : ""
        current = name.hasPrefix("submission_") ? name : nil
        if let current { entries[current] = Entry() }
        isInSubmitters = false
        continue
      }
      guard let current else { continue }
      if indentation == 2 && !words.hasPrefix("- ") {
        isInSubmitters = words.hasPrefix(":submitters:")
        if let text = Self.value(of: ":created_at:", in: words) { entries[current]?.time = Moment.seconds(text) }
        continue
      }
      guard isInSubmitters, indentation == 2 || indentation == 4 else { continue }
      let fields = words.hasPrefix("- ") ? words.dropFirst(2) : words
      if words.hasPrefix("- ") { entries[current]?.owners.append(Owner(id: "")) }
      guard var owner = entries[current]?.owners.popLast() else { continue }
      if let text = Self.value(of: ":name:", in: fields) { owner.name = text }
      if let text = Self.value(of: ":sid:", in: fields) { owner.id = text }
      if let text = Self.value(of: ":email:", in: fields) { owner.others.append(text) }
      entries[current]?.owners.append(owner)
    }
    for (name, entry) in entries {
      // Who has no number there is known by the address, and at the least by the submission.
      entries[name]?.owners = entry.owners.map { owner in
        var owner = owner
        if owner.id.isEmpty { owner.id = owner.others.first ?? owner.name }
        return owner
      }
    }
  }

  private static func value(of key: String, in words: Substring) -> String? {
    guard words.hasPrefix(key) else { return nil }
    var text = words.dropFirst(key.count)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    for quote in ["'", "\""] where text.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote) {
      let inner = text.dropFirst().dropLast()
      return quote == "'" ? String(inner.replacing("''", with: "'")) : unescaped(inner)
    }
    return text.isEmpty || text == "null" || text == "~" ? nil : String(text)
  }

  /// The text of a scalar in double quotes, with what stands for characters of names in it: `\"`, `\\`, `\xFC`, `\u00FC`, `\U0001F600`.
  private static func unescaped(_ text: Substring) -> String {
    var (rest, plain) = (text, "")
    while let character = rest.popFirst() {
      guard character == "\\", let mark = rest.popFirst() else {
        plain.append(character)
        continue
      }
      let digits: [Character: Int] = ["x": 2, "u": 4, "U": 8]
      let number = digits[mark].flatMap { UInt32(rest.prefix($0), radix: 16) }
      if let scalar = number.flatMap(Unicode.Scalar.init) {
        plain.unicodeScalars.append(scalar)
        rest.removeFirst(digits[mark] ?? 0)
      } else {
        plain.append(mark)
      }
    }
    return plain
  }
}
