internal import Course
internal import Wire

/// What a failed check tells of a submission: its values for the cases of the check.
struct Evidence {
  let check: Check
  let agreement: Agreement
  let cases: [PreparedCase]
  /// The student's values, in the form in which they are compared; nil where the function returned nothing.
  let values: [Value?]
  /// The cases in which the student's value is not the expected one.
  let differing: [Int]

  init(_ check: Check, _ agreement: Agreement, _ cases: [PreparedCase], values: [Value?]) {
    self.check = check
    self.agreement = agreement
    self.cases = cases
    self.values = values
    differing = zip(cases, values).enumerated().compactMap { index, pair in
      guard let value = pair.1 else { return nil }
      let comparison = Comparison(student: value, expected: pair.0.expected, tolerance: agreement.tolerance)
      return comparison.agrees ? nil : index
    }
  }

  /// The function that was called.
  var function: String { agreement.function.name }

  /// In how many cases at least a wrong program must differ from the reference and agree with the student: one number can come about in many
  /// ways.
  private static let fewestDiffering = 2

  /// Whether there is enough to hold a wrong program against.
  var isTelling: Bool { differing.count >= Self.fewestDiffering }
}
