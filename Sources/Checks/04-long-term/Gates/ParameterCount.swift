internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What counting parameters must satisfy.
@Sendable func parameterCountChecks() -> ExerciseChecks {
  ExerciseChecks("parameter-count", layerChecks() + modelChecks())
}

private func layerChecks() -> [Check] {
  [
    .agreement(
      "a plain layer: N d + N^2 + N", points: 1, Function("rnnParameterCount", rnnParameterCount),
      ["inputs", "units"], plan: .withoutTime
    ) { g in
      let sizes = g.layer()
      return [sizes.inputs, sizes.units]
    },

    .agreement(
      "a GRU, with one bias or two", points: 2, Function("gruParameterCount", gruParameterCount),
      ["inputs", "units", "resetsAfter"], plan: .withoutTime
    ) { g in
      let sizes = g.layer()
      return [sizes.inputs, sizes.units, g.index(below: 2) == 0]
    },

    .agreement(
      "an LSTM", points: 1, Function("lstmParameterCount", lstmParameterCount), ["inputs", "units"],
      plan: .withoutTime
    ) { g in
      let sizes = g.layer()
      return [sizes.inputs, sizes.units]
    },

    .agreement(
      "a dense layer", points: 1, Function("denseParameterCount", denseParameterCount), ["inputs", "outputs"],
      plan: .withoutTime
    ) { g in
      let sizes = g.layer()
      return [sizes.inputs, sizes.units]
    },
  ]
}

private func modelChecks() -> [Check] {
  [
    .agreement(
      "LSTM layers on top of each other", points: 2,
      Function("stackedParameterCount", stackedParameterCount), ["inputs", "units"], plan: .withoutTime
    ) { g in [g.layer().inputs, g.layers()] },

    .agreement(
      "a whole classifier", points: 2,
      Function("classifierParameterCount", classifierParameterCount), ["inputs", "units", "classes"],
      plan: .withoutTime
    ) { g in [g.layer().inputs, g.layers(), g.integer(in: 2...10)] },

    .agreement(
      "the units that a budget pays for", points: 3,
      Function("affordableUnits", affordableUnits), ["budget", "inputs", "blocks"], plan: CasePlan(small: 10, long: 0)
    ) { g in
      let sizes = g.layer()
      let blocks = [1, 3, 4][g.index(below: 3)]
      let exact = blocks * rnnParameterCount(sizes.inputs, sizes.units)
      return [exact + [0, -1, 1, 7][g.index(below: 4)], sizes.inputs, blocks]
    },
  ]
}

extension CaseGenerator {
  /// The sizes of a layer, of the usual order in saturated cases.
  fileprivate mutating func layer() -> (inputs: Int, units: Int) {
    if size == .saturated { return (integer(in: 8...300), integer(in: 16...512)) }
    let sizes = dimensions(1, 1)
    return (sizes[0], sizes[1])
  }

  /// The units of one layer, or of several that are not equally large.
  fileprivate mutating func layers() -> [Int] {
    let count = size == .tiny ? 1 : integer(in: 1...3)
    return (0..<count).map { _ in layer().units }
  }
}
