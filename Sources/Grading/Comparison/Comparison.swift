internal import Wire

/// The outcome of holding a student's value against the expected one.
struct Comparison {
  /// The first place where they differ; nil when they agree.
  var first: Difference?
  /// The largest error of a number; infinite where something else than a number is wrong.
  var largestError = 0.0
  /// How many numbers are wrong, by block.
  var wrong: [String: Int] = [:]
  /// How many numbers there are, by block, blocks in their order.
  var blocks: [(name: String, count: Int)] = []

  var agrees: Bool { first == nil }

  /// A place where two values differ.
  struct Difference {
    var location: Location
    var kind: Kind

    enum Kind {
      /// Other kinds or shapes of values.
      case shape(student: String, expected: String)
      /// Other numbers of items in a list.
      case count(student: Int, expected: Int)
      /// A number that is infinite or not a number.
      case notFinite(student: Double, expected: Double)
      /// Numbers that are too far apart.
      case number(student: Double, expected: Double)
      /// Other whole numbers, texts or truth values.
      case unequal(student: Value, expected: Value)
    }
  }

  /// Compares two values.
  init(student: Value, expected: Value, tolerance: Tolerance) {
    compare(student, expected, Location(), tolerance)
  }

  private mutating func compare(_ student: Value, _ expected: Value, _ location: Location, _ tolerance: Tolerance) {
    switch (student, expected) {
    case (.list(let mine), .list(let right)):
      guard mine.count == right.count else {
        return note(location, .count(student: mine.count, expected: right.count), wrong: 1, of: 1)
      }
      for index in right.indices {
        var inner = location
        inner.items.append(index)
        compare(mine[index], right[index], inner, tolerance)
      }
    case (.structure(let name, let mine), .structure(let rightName, let right))
    where name == rightName && mine.map(\.label) == right.map(\.label):
      for (field, rightField) in zip(mine, right) {
        var inner = location
        if location == Location() { inner.block = field.label } else { inner.fields.append(field.label) }
        compare(field.value, rightField.value, inner, tolerance)
      }
    case (.number, .number), (.vector, .vector), (.matrix, .matrix):
      compareNumbers(student, expected, location, tolerance)
    case (.integer, .integer), (.boolean, .boolean), (.text, .text), (.none, .none):
      let wrong = student == expected ? 0 : 1
      note(location, .unequal(student: student, expected: expected), wrong: wrong, of: 1)
    default:
      note(location, .shape(student: student.shape, expected: expected.shape), wrong: 1, of: 1)
    }
  }

  private mutating func compareNumbers(
    _ student: Value, _ expected: Value, _ location: Location, _ tolerance: Tolerance
  ) {
    guard student.shape == expected.shape, let mine = student.numbers, let right = expected.numbers else {
      return note(location, .shape(student: student.shape, expected: expected.shape), wrong: 1, of: 1)
    }
    let failing = right.indices.filter { !tolerance.accepts(mine[$0], right[$0]) }
    guard let offset = failing.first else { return note(location, nil, wrong: 0, of: right.count) }
    let errors = failing.map { Tolerance.error(mine[$0], right[$0]) }
    largestError = errors.reduce(largestError) { $1.isFinite ? max($0, $1) : .infinity }
    var place = location
    place.entry = expected.entry(at: offset)
    let kind: Difference.Kind =
      mine[offset].isFinite
      ? .number(student: mine[offset], expected: right[offset])
      : .notFinite(student: mine[offset], expected: right[offset])
    note(place, kind, wrong: failing.count, of: right.count)
  }

  private mutating func note(_ location: Location, _ kind: Difference.Kind?, wrong count: Int, of total: Int) {
    if let index = blocks.firstIndex(where: { $0.name == location.block }) {
      blocks[index].count += total
    } else {
      blocks.append((location.block, total))
    }
    guard count > 0, let kind else { return }
    if case .number = kind {} else { largestError = .infinity }
    wrong[location.block, default: 0] += count
    if first == nil { first = Difference(location: location, kind: kind) }
  }
}
