internal import Course

/// The texts of a new exercise: a small example that works as it stands, the mean of the squares of a vector's entries.
struct ExerciseTemplate {
  let names: ExerciseNames
  /// The lesson that the exercise belongs to.
  let lesson: LessonID
  /// The section of the lesson that its misconception refers to, `#the-derivation`; empty where the lesson is not the template's own.
  let section: String

  private var id: ExerciseID { names.id }
  private var function: String { names.function }

  var statement: String {
    """
    ---
    title: \(names.title)
    lesson: \(lesson)
    difficulty: 1
    minutes: 10
    prerequisites: []
    ---

    Write the mean of the squares of a vector's entries.

    ## Functions

    - `\(function)`: the number $\\frac{1}{n} \\sum_i x_i^2$ for a vector $x$ of length $n \\geq 1$.

    ## What counts as right

    Values agree with the reference within a relative error of $10^{-9}$.

    ## Hints

    1. What must come out for a vector of one entry?
    2. Which product of a vector with itself adds up squares?
    3. Make the vector longer by repeating its entries: the result must stay the same.

    """
  }

  var starter: String {
    """
    // \(names.title): write \(function).
    // Check your work with: gradus check \(id)

    import LinearAlgebra

    \(declaration) {
      todo("the mean of the squares")
    }

    """
  }

  var solution: String {
    """
    // \(names.title). The lesson's symbols: x is the vector, n the number of its entries.

    import LinearAlgebra

    \(declaration) {
      let sumOfSquares = dot(x, x)
      return sumOfSquares / Double(x.count)
    }

    """
  }

  var alternative: String {
    """
    // The squares are added one by one.

    import LinearAlgebra

    \(declaration) {
      var sum = 0.0
      for index in 0..<x.count { sum += x[index] * x[index] / Double(x.count) }
      return sum
    }

    """
  }

  private var declaration: String {
    """
    /// The mean of the squares of the entries of `x`, of which there is at least one.
    func \(function)(_ x: Vector) -> Double
    """
  }

  var misconceptions: String {
    """
    ## Afterwards

    Say here what the reference does well, and what to compare in one's own: it is shown to those who have passed. The inner
    product of a vector with itself is the sum of its squares, which spares a loop.

    ## sum-for-the-mean

    ```misconception
    title: The squares are added up, but not divided by their number
    lesson: \(lesson)\(section)
    ```

    The number is right for vectors of one entry, and too large by the number of entries otherwise. A mean does not grow
    when the same entries come again; a sum does.

    ```diff
    -  return sumOfSquares / Double(x.count)
    +  return sumOfSquares
    ```

    """
  }

  var checks: String {
    """
    internal import Grading
    internal import LinearAlgebra
    internal import Wire

    @testable internal import Solutions

    /// What \(names.title.lowercased()) must satisfy.
    @Sendable func \(names.checks)() -> ExerciseChecks {
      ExerciseChecks(
        "\(id)",
        [
          .agreement(
            "the mean of the squares of x", points: 10,
            Function("\(function)", \(function)),
            ["x"], plan: CasePlan(long: 0)
          ) { g in [g.vector(g.dimension())] }
        ])
    }

    """
  }

  /// The line of the table of checks.
  var tableEntry: String { "  \"\(id)\": \(names.checks),\n" }

  var newLesson: String {
    """
    ---
    title: \(names.title)
    sources: []
    objectives:
      - Derive the mean of squares
    prerequisites: []
    ---

    Say here why anybody should want to know this.

    ## The derivation

    The squares of the $n$ entries of a vector $x$ have the mean

    $$\\frac{1}{n} \\sum_{i=1}^{n} x_i^2 = \\frac{x^\\top x}{n},$$

    which is what `\(function)` computes: [Derive it](exercise:\(id)).

    """
  }

  /// What is appended to a lesson that is there already.
  var lessonEnd: String { "\nWrite `\(function)`: [\(names.title)](exercise:\(id)).\n" }
}
