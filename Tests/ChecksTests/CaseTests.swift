import Checks
import LinearAlgebra
import Testing
import Wire

@testable import Grading

let exercises = courseChecks.keys.sorted()

@Suite struct `The cases that are drawn` {
  @Test(arguments: exercises)
  func `are of the function's types, and the reference is finite for them`(exercise: String) throws {
    for drawn in try Case.all(of: exercise, seeds: 0..<50) {
      let type = drawn.agreement.function.type
      #expect(drawn.arguments.count == type.parameters.count, "\(drawn.place)")
      #expect(drawn.agreement.parameters.count == type.parameters.count, "\(drawn.place)")
      for (argument, parameter) in zip(drawn.arguments, type.parameters) {
        #expect(argument.isFinite(of: parameter), "\(drawn.place)")
      }
      let expected = try drawn.expected()
      #expect(expected.isFinite(of: type.result), "\(drawn.place): \(expected)")
    }
  }

  /// Functions that compare numbers as they are given, or sums of round ones, ties and bounds included: exact in every right solution.
  private static let exact: Set = [
    "greedyWord", "sampledWord", "bestRemaining", "largestScores", "noiseWord", "subsampledText", "genderedWords",
  ]

  /// A right solution may add in another order; what that changes must stay far below what is counted as wrong.
  @Test(arguments: exercises)
  func `do not let rounding decide`(exercise: String) throws {
    for drawn in try Case.all(of: exercise, seeds: 0..<20, where: { !Self.exact.contains($0.function.name) }) {
      var noise = CaseGenerator(seed: drawn.seed, size: .tiny)
      let moved = drawn.arguments.map { argument in
        argument.mapped { $0 * (1 + Double(noise.integer(in: -2...2)) * Double.ulpOfOne) }
      }
      let comparison = Comparison(
        student: drawn.agreement.compared(try drawn.agreement.function.call(moved), moved),
        expected: drawn.agreement.compared(try drawn.expected(), drawn.arguments), tolerance: Tolerance(1e-10))
      #expect(comparison.agrees, "\(drawn.place): \(String(describing: comparison.first))")
    }
  }

  @Test(arguments: exercises)
  func `have no two equal dimensions where a transpose could hide`(exercise: String) throws {
    for drawn in try Case.all(of: exercise, seeds: 0..<20, sizes: [.general]) {
      for case .structure("RNNParameters", let fields) in drawn.arguments {
        let Wx = try #require(fields.first { $0.label == "Wx" }?.value.matrix)
        let Wy = try #require(fields.first { $0.label == "Wy" }?.value.matrix)
        #expect(Set([Wx.rows, Wx.columns, Wy.rows]).count == 3, "\(drawn.place)")
      }
    }
  }

  @Test func `are as small as can be first`() throws {
    let bptt = try #require(try Case.all(of: "bptt", seeds: 7..<8).last { $0.size == .tiny })
    let p = try #require(bptt.arguments.last)
    #expect(p["Wh"]?.matrix?.rows == 1)
    #expect(p["by"]?.numbers?.count == 2)
    #expect(bptt.arguments[1].items.count == 1)
    #expect(bptt.arguments[2].numbers != [0])
  }

  @Test func `reach 1000 both ways for every seed`() throws {
    for seed in UInt64(0)..<50 {
      let hidden = try Case.all(of: "lstm-gates", seeds: seed..<seed + 1, sizes: [.saturated]) {
        $0.function.name == "lstmHidden"
      }
      let cells = hidden.flatMap { $0.arguments[1].numbers ?? [] }
      #expect(cells.contains { abs($0) == 1000 })
      let losses = try Case.all(of: "bptt", seeds: seed..<seed + 1, sizes: [.saturated]) {
        $0.function.name == "sequenceLoss"
      }
      let scores = losses.flatMap { $0.arguments[0].items.flatMap { $0.numbers ?? [] } }
      #expect((scores.max() ?? 0) > 800 && (scores.min() ?? 0) < -800)
    }
  }

  @Test func `count pairs never, rarely and often`() throws {
    for seed in UInt64(0)..<50 {
      let weights = try Case.all(of: "glove-loss", seeds: seed..<seed + 1) { $0.function.name == "gloveWeight" }
      let fractions = weights.compactMap { drawn -> Double? in
        guard let x = drawn.arguments[0].numbers?.first, let xMax = drawn.arguments[1].numbers?.first
        else { return nil }
        return x / xMax
      }
      #expect(fractions.contains { $0 > 0 && $0 < 1 })
      let counts = try Case.all(of: "glove-loss", seeds: seed..<seed + 1) { $0.function.name == "gloveLoss" }
      let relative = counts.flatMap { drawn in
        (drawn.arguments[0].numbers ?? []).map { $0 / (drawn.arguments[2].numbers?.first ?? 1) }
      }
      #expect(relative.contains(0) && relative.contains(1))
      #expect(relative.contains { $0 > 0 && $0 < 1 } && relative.contains { $0 > 1 })
    }
  }

  @Test func `repeat negatives, leave them out, and never take the target for one`() throws {
    var seedsWithout = 0
    for seed in UInt64(0)..<50 {
      let gradients = try Case.all(of: "softmax-versus-sampling", seeds: seed..<seed + 1) {
        $0.function.name == "samplingGradients"
      }
      let negatives = gradients.map { $0.arguments[3].items }
      if negatives.contains(where: \.isEmpty) { seedsWithout += 1 }
      #expect(negatives.contains { Set($0).count < $0.count })
      for drawn in gradients { #expect(!drawn.arguments[3].items.contains(drawn.arguments[2])) }
    }
    #expect(seedsWithout > 45, "a list without negatives is to be drawn for nearly every seed")
  }

  @Test(arguments: [1000, 5000])
  func `of a cost check keep the large argument and are of the function's types`(size: Int) throws {
    var number = 0
    for check in courseChecks.values.flatMap({ $0().checks }) {
      guard case .cost(let cost) = check.kind else { continue }
      number += 1
      var generator = CaseGenerator(seed: 1, size: .general)
      var arguments = try cost.others(&generator, size).map { try Value(of: $0) }
      arguments.insert(try Value(of: cost.large(&generator, size)), at: cost.largeArgument)
      #expect(zip(arguments, cost.function.type.parameters).allSatisfy { $0.isFinite(of: $1) })
      let large = arguments[cost.largeArgument]
      #expect(large.matrix?.rows == size || large.allNumbers.count == size)
      #expect(try cost.function.call(arguments).isFinite(of: cost.function.type.result))
    }
    #expect(number == 3)
  }
}

@Suite struct `The course's checks` {
  @Test(arguments: exercises)
  func `go by the exercise's name and give 10 to 20 points`(exercise: String) throws {
    let checks = try #require(courseChecks[exercise]?())
    #expect(checks.exercise == exercise)
    #expect((10...20).contains(checks.maximumPoints))
    #expect(Set(checks.checks.map(\.name)).count == checks.checks.count)
  }

  @Test func `give twenty points for backpropagation through time`() throws {
    let checks = try #require(courseChecks["bptt"]?())
    #expect(checks.maximumPoints == 20)
    #expect(checks.checks.max { $0.points < $1.points }?.functions.map(\.name) == ["bptt"])
  }
}

extension Value {
  var matrix: Matrix? {
    guard case .matrix(let matrix) = self else { return nil }
    return matrix
  }

  var items: [Value] {
    guard case .list(let values) = self else { return [] }
    return values
  }
}
