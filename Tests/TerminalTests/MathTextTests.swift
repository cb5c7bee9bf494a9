import Terminal
import Testing

@Suite struct `A formula in Unicode` {
  @Test(arguments: [
    ("h_t", "hₜ"), ("W_h h_{t-1}", "Wₕ hₜ₋₁"), ("dW_h = \\sum_t da_t h_{t-1}^\\top", "dWₕ = ∑ₜ daₜ hₜ₋₁ᵀ"),
    ("\\hat y_t", "y\u{302}ₜ"), ("\\tilde{h}_t", "h\u{303}ₜ"), ("a - b", "a − b"), ("-a", "−a"),
    ("(-a, -b)", "(−a, −b)"),
    ("x = -1", "x = −1"), ("e^{-a}", "e⁻ᵃ"), ("10^{-3}", "10⁻³"), ("W_y", "W_y"), ("W_{f,h}", "W_(f,h)"),
    ("x^{0.75}", "x^0.75"),
    ("\\frac{1}{2}", "1/2"), ("\\tfrac12", "1/2"), ("\\frac{a + b}{c}", "(a + b)/c"),
    ("\\frac{\\partial L}{\\partial h_t}", "∂L/∂hₜ"), ("\\frac{P(a \\mid b)}{\\lVert g \\rVert^2}", "P(a | b)/‖g‖²"),
    ("\\sqrt{x}", "√x"), ("\\sqrt{1 - x^2}", "√(1 − x²)"), ("\\log \\hat y", "log y\u{302}"), ("\\tanh(a)", "tanh(a)"),
    ("\\operatorname{softmax}(z_t)", "softmax(zₜ)"), ("\\log\\operatorname{softmax} z", "log softmax z"),
    ("\\mathbb{R}^{d \\times V}", "ℝ^(d×V)"), ("a \\odot b", "a ⊙ b"), ("\\sigma'_t", "σ′ₜ"), ("\\alpha\\beta", "αβ"),
    ("t = 1, \\dots, T", "t = 1, …, T"), ("2 \\, da", "2 da"), ("\\left( \\frac ab \\right)", "(a/b)"),
    ("x < y", "x < y"),
    ("\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}", "(1, 0; 0, 1)"), ("\\text{that is}", "that is"),
    ("5\\%", "5%"),
    ("f'(a)", "f′(a)"), ("W^{(S)}", "W^(S)"), ("e_{x_i}", "e_(xᵢ)"), ("\\{a\\}", "{a}"), ("[h, x]", "[h, x]"), ("", ""),
  ])
  func `stands in a line`(tex: String, text: String) {
    #expect(MathText.line(tex) == text)
  }

  @Test(arguments: [
    "\\underbrace{a}_b", "\\unknown", "{", "}", "a^", "a_b_c", "\\frac{a}", "\\begin{pmatrix} 1",
    "\\begin{tikz}\\end{tikz}", "a & b",
    "\\\\", "\\mathbb{x}", String(repeating: "{", count: 200) + String(repeating: "}", count: 200),
  ])
  func `is left as TeX where there is none`(tex: String) {
    #expect(MathText.line(tex) == nil)
    #expect(MathText.display(tex, width: 80) == nil)
  }

  @Test func `stands on several lines where it is on display`() {
    #expect(MathText.display("\\sum_{t=1}^{T} x_t", width: 80) == [" T", " ∑ xₜ", "t=1"])
    #expect(
      MathText.display("A = \\begin{bmatrix} 1 & 20 \\\\ -3 & 4 \\end{bmatrix}", width: 80) == [
        "A = ⎡1   20⎤", "    ⎣−3  4 ⎦",
      ])
    #expect(
      MathText.display("f(x) = \\begin{cases} 1 & x > 0 \\\\ 0 & x = 0 \\\\ -1 & x < 0 \\end{cases}", width: 80)
        == ["       ⎧1   x > 0", "f(x) = ⎨0   x = 0", "       ⎩−1  x < 0"])
  }

  @Test func `is broken at wide spaces where it is too wide`() {
    #expect(MathText.display("a = b, \\quad c = d", width: 9) == ["a = b,", "c = d"])
    #expect(MathText.display("a = b, \\quad c = d", width: 40) == ["a = b,  c = d"])
  }
}
