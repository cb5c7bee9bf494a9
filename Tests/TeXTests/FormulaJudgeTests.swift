import Files
import Foundation
import TeX
import Testing

@Suite struct `KaTeX` {
  private func script() throws -> [UInt8] { try Files.read("/usr/share/javascript/katex/katex.js") }

  @Test(arguments: [
    (#"\frac{a"#, false, "Unexpected end of input"), ("x_1_2", false, "Double subscript at position 4: x_1_2"),
    (#"\undefined"#, true, "Undefined control sequence"), (#"\begin{matrix} a & b"#, true, "Expected"),
    (#"\begin{align} a \end{align}"#, false, "can be used only in display mode"), ("}", false, "Expected 'EOF'"),
    (#"\href{https://example.org}{x}"#, false, "\\href is not allowed"),
    (#"\def\a{\a}\a"#, false, "Too many expansions"),
  ])
  func `says what is wrong with a formula`(tex: String, isDisplay: Bool, expected: String) throws {
    let formula = Formula(tex, isDisplay: isDisplay)
    let faults = try FormulaJudge(script: script(), cacheFolder: nil).faults(of: [formula])
    #expect(faults[formula]?.contains(expected) == true, "\(faults)")
  }

  @Test(arguments: [
    "x", #"\begin{aligned} a &= b \\ &= \sum_{i=1}^n \tfrac12 c_i \end{aligned}"#, #"\operatorname{softmax}(z)_i"#,
    #"W_h^\top \odot \hat{y} \in \mathbb{R}^{H \times D}"#, #"\begin{cases} 1 & x > 0 \\ 0 \end{cases}"#, "ŷ",
    #"\left( \prod_{j=k+1}^{t} W_h^\top D_j \right)"#, #"\underbrace{a + b}_{\text{sum}}"#, "",
  ])
  func `accepts what it can draw`(tex: String) throws {
    let formulas = Set([Formula(tex, isDisplay: true)])
    #expect(try FormulaJudge(script: script(), cacheFolder: nil).faults(of: formulas).isEmpty)
  }

  @Test func `is not asked again for what it accepted`() throws {
    let folder = try Files.makeTemporaryFolder("gradus-tex-tests")
    defer { Files.remove(folder) }
    let (right, wrong) = (Formula("x^2", isDisplay: false), Formula("x^", isDisplay: false))
    let judge = FormulaJudge(script: try script(), cacheFolder: folder)
    #expect(try Set(judge.faults(of: [right, wrong]).keys) == [wrong])
    let name = try #require(try Files.list(folder).first)
    #expect(try Files.text("\(folder)/\(name)") == "Ix^2\0")
    // Had it been asked, it would have said no.
    try Files.write("Ix^\0Dx^2\0Icut o", to: "\(folder)/\(name)")
    #expect(try judge.faults(of: [wrong]).isEmpty)
    // Another version has not accepted anything yet.
    let other = FormulaJudge(script: try script() + Array("\n".utf8), cacheFolder: folder)
    #expect(try Set(other.faults(of: [wrong]).keys) == [wrong])
  }

  @Test func `that does not run is an error`() {
    #expect(throws: TeXError.self) {
      try FormulaJudge(script: Array("throw new Error('broken')".utf8), cacheFolder: nil).faults(of: [
        Formula("x", isDisplay: false)
      ])
    }
  }

  @Test func `judges many formulas on several threads`() throws {
    let formulas = Set((0..<900).map { Formula($0 % 90 == 0 ? "x_{\($0)" : "x_{\($0)}", isDisplay: false) })
    #expect(try FormulaJudge(script: script(), cacheFolder: nil).faults(of: formulas).count == 10)
  }
}
