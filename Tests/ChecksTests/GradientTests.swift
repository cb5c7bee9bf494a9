import Checks
import LinearAlgebra
import Testing
import Wire

@testable import Grading

@Suite struct `The gradients of the references` {
  @Test(arguments: exercises)
  func `agree with central differences of the loss`(exercise: String) throws {
    let sizes: Set<CaseSize> = [.tiny, .small, .general]
    for drawn in try Case.all(of: exercise, seeds: 0..<15, sizes: sizes, where: { $0.gradient != nil }) {
      let gradient = try #require(drawn.agreement.gradient)
      let result = drawn.agreement.compared(try drawn.expected(), drawn.arguments)
      for block in gradient.blocks {
        let place = try #require(CentralDifferences.place(block.argument, parameters: drawn.agreement.parameters))
        let differences = try CentralDifferences.derivatives(
          of: { try #require(gradient.loss.call($0).numbers?.first) }, drawn.arguments, at: place)
        let derivatives = try #require(result.block(block.result)).allNumbers
        #expect(derivatives.count == differences.count, "\(drawn.place), \(block.result)")
        for (derivative, difference) in zip(derivatives, differences) {
          #expect(
            Tolerance.centralDifferences.accepts(derivative, difference),
            "\(drawn.place), \(block.result): \(Tolerance.error(derivative, difference))")
        }
      }
    }
  }

  @Test(arguments: exercises)
  func `have the shapes of what they are derivatives by, block by block`(exercise: String) throws {
    for drawn in try Case.all(of: exercise, seeds: 0..<10, where: { $0.gradient != nil }) {
      let gradient = try #require(drawn.agreement.gradient)
      let result = drawn.agreement.compared(try drawn.expected(), drawn.arguments)
      for block in gradient.blocks {
        let place = try #require(CentralDifferences.place(block.argument, parameters: drawn.agreement.parameters))
        var argument = drawn.arguments[place.argument]
        if let field = place.field { argument = try #require(argument[field]) }
        let derivatives = try #require(result.block(block.result))
        let shapes = (Leaf.all(in: derivatives).map(\.value.shape), Leaf.all(in: argument).map(\.value.shape))
        #expect(shapes.0 == shapes.1, "\(drawn.place), \(block.result)")
      }
      guard case .structure(_, let fields) = result else { continue }
      #expect(fields.map(\.label) == gradient.blocks.map(\.result))
    }
  }

  @Test(arguments: exercises)
  func `are the sums of what the time steps contribute`(exercise: String) throws {
    for drawn in try Case.all(of: exercise, seeds: 0..<10, where: { $0.terms != nil }) {
      let terms = try #require(try drawn.agreement.terms?.call(drawn.arguments).items)
      #expect(drawn.arguments.contains { $0.items.count == terms.count }, "\(drawn.place)")
      let expected = try drawn.expected()
      for block in drawn.agreement.gradient?.blocks ?? [] {
        let numbers = try #require(expected.block(block.result)?.numbers)
        for (index, number) in numbers.enumerated() {
          let sum = terms.reduce(0) { $0 + ($1.block(block.result)?.numbers?[index] ?? .nan) }
          #expect(Tolerance.results.accepts(sum, number), "\(drawn.place), \(block.result)")
        }
      }
    }
  }

  /// Where the loss is none of the exercise's functions, there is nothing to hold against it.
  @Test(arguments: exercises)
  func `belong to the loss that the student's own functions compute`(exercise: String) throws {
    let checks = try #require(courseChecks[exercise]?())
    for drawn in try Case.all(of: exercise, seeds: 0..<20, where: { $0.gradient?.ownLoss.isEmpty == false }) {
      let gradient = try #require(drawn.agreement.gradient)
      var value = Value.none
      for stage in gradient.ownLoss {
        let function = try #require(checks.functions.first { $0.name == stage.function })
        value = try function.call(stage.arguments(drawn.arguments, value))
      }
      #expect(value == (try gradient.loss.call(drawn.arguments)), "\(drawn.place)")
    }
  }
}

@Suite struct `The gradients of negative sampling` {
  private let arguments: [Value] = [
    .vector([1, 2]), .matrix([[1, 0], [0, 1], [1, 1], [2, 0]]), .integer(0),
    .list([.integer(1), .integer(2), .integer(1)]),
  ]

  private func agreement() throws -> Agreement {
    let checks = try #require(courseChecks["softmax-versus-sampling"]?())
    for check in checks.checks {
      if case .agreement(let agreement) = check.kind, agreement.canonical != nil { return agreement }
    }
    throw ConversionError(expected: "a check with a form of its own")
  }

  private func result(_ rows: [(Int, Vector)]) -> Value {
    let rows = rows.map { row, gradient in
      Value.structure("RowGradient", [.init("row", .integer(row)), .init("gradient", .vector(gradient))])
    }
    return .structure("SamplingGradients", [.init("dv", .vector([0, 0])), .init("dU", .list(rows))])
  }

  private func agree(_ one: [(Int, Vector)], _ other: [(Int, Vector)]) throws -> Bool {
    let agreement = try agreement()
    let student = agreement.compared(result(one), arguments)
    return Comparison(
      student: student, expected: agreement.compared(result(other), arguments), tolerance: .results
    ).agrees
  }

  private let right: [(Int, Vector)] = [(0, [1, 2]), (1, [3, 4]), (2, [5, 6])]

  @Test func `may list their rows in any order, and a repeated row in parts`() throws {
    #expect(try agree([(2, [5, 6]), (0, [1, 2]), (1, [3, 4])], right))
    #expect(try agree([(0, [1, 2]), (1, [1, 4]), (2, [5, 6]), (1, [2, 0])], right))
  }

  @Test(arguments: [-1, 4, Int.max, Int.min])
  func `are wrong with a row that is not there`(row: Int) throws {
    #expect(try !agree(right + [(row, Vector([0, 0]))], right))
  }

  @Test func `are wrong with a row too few, one of another length and one that is no number`() throws {
    #expect(try !agree(Array(right.dropLast()), right))
    #expect(try !agree(right + [(3, [0])], right))
    #expect(try !agree(right + [(3, [0, .nan])], right))
    #expect(try !agree(right + [(3, [.infinity, 0]), (3, [-.infinity, 0])], right))
  }

  @Test func `are wrong without the list`() throws {
    let agreement = try agreement()
    let odd: [Value] = [.none, .number(1), .structure("SamplingGradients", [.init("dv", .vector([0, 0]))])]
    for value in odd {
      let student = agreement.compared(value, arguments)
      let expected = agreement.compared(result(right), arguments)
      #expect(!Comparison(student: student, expected: expected, tolerance: .results).agrees)
    }
  }
}

extension Value {
  /// The field of this name, or the value itself for the name "".
  fileprivate func block(_ name: String) -> Value? { name.isEmpty ? self : self[name] }
}
