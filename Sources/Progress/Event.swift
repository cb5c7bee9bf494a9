package import Course

/// Something that happened in a workspace.
///
/// Events are all that is kept; what a learner has reached is computed from them.
package struct Event: Hashable, Sendable {
  /// What happened.
  package enum Kind: Hashable, Sendable {
    /// A file was graded: how it came out, and a hash of its content.
    case attempt(Status, Points, content: String)
    /// A hint was opened, counted from 1.
    case hint(Int)
    /// The exercise was put off.
    case skip
    /// The solution was looked at before the exercise was passed.
    case giveUp
    /// The exercise was chosen to work on.
    case choose
    /// The file was set back to the starter; what stood there was saved at this path.
    case reset(backup: String)
    /// One way through the course was chosen.
    case follow
    /// A file of ours was written, with this content.
    case wrote(content: String)
    /// Something was said that is said only once.
    case told
  }

  /// A number that no other event has.
  package let id: Int64
  /// When, in seconds since 1970.
  package let time: Double
  /// What.
  package let kind: Kind
  /// Of what: an exercise's name, a file's path or the name of a way.
  package let subject: String

  /// Makes an event.
  package init(id: Int64, time: Double, kind: Kind, subject: String) {
    self.id = id
    self.time = time
    self.kind = kind
    self.subject = subject
  }
}

extension Event {
  /// An event's kind as it is stored: a word, and what belongs to it.
  struct Fields: Hashable {
    var word: String
    var status = ""
    var points = Points.none
    var detail = ""
  }

  var fields: Fields {
    switch kind {
    case .attempt(let status, let points, let content):
      Fields(word: "attempt", status: status.rawValue, points: points, detail: content)
    case .hint(let number): Fields(word: "hint", detail: String(number))
    case .skip: Fields(word: "skip")
    case .giveUp: Fields(word: "give-up")
    case .choose: Fields(word: "choose")
    case .reset(let backup): Fields(word: "reset", detail: backup)
    case .follow: Fields(word: "follow")
    case .wrote(let content): Fields(word: "wrote", detail: content)
    case .told: Fields(word: "told")
    }
  }

  /// Reads an event back; nil of a kind that this program does not know.
  init?(id: Int64, time: Double, subject: String, _ fields: Fields) {
    let kind: Kind
    switch fields.word {
    case "attempt":
      guard let status = Status(rawValue: fields.status) else { return nil }
      kind = .attempt(status, fields.points, content: fields.detail)
    case "hint":
      guard let number = Int(fields.detail) else { return nil }
      kind = .hint(number)
    case "skip": kind = .skip
    case "give-up": kind = .giveUp
    case "choose": kind = .choose
    case "reset": kind = .reset(backup: fields.detail)
    case "follow": kind = .follow
    case "wrote": kind = .wrote(content: fields.detail)
    case "told": kind = .told
    default: return nil
    }
    self.init(id: id, time: time, kind: kind, subject: subject)
  }
}
