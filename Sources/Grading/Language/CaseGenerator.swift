package import LinearAlgebra

/// How large and how wild the inputs of a case are.
///
/// Cases come in this order, small ones with round numbers first, so that the first failure is the easiest to follow by hand.
package enum CaseSize: Hashable, Sendable, CaseIterable {
  /// Every dimension as small as it can be, round numbers.
  case tiny
  /// Dimensions of two and three, where a missing transpose shows, and round numbers.
  case small
  /// Unequal dimensions up to six, numbers with three decimals.
  case general
  /// As `general`, with numbers so large that activations saturate.
  case saturated
  /// Small dimensions and long sequences.
  case long
}

/// How many cases of each size a check runs.
package struct CasePlan: Hashable, Sendable {
  /// The sizes in the order in which they run.
  package let sizes: [CaseSize]

  /// Makes a plan of the given numbers of cases.
  package init(tiny: Int = 3, small: Int = 5, general: Int = 8, saturated: Int = 3, long: Int = 1) {
    sizes =
      Array(repeating: .tiny, count: tiny) + Array(repeating: .small, count: small)
      + Array(repeating: .general, count: general) + Array(repeating: .saturated, count: saturated)
      + Array(repeating: .long, count: long)
  }
}

/// Draws the inputs of one case.
///
/// The same seed and size give the same inputs on every machine: the generator is SplitMix64 (Steele, Lea and Flood, 2014).
package struct CaseGenerator {
  /// The size of the case to draw.
  package let size: CaseSize
  /// Which case of its check it is, counted from 0: what must occur in every run is dealt out by it, not left to chance.
  package let ordinal: Int
  private var state: UInt64

  /// Makes a generator for one case.
  package init(seed: UInt64, size: CaseSize, ordinal: Int = 0) {
    self.state = seed
    self.size = size
    self.ordinal = ordinal
  }

  /// Sixty-four random bits.
  package mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of the range, each as likely.
  package mutating func integer(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(bits() % UInt64(range.count))
  }

  /// A position in something of `count` entries.
  package mutating func index(below count: Int) -> Int { integer(in: 0...count - 1) }

  /// Positions in something of `count` entries; they may repeat.
  package mutating func indices(_ number: Int, below count: Int) -> [Int] {
    (0..<number).map { _ in index(below: count) }
  }

  /// A dimension: `least` in a tiny case, two or three in a small one, up to six in a general one.
  package mutating func dimension(atLeast least: Int = 1) -> Int {
    switch size {
    case .tiny: least
    case .small: integer(in: max(2, least)...max(3, least + 1))
    case .long: integer(in: least...max(3, least + 1))
    case .general, .saturated: integer(in: least...max(6, least + 4))
    }
  }

  /// Dimensions of which, in general cases, no two are equal, so that a missing transpose cannot hide.
  package mutating func dimensions(_ least: Int...) -> [Int] {
    while true {
      let drawn = least.map { dimension(atLeast: $0) }
      if size != .general && size != .saturated || Set(drawn).count == drawn.count { return drawn }
    }
  }

  /// The length of a sequence: 1 in a tiny case, 50 in a long one.
  package mutating func length() -> Int {
    switch size {
    case .tiny: 1
    case .small: integer(in: 2...3)
    case .general, .saturated: integer(in: 1...6)
    case .long: 50
    }
  }

  /// A number of the scale that suits the case; never 0 in tiny and small cases, where a 0 would hide mistakes.
  package mutating func number() -> Double {
    let round: [Double] = [-2, -1, -0.5, 0.5, 1, 2]
    return switch size {
    case .tiny, .small: round[index(below: round.count)]
    case .general, .long: decimal(in: -1.5...1.5)
    case .saturated: decimal(in: -50...50)
    }
  }

  /// A positive number of the scale that suits the case.
  package mutating func positive() -> Double { max(abs(number()), 0.001) }

  /// A number of the range with three decimals, whatever the size of the case.
  package mutating func decimal(in range: ClosedRange<Double>) -> Double {
    let steps = Int(((range.upperBound - range.lowerBound) * 1000).rounded())
    let thousandths = (range.lowerBound * 1000).rounded() + Double(integer(in: 0...steps))
    return thousandths / 1000
  }

  /// A score before a softmax or a sigmoid: up to 1000 either way in saturated cases.
  package mutating func score() -> Double {
    size == .saturated ? decimal(in: -1000...1000) : number()
  }

  /// A vector of ``number()``s.
  package mutating func vector(_ count: Int) -> Vector { Vector((0..<count).map { _ in number() }) }

  /// A vector of ``score()``s.
  package mutating func scores(_ count: Int) -> Vector { Vector((0..<count).map { _ in score() }) }

  /// A vector of numbers of the range.
  package mutating func vector(_ count: Int, in range: ClosedRange<Double>) -> Vector {
    Vector((0..<count).map { _ in decimal(in: range) })
  }

  /// A sequence of vectors.
  package mutating func vectors(_ length: Int, of count: Int) -> [Vector] {
    (0..<length).map { _ in vector(count) }
  }

  /// A matrix of ``number()``s.
  package mutating func matrix(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in number() })
  }

  /// A matrix of weights: of the usual scale even in saturated cases, so that it is the inputs that saturate; small in long
  /// ones, so that fifty steps stay within bounds.
  package mutating func weights(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in weight() })
  }

  /// A vector of weights; see ``weights(_:_:)``.
  package mutating func weights(_ count: Int) -> Vector { Vector((0..<count).map { _ in weight() }) }

  private mutating func weight() -> Double {
    switch size {
    case .tiny, .small: number()
    case .general, .saturated: decimal(in: -1.5...1.5)
    case .long: decimal(in: -0.6...0.6)
    }
  }
}

/// Seeds of the cases, made from the seed that the report prints.
enum Seed {
  /// Mixes a text into a seed (FNV-1a over the bytes, between two rounds of SplitMix64).
  static func derive(_ seed: UInt64, _ text: String, _ index: Int = 0) -> UInt64 {
    // The seed is spread over all bits first, so that no text can undo the difference between two seeds.
    var spread = CaseGenerator(seed: seed, size: .tiny)
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ spread.bits()
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var generator = CaseGenerator(seed: hash &+ UInt64(index) &* 0x9E37_79B9_7F4A_7C15, size: .tiny)
    return generator.bits()
  }
}
