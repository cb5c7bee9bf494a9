import Testing

@testable import Grading

@Suite struct `Which functions of a file call which` {
  private let source = """
    func f(_ x: Int) -> Int { h(g(x)) }
    func g(_ x: Int) -> Int { x > 0 ? g(x - 1) : 0 }
    private func h(_ x: Int) -> Int {
      // i(x) is spoken of, and "i(x)" is text.
      let text = "i(\\(k(x)))"
      return text.count
    }
    func i(_ x: Int) -> Int { 1 }
    extension Int { func k() -> Int { i(self) } }
    """

  @Test(arguments: ["f": ["g", "h"], "g": [], "h": [], "i": [], "k": ["i"], "unknown": []] as [String: Set<String>])
  func `is read off their bodies`(function: String, called: Set<String>) {
    #expect(CallGraph(source).called(by: function) == called)
  }

  @Test func `stays the same when it is kept`() {
    let graph = CallGraph(source)
    #expect(CallGraph(json: graph.json)?.called(by: "f") == graph.called(by: "f"))
    #expect(CallGraph(json: nil) == nil)
  }
}
