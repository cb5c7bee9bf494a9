import JSON
import Testing

@testable import Mutation

@Suite struct `Making mutants` {
  private static let source = """
    // a + b in a comment
    struct Pair { var first = 1 + 2 }

    /// Größe: a - b, 🎲.
    func größe(_ a: Double, _ b: Double) -> Double {
      let text = "a + \\(a + b)"  // é a * b
      print(text)
      return a - b
    }
    """

  @Test func `leaves comments, strings and structures alone`() throws {
    let mutants = try CompilerTree.mutants(of: Self.source)
    #expect(!mutants.isEmpty)
    let lines = CompilerTree.types.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(Set(mutants.map { $0.line - lines }) == [7, 8])
  }

  @Test func `changes one place and tells where`() throws {
    let whole = CompilerTree.types + Self.source
    for mutant in try CompilerTree.mutants(of: Self.source) {
      let lines = whole.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      let place = lines[mutant.line - 1].dropFirst(mutant.column - 1)
      #expect(place.starts(with: mutant.original.utf8), "\(mutant.summary)")
      let change = mutant.source.utf8.count - whole.utf8.count
      #expect(change == mutant.replacement.utf8.count - mutant.original.utf8.count, "\(mutant.summary)")
      #expect(mutant.function == "größe")
    }
  }

  @Test func `gives the same mutants in order each time, none of them twice`() throws {
    let mutants = try CompilerTree.mutants(of: Self.source)
    #expect(try CompilerTree.mutants(of: Self.source) == mutants)
    #expect(Set(mutants.map(\.source)).count == mutants.count)
    let places = mutants.map { [$0.line, $0.column] }
    #expect(places == places.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `takes places that lie outside of the file for none`() throws {
    let tree = """
      {"items": [{"_kind": "func_decl", "body": {"_kind": "binary_expr", "range": {"start": 0, "end": 900}}}]}
      """
    #expect(try MutantMaker(source: "func f() {}", syntaxTree: tree).mutants().isEmpty)
  }

  @Test func `refuses a tree that is no JSON`() {
    #expect(throws: JSONError.self) { try MutantMaker(source: "", syntaxTree: "(source_file)") }
  }
}
