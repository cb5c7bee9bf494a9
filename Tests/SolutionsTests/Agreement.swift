import LinearAlgebra
import Wire

/// When two values count as equal: the same shape throughout, and every number within an error relative to the larger, or
/// absolute where both are below 1.
///
/// Written so that what is not a number agrees with nothing.
struct Agreement {
  let largestError: Double

  /// Agreement of two exact ways to the same value.
  static let exact = Agreement(largestError: 1e-9)

  /// Agreement of a derivative with central differences.
  static let centralDifferences = Agreement(largestError: 1e-6)

  /// The first place where two values do not agree, in words; nil where there is none.
  func disagreement(_ actual: some Any, _ expected: some Any) -> String? {
    do {
      return disagreement(try Value(of: actual), try Value(of: expected), at: "result")
    } catch {
      return "they cannot be compared: \(error)"
    }
  }

  /// The first place where two values do not agree, in words; nil where there is none.
  func disagreement(_ actual: Value, _ expected: Value, at place: String) -> String? {
    switch (actual, expected) {
    case (.number(let actual), .number(let expected)):
      let error = abs(actual - expected) / max(1, abs(actual), abs(expected))
      return error <= largestError ? nil : "\(place): \(actual) is not \(expected), error \(error)"
    case (.vector(let actual), .vector(let expected)):
      return disagreement(actual.elements, expected.elements, at: place)
    case (.matrix(let actual), .matrix(let expected)) where actual.columns == expected.columns:
      return disagreement(actual.elements, expected.elements, at: place)
    case (.list(let actual), .list(let expected)) where actual.count == expected.count:
      return zip(actual, expected).enumerated().lazy
        .compactMap { disagreement($1.0, $1.1, at: "\(place)[\($0)]") }.first
    case (.structure(let name, let actual), .structure(let other, let expected))
    where name == other && actual.map(\.label) == expected.map(\.label):
      return zip(actual, expected).lazy
        .compactMap { disagreement($0.value, $1.value, at: "\(place).\($0.label)") }.first
    default:
      return actual == expected ? nil : "\(place): \(actual) is not \(expected)"
    }
  }

  private func disagreement(_ actual: [Double], _ expected: [Double], at place: String) -> String? {
    guard actual.count == expected.count else {
      return "\(place): \(actual.count) numbers in place of \(expected.count)"
    }
    return zip(actual, expected).enumerated().lazy
      .compactMap { disagreement(.number($1.0), .number($1.1), at: "\(place)[\($0)]") }.first
  }
}
