import Course
import Testing

@Suite struct `Declarations of a file` {
  @Test func `are the functions at file scope`() {
    let source = #"""
      // func comment() {
      /* func block() {
      func inBlock() { /* nested */
      */
      struct Given {
        func method() {}
      }

      /// The gradient.
      func gradient(_ x: Vector, _ W: Matrix) -> Vector {
        func inner() {}
        todo("dx")
      }

      func longOne(
        _ x: Vector,  // the input
        _ W: Matrix,
      )   -> Vector
      {
        let text = """
      func inLiteral() {
      """
        let other = "/* \" "
      }
      private func helper(_ x: Int) -> Int { x }
      @inline(__always) fileprivate func second() {}
      func generic<T>(_ x: T) -> T { x }
      func `repeat`(_ x: Int) {}
      func + (a: Vector, b: Vector) -> Vector {
      let functional = 1
      func
      """#
    let declarations = Declarations(of: source)
    #expect(
      declarations.functions.map(\.name) == [
        "gradient", "longOne", "helper", "second", "generic", "repeat", "+",
      ])
    #expect(declarations.visible.map(\.name) == ["gradient", "longOne", "generic", "repeat", "+"])
    #expect(
      declarations.function(named: "gradient")?.declaration == "func gradient(_ x: Vector, _ W: Matrix) -> Vector")
    #expect(declarations.function(named: "longOne")?.declaration == "func longOne(_ x: Vector, _ W: Matrix) -> Vector")
    #expect(declarations.function(named: "gradient")?.line == 10)
    #expect(declarations.function(named: "longOne")?.line == 15)
    #expect(declarations.function(named: "inner") == nil)
  }

  @Test(arguments: ["", "func", "func ", "func (", "@", "private", "/*", "\"\"\"", "func `a", "\0func a()", "@a func"])
  func `of odd sources are read`(source: String) {
    #expect(Declarations(of: source).functions.count <= 1)
  }
}
