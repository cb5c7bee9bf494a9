/// A word that is the same as another if all bytes are.
///
/// To `String`, `é` as one character and as `e` with an accent behind it are the same; files of vectors have both, with a
/// vector each.
struct ExactWord: Hashable, Sendable {
  let text: String

  static func == (a: Self, b: Self) -> Bool { a.text == b.text && a.text.utf8.elementsEqual(b.text.utf8) }

  func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
