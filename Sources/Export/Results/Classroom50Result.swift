internal import Course
package import JSON

/// What an autograder leaves for Classroom 50, the successor of GitHub Classroom: the content of `result.json`.
///
/// Source: schema `classroom50/result/v1`.
package enum Classroom50Result {
  /// The names of the variables of the environment that say which submission it is, by the field that they fill.
  package static let variables = [
    (field: "classroom", name: "CLASSROOM"), (field: "assignment", name: "ASSIGNMENT"),
    (field: "submission", name: "SUBMISSION_TAG"), (field: "commit", name: "COMMIT_URL"),
    (field: "release", name: "RELEASE_URL"), (field: "review", name: "REVIEW_URL"),
  ]

  /// The result of the files of one submission.
  ///
  /// Scores are whole numbers there; parts of points are left off, so that nobody has more than they earned.
  ///
  /// - Parameters:
  ///   - environment: looks up a variable of the environment.
  ///   - moment: when it was graded, in UTC: `2026-11-20T22:59:00Z`.
  package static func value(
    _ files: [GradedFile], environment: (String) -> String?, moment: String
  ) -> JSONValue {
    let checks = files.flatMap { file in file.verdict.checks.map { (file.verdict.exercise.rawValue, $0) } }
    var members: [(key: String, value: JSONValue)] = [("schema", "classroom50/result/v1")]
    members += variables.map { ($0.field, .string(environment($0.name) ?? "")) }
    members += [
      ("datetime", .string(moment)),
      ("score", whole(files.reduce(0) { $0 + $1.verdict.score })),
      ("max-score", whole(files.reduce(0) { $0 + $1.verdict.maxScore })),
      (
        "tests",
        .array(
          checks.map { exercise, check in
            [
              "test-name": .string(files.count > 1 ? "\(exercise): \(check.name)" : check.name),
              "passed": .boolean(check.status == .passed),
              "score": whole(check.points),
              "max-score": whole(check.maxPoints),
            ]
          })
      ),
    ]
    return .object(members.map { JSONValue.Member($0.key, $0.value) })
  }

  private static func whole(_ points: Double) -> JSONValue { .integer(Int(points.rounded(.down))) }
}
