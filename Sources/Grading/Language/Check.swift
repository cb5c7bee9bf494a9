package import Wire

/// What one exercise must satisfy.
package struct ExerciseChecks {
  /// The exercise's identifier.
  package let exercise: String
  /// The checks, in the order in which they run and are reported.
  package let checks: [Check]
  /// What a student's program may use.
  package var limits = ProgramLimits()

  /// Makes the checks of an exercise.
  package init(_ exercise: String, _ checks: [Check]) {
    self.exercise = exercise
    // A function that is timed must be right as well: what it returns then is judged as where it is compared.
    self.checks = checks.map { check in
      guard case .cost(var comparison) = check.kind else { return check }
      comparison.agreement = checks.lazy.compactMap { $0.agreement(on: comparison.function.name) }.first
      return Check(name: check.name, points: check.points, kind: .cost(comparison))
    }
  }

  /// The functions that a student must write, each once, in the order of the checks.
  package var functions: [Function] {
    var seen: Set<String> = []
    return checks.flatMap(\.functions).filter { seen.insert($0.name).inserted }
  }

  /// The points that a right solution gets.
  package var maximumPoints: Int { checks.reduce(0) { $0 + $1.points } }
}

/// One thing that a solution must do, worth some points.
package struct Check {
  /// What is checked, as a student reads it.
  package let name: String
  /// The points for it; none are given in part.
  package let points: Int
  /// How it is checked.
  package let kind: Kind

  /// The ways of checking.
  package enum Kind {
    /// A function's results agree with the reference's.
    case agreement(Agreement)
    /// A function's cost does not grow with the size of an argument.
    case cost(CostComparison)
  }

  /// How the results of a function are compared, if that is what is checked.
  fileprivate func agreement(on function: String) -> Agreement? {
    guard case .agreement(let agreement) = kind, agreement.function.name == function else { return nil }
    return agreement
  }

  var functions: [Function] {
    switch kind {
    case .agreement(let agreement): [agreement.function]
    case .cost(let comparison): [comparison.function]
    }
  }
}

/// A function's results agree with the reference's on many inputs.
package struct Agreement {
  /// The function: its name in the student's file, and the reference.
  package let function: Function
  /// The parameters' names, for reports.
  package let parameters: [String]
  /// Which inputs are drawn.
  package var plan: CasePlan
  /// Draws the arguments of a case.
  package let arguments: (inout CaseGenerator) -> [Any]
  /// How close the results must be.
  package var tolerance = Tolerance.results
  /// Brings a result into the form in which equal work is equal; given the arguments as well.
  package var canonical: ((Value, [Value]) -> Value)?
  /// The derivatives that the result holds.
  package var gradient: Gradient?
  /// The contributions of each time step, a list of values like the result, if the result is a sum over time.
  package var terms: Function?
  /// The first time step of lists that run over time, by the label of the field ("" for the result itself).
  package var timeSteps: [String: Int] = [:]
}

/// What a gradient is the gradient of, so that a wrong one can be explained.
package struct Gradient {
  /// The scalar loss, a function of the same arguments.
  package let loss: Function
  /// Which part of the result is the derivative by which argument: result field to argument ("p.Wx" is a field of argument p).
  package let blocks: [(result: String, argument: String)]
  /// How the student's own functions compute the loss: each stage calls one function, the last gives the number.
  package let ownLoss: [Stage]

  /// One call of a student's function on the way to the loss.
  package struct Stage {
    let function: String
    let arguments: ([Value], Value) -> [Value]

    /// Calls `function` with arguments made of the check's arguments and the result of the stage before.
    package init(_ function: String, _ arguments: @escaping (_ arguments: [Value], _ previous: Value) -> [Value]) {
      self.function = function
      self.arguments = arguments
    }
  }

  /// Describes a gradient.
  package init(
    of loss: Function, blocks: [(result: String, argument: String)], ownLoss: [Stage] = []
  ) {
    self.loss = loss
    self.blocks = blocks
    self.ownLoss = ownLoss
  }
}

/// A function's cost must not grow with the size of one argument: the processor time of the calls is compared between a small
/// and a large one.
///
/// The grader reads the time from the kernel, outside the student's program. The large argument crosses the wire once, before the
/// clock starts.
package struct CostComparison {
  /// The function.
  package let function: Function
  /// What grows, in words: "the vocabulary V".
  package let quantity: String
  /// The two sizes.
  package let sizes: (small: Int, large: Int)
  /// How many calls are timed for each size.
  package let calls: Int
  /// The largest ratio of processor times that still passes.
  package let largestRatio: Double
  /// The position of the large argument, which crosses once for each size.
  package let largeArgument: Int
  /// Makes the large argument.
  package let large: (inout CaseGenerator, Int) -> Any
  /// Makes the other arguments of one call.
  package let others: (inout CaseGenerator, Int) -> [Any]
  /// How the function's results are compared; what it returns while it is timed must be right, too.
  var agreement: Agreement?
}

extension Check {
  /// A check that a function agrees with its reference.
  package static func agreement(
    _ name: String, points: Int, _ function: Function, _ parameters: [String], plan: CasePlan = CasePlan(),
    _ arguments: @escaping (inout CaseGenerator) -> [Any]
  ) -> Check {
    let agreement = Agreement(function: function, parameters: parameters, plan: plan, arguments: arguments)
    return Check(name: name, points: points, kind: .agreement(agreement))
  }

  /// A check that a function's cost does not grow with the size of an argument, which `large` makes; `others` makes the rest for each call.
  package static func cost(
    _ name: String, points: Int, _ function: Function, growing quantity: String, largeArgument: Int,
    from small: Int, to large: Int, calls: Int = 40, largestRatio: Double,
    large makeLarge: @escaping (inout CaseGenerator, _ size: Int) -> Any,
    others: @escaping (inout CaseGenerator, _ size: Int) -> [Any]
  ) -> Check {
    let comparison = CostComparison(
      function: function, quantity: quantity, sizes: (small, large), calls: calls, largestRatio: largestRatio,
      largeArgument: largeArgument, large: makeLarge, others: others)
    return Check(name: name, points: points, kind: .cost(comparison))
  }

  /// The same check, told that the result is a gradient.
  package func gradient(_ gradient: Gradient) -> Check {
    changed { $0.gradient = gradient }
  }

  /// The same check, told that the result is the sum of what `terms` lists, a time step each.
  package func sumOverTime(of terms: Function) -> Check {
    changed { $0.terms = terms }
  }

  /// The same check, told that the list in the given field of the result runs over time from the given step.
  package func timeSteps(_ field: String = "", from first: Int) -> Check {
    changed { $0.timeSteps[field] = first }
  }

  /// The same check, comparing results after bringing them into a form in which equal work is equal.
  package func comparing(_ canonical: @escaping (_ result: Value, _ arguments: [Value]) -> Value) -> Check {
    changed { $0.canonical = canonical }
  }

  /// The same check with another tolerance.
  package func within(_ tolerance: Tolerance) -> Check {
    changed { $0.tolerance = tolerance }
  }

  private func changed(_ change: (inout Agreement) -> Void) -> Check {
    guard case .agreement(var agreement) = kind else { return self }
    change(&agreement)
    return Check(name: name, points: points, kind: .agreement(agreement))
  }
}
