internal import Course

/// One of the forms that a mistake comes in.
struct MistakeForm {
  let misconception: Misconception
  let edit: SourceEdit
  /// The name of the wrong program.
  let name: String

  /// Whether the form has the misconception's own name.
  var isFirst: Bool { name == misconception.id }
}

extension Misconception {
  /// The forms of the mistake: the misconception's name is that of the first.
  var forms: [MistakeForm] {
    edits.enumerated().map { number, edit in
      MistakeForm(misconception: self, edit: edit, name: number == 0 ? id : "\(id)-\(number + 1)")
    }
  }
}
