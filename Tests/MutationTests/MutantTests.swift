import Testing

@testable import Mutation

@Suite struct MutantTests {
  @Test func `Every family has a name`() {
    #expect(Set(Mutant.Kind.allCases.map(\.rawValue)).count == Mutant.Kind.allCases.count)
  }
}
