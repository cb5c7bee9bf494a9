import LinearAlgebra
import Testing
import Wire

@testable import Grading

@Suite struct `Central differences` {
  private func derivatives(_ arguments: [Value], _ place: String, _ loss: ([Value]) -> Double) throws -> [Double] {
    let place = try #require(CentralDifferences.place(place, parameters: ["x", "p"]))
    return CentralDifferences.derivatives(of: loss, arguments, at: place)
  }

  private func number(_ value: Value) -> Double { value.numbers?.first ?? .nan }

  @Test(arguments: [-50.0, -1, 0, 0.001, 1, 3, 50])
  func `agree with known derivatives of a number`(x: Double) throws {
    let known: [((Double) -> Double, Double)] = [
      ({ tanh($0) }, 1 - tanh(x) * tanh(x)), ({ sigmoid($0) }, sigmoid(x) * (1 - sigmoid(x))),
      ({ $0 * $0 * $0 }, 3 * x * x), ({ 7 * $0 }, 7), ({ _ in 3 }, 0), ({ exp($0 / 10) }, exp(x / 10) / 10),
    ]
    for (function, derivative) in known {
      let found = try derivatives([.number(x)], "x") { function(number($0[0])) }
      #expect(found.count == 1)
      #expect(Tolerance(1e-8).accepts(found[0], derivative), "\(found) at \(x), not \(derivative)")
    }
  }

  @Test func `go through vectors, matrices, lists and fields in order`() throws {
    let weights: [Double] = [1, -2, 3, 0.5, 4, -1]
    func loss(_ value: Value) -> Double {
      zip(weights, Leaf.all(in: value).flatMap { $0.value.numbers ?? [] }).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let values: [Value] = [
      .vector([1, 2, 3, 4, 5, 6]), .matrix(Matrix([[1, 2, 3], [4, 5, 6]])),
      .list([.vector([1, 2]), .vector([3, 4, 5, 6])]),
    ]
    for value in values {
      let found = try derivatives([value], "x") { loss($0[0]) }
      #expect(zip(found, weights).allSatisfy { Tolerance(1e-8).accepts($0, $1) } && found.count == 6)
      let structure = Value.structure("P", [Value.Field("other", .vector([9])), Value.Field("W", value)])
      let field = try derivatives([.none, structure], "p.W") { loss($0[1]["W"] ?? .none) }
      #expect(zip(field, weights).allSatisfy { Tolerance(1e-8).accepts($0, $1) } && field.count == 6)
    }
  }

  @Test func `leave every other number as it is`() throws {
    let arguments: [Value] = [
      .vector([1, 2]), .structure("P", [Value.Field("W", .number(3)), Value.Field("b", .number(4))]),
    ]
    let place = try #require(CentralDifferences.place("p.W", parameters: ["x", "p"]))
    let probes = CentralDifferences.probes(arguments, at: place)
    #expect(probes.count == 1)
    for probe in [probes[0].above, probes[0].below] {
      #expect(probe[0] == arguments[0])
      #expect(probe[1]["b"] == .number(4))
      #expect(probe[1]["W"] != .number(3))
    }
    #expect(number(probes[0].above[1]["W"] ?? .none) - number(probes[0].below[1]["W"] ?? .none) == probes[0].step)
  }

  @Test func `places are names of parameters and their fields`() {
    #expect(CentralDifferences.place("p.Wx", parameters: ["x", "p"])?.argument == 1)
    #expect(CentralDifferences.place("p.Wx", parameters: ["x", "p"])?.field == "Wx")
    #expect(CentralDifferences.place("x", parameters: ["x", "p"])?.field == nil)
    #expect(CentralDifferences.place("q", parameters: ["x", "p"]) == nil)
    #expect(CentralDifferences.place("", parameters: ["x", "p"]) == nil)
  }
}
