import Testing

@testable import Grading

@Suite struct `Declarations in a source` {
  private func declarations(_ name: String, in source: String) -> [String] {
    FunctionDeclaration.all(named: name, in: source).map { "\($0.line): \($0.text)" }
  }

  @Test func `are found with line and text`() {
    let source = "import LinearAlgebra\n\nfunc f(_ x: Int) -> Int { x }\nprivate func g() {}\n"
    #expect(declarations("f", in: source) == ["3: func f(_ x: Int) -> Int"])
    #expect(declarations("g", in: source) == ["4: private func g()"])
  }

  @Test func `may go over several lines`() {
    let source = "func f(\n  _ x: Vector,\n  _ y: Int\n) -> Double {\n  0\n}\n"
    #expect(declarations("f", in: source) == ["1: func f( _ x: Vector, _ y: Int ) -> Double"])
  }

  @Test func `of the same name are all found`() {
    #expect(declarations("f", in: "func f() {}\nfunc f(_ x: Int) {}\n").count == 2)
  }

  @Test(arguments: [
    "// func f() {}", "func ff() {}", "func g() { f() }", "funcf() {}", "let func_f = 1", "", "func", "func ",
    "myfunc f() {}",
  ])
  func `that are none are passed over`(source: String) { #expect(declarations("f", in: source).isEmpty) }

  @Test(arguments: ["func f<T>(_ x: T) {}", "  public  func   f() {}", "func f() {}", "@inline(never) func f() {}"])
  func `are found in any dress`(source: String) { #expect(declarations("f", in: source).count == 1) }

  @Test func `have bodies, whatever stands in comments and texts`() throws {
    let source = """
      func f(_ x: Int) -> String {
        // a brace } in a comment, /* and this opens none
        let text = #"a quote " and } "# + "an escaped \\" and \\(g("}", { x }))" + \"""
          } three quotes "
          \"""
        /* } /* nested } */ } */
        return text
      }
      let after = 1
      """
    let declaration = try #require(FunctionDeclaration.all(in: source).first)
    let body = String(decoding: Array(source.utf8)[try #require(declaration.body)], as: UTF8.self)
    #expect(body.hasPrefix("{\n") && body.hasSuffix("return text\n}"))
    #expect(declaration.bodyWords == ["let", "text", "return"])
  }

  @Test func `know how to hand their arguments on`() {
    let source =
      "func f(_ x: [Double], by y: inout (Int, Int), z: (Int) -> Int = { a in a }) rethrows -> (Int, Int) { y }"
    let declaration = FunctionDeclaration.all(in: source).first
    #expect(declaration?.forwardedArguments == "x, by: &y, z: z")
    #expect(declaration?.isThrowing == true)
    #expect(declaration?.isAtFileScope == true)
  }

  @Test(arguments: [
    "func f(", "func f() { \"", "func f() { /*", "func f() { \"\\(", "func f(_ x: Int) -> ", "}}} func f() {",
  ])
  func `are read from unfinished sources as well`(source: String) {
    #expect(FunctionDeclaration.all(in: source).allSatisfy { $0.name == "f" })
  }
}
