import LinearAlgebra
import Testing
import Wire

@testable import Grading

@Suite struct `Drawing of cases` {
  @Test func `the generator is SplitMix64, with the values known for the seed 1234567`() {
    var generator = CaseGenerator(seed: 1_234_567, size: .general)
    let known: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    for value in known { #expect(generator.bits() == value) }
  }

  @Test func `what is drawn from the seed 1 stays what it is`() {
    var generator = CaseGenerator(seed: 1, size: .general)
    #expect(generator.dimensions(1, 1, 2) == RecordedDraws.dimensions)
    #expect(generator.vector(3) == RecordedDraws.vector)
    #expect(generator.weights(2, 2) == RecordedDraws.weights)
    #expect(generator.indices(6, below: 5) == RecordedDraws.indices)
    #expect(generator.length() == RecordedDraws.length)
    #expect(Seed.derive(1, "bptt/a check", 2) == RecordedDraws.seed)
    #expect(Seed.derive(1, "") == RecordedDraws.emptySeed)
    #expect(Seed.derive(1, "a") != Seed.derive(2, "b"))
  }

  @Test(arguments: CaseSize.allCases)
  func `sizes and numbers keep to what the size promises`(size: CaseSize) {
    for seed in 0..<200 as Range<UInt64> {
      var generator = CaseGenerator(seed: seed, size: size)
      let dimensions = generator.dimensions(1, 2, 1)
      let length = generator.length()
      let numbers = generator.vector(20).elements + generator.matrix(3, 4).elements
      switch size {
      case .tiny:
        #expect(dimensions == [1, 2, 1])
        #expect(length == 1)
      case .small:
        #expect(dimensions.allSatisfy { (1...3).contains($0) })
        #expect((1...3).contains(length))
      case .general, .saturated:
        #expect(Set(dimensions).count == 3, "a missing transpose could hide in equal dimensions")
        #expect(dimensions.allSatisfy { (1...6).contains($0) })
        #expect((1...6).contains(length))
      case .long: #expect(length == 50)
      }
      #expect(dimensions[1] >= 2)
      if size == .tiny || size == .small { #expect(!numbers.contains(0)) }
      let bound = size == .saturated ? 50.0 : 2
      #expect(numbers.allSatisfy { abs($0) <= bound })
      #expect(generator.positive() > 0)
    }
  }

  @Test func `saturated cases reach the bounds' neighbourhood`() {
    var generator = CaseGenerator(seed: 1, size: .saturated)
    let scores = generator.scores(1000).elements
    #expect((scores.max() ?? 0) > 900)
    #expect((scores.min() ?? 0) < -900)
  }

  @Test func `indices cover what they may and no more`() {
    var generator = CaseGenerator(seed: 3, size: .general)
    #expect(Set(generator.indices(500, below: 4)) == [0, 1, 2, 3])
    #expect(Set((0..<500).map { _ in generator.integer(in: -1...1) }) == [-1, 0, 1])
    #expect((0..<500).allSatisfy { _ in (0.25...0.5).contains(generator.decimal(in: 0.25...0.5)) })
  }

  @Test func `seeds, texts and positions derive seeds of their own`() {
    let seeds =
      (0..<100).map { Seed.derive($0, "a check") } + (1..<100).map { Seed.derive(1, "a check", $0) }
      + ["", "a", "a chec", "a check ", "another check"].map { Seed.derive(1, $0) }
    #expect(Set(seeds).count == seeds.count)
  }

  @Test func `a plan lists its sizes from small to large`() {
    #expect(
      CasePlan(tiny: 1, small: 2, general: 1, saturated: 1, long: 1).sizes == [
        .tiny, .small, .small, .general, .saturated, .long,
      ])
    #expect(CasePlan().sizes.count == 20)
  }
}
