package import Course
package import Gradebook

/// What would become of grades if all attempts were graded by the present graders, with the seeds of a policy.
package struct WhatIf: Sendable {
  /// A grade that would change, or a verdict that would.
  package struct Move: Hashable, Sendable {
    /// A check that comes out differently.
    package struct Check: Hashable, Sendable {
      /// Its name.
      package let name: String
      /// How it came out; nil where there was no such check.
      package let before: Status?
      /// How it would come out; nil where there is no such check any more.
      package let after: Status?
    }

    /// The student.
    package let student: Student
    /// The grade as it is.
    package let before: Grade
    /// The grade as it would be.
    package let after: Grade
    /// The checks by which it moves.
    package let checks: [Check]

    /// By how many points the grade would move.
    package var change: Double { after.points - before.points }
  }

  /// The grades that would change, by student and exercise.
  package private(set) var moves: [Move] = []
  /// How many grades were compared.
  package private(set) var compared = 0
  /// How many could not be: they have no verdict yet, or would have none.
  package private(set) var without = 0

  private let course: ClassCourse
  private let policy: GradingPolicy

  /// Prepares a comparison.
  package init(_ course: ClassCourse, _ policy: GradingPolicy) {
    self.course = course
    self.policy = policy
  }

  /// What has to be graded for it, in order: what has a verdict by the present grader already is left out.
  package func jobs(_ gradebook: Gradebook, only: ExerciseID? = nil) throws -> [Job] {
    let graders = try graders(gradebook)
    var seen: Set<Job> = []
    var jobs: [Job] = []
    for (_, attempts) in try gradebook.attempts().sorted(by: { $0.key < $1.key }) {
      for attempt in attempts where only == nil || attempt.exercise == only {
        guard attempt.outcome != nil, let grader = graders[attempt.exercise] else { continue }
        let job = job(attempt)
        guard seen.insert(job).inserted, try gradebook.verdict(of: job, grader: grader) == nil else { continue }
        jobs.append(job)
      }
    }
    return jobs
  }

  /// Compares the grades as they are with those that would be.
  package mutating func compare(_ gradebook: Gradebook, only: ExerciseID? = nil) throws {
    let graders = try graders(gradebook)
    let record = try gradebook.record(policy)
    for entry in record.entries {
      let byExercise = Dictionary(grouping: entry.attempts, by: \.exercise)
      for (exercise, before) in zip(record.exercises, entry.grades) where only == nil || exercise.id == only {
        guard before.state == .graded, let grader = graders[exercise.id] else {
          without += before.attempts > 0 ? 1 : 0
          continue
        }
        var attempts: [Attempt] = []
        for attempt in byExercise[exercise.id] ?? [] { attempts.append(try regraded(attempt, grader, gradebook)) }
        let after = policy.grade(present(exercise), of: entry.student.id, attempts)
        guard after.state == .graded else {
          without += 1
          continue
        }
        compared += 1
        guard after.points != before.points || after.attempt?.outcome?.status != before.attempt?.outcome?.status
        else { continue }
        moves.append(
          Move(
            student: entry.student, before: before, after: after, checks: try changes(before, after, gradebook)))
      }
    }
  }

  private func graders(_ gradebook: Gradebook) throws -> [ExerciseID: Int] {
    var graders: [ExerciseID: Int] = [:]
    for entry in course.entries { graders[entry.location.id] = try gradebook.grader(of: entry.graded) }
    return graders
  }

  private func job(_ attempt: Attempt) -> Job {
    Job(
      submission: attempt.submission, exercise: attempt.exercise,
      seed: policy.seed(for: attempt.student, attempt.exercise))
  }

  private func present(_ exercise: GradedExercise) -> GradedExercise { course.entry(exercise.id)?.graded ?? exercise }

  /// The attempt as it would have come out; one that was never graded stays so.
  private func regraded(_ attempt: Attempt, _ grader: Int, _ gradebook: Gradebook) throws -> Attempt {
    var regraded = attempt
    guard attempt.outcome != nil else { return attempt }
    let job = job(attempt)
    regraded.outcome = try gradebook.outcome(of: job, grader: grader)
    return regraded
  }

  private func changes(_ before: Grade, _ after: Grade, _ gradebook: Gradebook) throws -> [Move.Check] {
    func checks(_ grade: Grade) throws -> [CheckResult] {
      try grade.attempt?.outcome.flatMap { try gradebook.verdict($0.verdict) }?.checks ?? []
    }
    let (old, new) = (try checks(before), try checks(after))
    let names = old.map(\.name) + new.map(\.name).filter { name in !old.contains { $0.name == name } }
    return names.compactMap { name in
      let check = Move.Check(
        name: name, before: old.first { $0.name == name }?.status, after: new.first { $0.name == name }?.status)
      return check.before == check.after ? nil : check
    }
  }
}
