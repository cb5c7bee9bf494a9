internal import Grading
internal import LinearAlgebra
internal import Wire

@testable internal import Solutions

/// What clipping must satisfy.
@Sendable func gradientClippingChecks() -> ExerciseChecks {
  ExerciseChecks("gradient-clipping", normChecks() + clippingChecks())
}

private func normChecks() -> [Check] {
  [
    .agreement(
      "the norm of a block", points: 2, Function("blockNorm", blockNorm), ["block"], plan: .manyExtremes
    ) { g in [g.block(g.scale())] },

    .agreement(
      "the norm of all blocks together", points: 2, Function("globalNorm", globalNorm), ["blocks"], plan: .manyExtremes
    ) { g in [g.blocks(g.scale())] },

    .agreement(
      "the factor min(1, threshold / norm)", points: 1,
      Function("clippingFactor", clippingFactor), ["norm", "threshold"], plan: .manyExtremes
    ) { g in
      let norm = g.size == .saturated ? g.scale() * g.positive() : g.positive()
      return [norm, g.threshold()]
    },
  ]
}

private func clippingChecks() -> [Check] {
  [
    .agreement(
      "clipped by norm", points: 3, Function("clipByNorm", clipByNorm), ["blocks", "threshold"], plan: .manyExtremes
    ) { g in
      let blocks = g.blocks(g.scale())
      return [blocks, g.threshold()]
    },

    .agreement(
      "clipped by value", points: 2, Function("clipByValue", clipByValue), ["blocks", "limit"], plan: .withoutTime
    ) { g in
      let blocks = g.blocks(g.scale())
      return [blocks, g.threshold()]
    },

    .agreement(
      "the cosine of the angle between two gradients", points: 2,
      Function("directionCosine", directionCosine), ["a", "b"], plan: .manyExtremes
    ) { g in
      let a = g.blocks(g.scale(zero: false), isZero: false)
      let other = g.blocks(like: a, g.scale(zero: false))
      return [a, g.index(below: 3) == 0 ? clipByValue(a, g.threshold()) : other]
    },

    .agreement(
      "a step with a clipped gradient", points: 2,
      Function("clippedStep", clippedStep), ["parameters", "gradients", "rate", "threshold"], plan: .manyExtremes
    ) { g in
      let gradients = g.blocks(g.scale())
      return [g.blocks(like: gradients, 1), gradients, g.decimal(in: 0.1...1), g.threshold()]
    },
  ]
}

extension CaseGenerator {
  /// What a gradient is multiplied by: in saturated cases it may have vanished or exploded.
  ///
  /// Where it may be zero, it is so in one of four saturated cases in a row, and huge in two.
  fileprivate mutating func scale(zero: Bool = true) -> Double {
    guard size == .saturated else { return 1 }
    return zero ? [0, 1, 1e200, 1e200][ordinal % 4] : [1e-200, 1e-200, 1e200, 1e200][index(below: 4)]
  }

  /// A block of any shape; in saturated cases a single entry may stand out, unless all have vanished.
  fileprivate mutating func block(_ scale: Double) -> Matrix {
    let sizes = dimensions(1, 1)
    var block = matrix(sizes[0], sizes[1])
    guard size == .saturated && scale != 0 && index(below: 2) == 0 else { return scale * block }
    block[index(below: sizes[0]), index(below: sizes[1])] *= scale
    return block
  }

  /// Blocks of several shapes; only one in tiny cases.
  fileprivate mutating func blocks(_ scale: Double, isZero: Bool = true) -> [Matrix] {
    let count = size == .tiny ? 1 : integer(in: 2...4)
    var blocks = (0..<count).map { _ in block(scale) }
    if !isZero && blocks[0][0, 0] == 0 { blocks[0][0, 0] = scale }
    if isZero && size == .general && index(below: 3) == 0 { blocks[0] = 0 * blocks[0] }
    return blocks
  }

  /// Blocks of the same shapes as others, not all of them zero.
  fileprivate mutating func blocks(like others: [Matrix], _ scale: Double) -> [Matrix] {
    var blocks = others.map { scale * matrix($0.rows, $0.columns) }
    if blocks[0][0, 0] == 0 { blocks[0][0, 0] = scale }
    return blocks
  }

  /// A threshold of the size of a gradient's norm; in several cases of every run it is above any norm of their size.
  fileprivate mutating func threshold() -> Double {
    switch size {
    case .tiny, .small: [5, 0.5, 1, 2][ordinal % 4]
    case .general where ordinal % 4 == 1: decimal(in: 20...40)
    case .general, .saturated, .long: decimal(in: 0.2...4)
    }
  }
}
