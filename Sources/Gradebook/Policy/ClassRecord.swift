package import Course

/// A class with its grades, as a policy makes them of a gradebook.
package struct ClassRecord: Sendable {
  /// A student with the grades in the order of the exercises.
  package struct Entry: Hashable, Sendable {
    /// The student.
    package let student: Student
    /// A grade for each exercise.
    package let grades: [Grade]
    /// All attempts, exercise by exercise.
    package let attempts: [Attempt]

    /// Makes the entry of a student.
    package init(student: Student, grades: [Grade], attempts: [Attempt]) {
      self.student = student
      self.grades = grades
      self.attempts = attempts
    }

    /// The weighted sum of the points, of what could be had.
    package var total: Points {
      grades.reduce(.none) { $0 + Points(earned: $1.points * $1.weight, possible: $1.possible * $1.weight) }
    }
  }

  /// The exercises that are graded.
  package let exercises: [GradedExercise]
  /// The students by identifier.
  package let entries: [Entry]
  /// What else was found among submissions.
  package let findings: [Finding]

  /// Makes the record of a class.
  package init(exercises: [GradedExercise], entries: [Entry], findings: [Finding]) {
    self.exercises = exercises
    self.entries = entries
    self.findings = findings
  }
}

extension Gradebook {
  /// The class with its grades.
  ///
  /// Graded are the exercises that the policy names, or, where it names none, those for which anybody handed something in.
  package func record(_ policy: GradingPolicy) throws(GradebookError) -> ClassRecord {
    let attempts = try attempts()
    let used = Set(attempts.values.joined().map(\.exercise))
    let exercises = try exercises().filter {
      policy.rules.isEmpty ? used.contains($0.id) : policy.rules[$0.id] != nil
    }
    let entries = try students().map { student in
      let own = attempts[student.id] ?? []
      let byExercise = Dictionary(grouping: own, by: \.exercise)
      let grades = exercises.map { policy.grade($0, of: student.id, byExercise[$0.id] ?? []) }
      return ClassRecord.Entry(student: student, grades: grades, attempts: own)
    }
    // Who is missing in one download may be in another, and what is wrong with a roster is found with each.
    var seen: Set<Finding> = []
    let findings = try findings().filter { finding in
      let isMoot = finding.kind == .missing && attempts[finding.subject]?.isEmpty == false
      return !isMoot && seen.insert(finding).inserted
    }
    return ClassRecord(exercises: exercises, entries: entries, findings: findings)
  }
}
