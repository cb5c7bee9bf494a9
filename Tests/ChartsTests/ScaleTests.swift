import Foundation
import Testing

@testable import Charts

@Suite struct `Ticks of an axis` {
  @Test(arguments: [
    (0.0, 1.0, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]), (0, 150, 6, ["0", "50", "100", "150"]),
    (-6, 6, 6, ["−6", "−4", "−2", "0", "2", "4", "6"]), (0, 30_000, 3, ["0", "10,000", "20,000", "30,000"]),
    (0.97, 1.03, 3, ["0.98", "1.00", "1.02"]), (0, 0.003, 3, ["0.000", "0.001", "0.002", "0.003"]),
    (1990, 2020, 3, ["1990", "2000", "2010", "2020"]),
  ])
  func `are round numbers`(lower: Double, upper: Double, count: Int, labels: [String]) {
    #expect(Ticks(Axis(""), domain: lower...upper, count: count).labels == labels)
  }

  @Test(arguments: [
    (1.0, 1e4, 6, ["1", "10", "100", "1000", "10^{4}"]), (1e-6, 1, 4, ["10^{−6}", "10^{−4}", "10^{−2}", "1"]),
    (0.1, 10, 5, ["0.1", "1", "10"]), (1e-30, 1, 4, ["10^{−30}", "10^{−20}", "10^{−10}", "1"]),
  ])
  func `of a logarithmic axis are powers of ten`(lower: Double, upper: Double, count: Int, labels: [String]) {
    #expect(Ticks(Axis("", kind: .logarithmic), domain: lower...upper, count: count).labels == labels)
  }
}

@Suite struct `Numbers in words` {
  @Test(arguments: [
    (0.0, "0"), (0.25, "0.25"), (-0.25, "−0.25"), (12.34, "12"), (1234, "1234"), (123_456, "123,456"),
    (8.94e-6, "8.9 × 10^{−6}"), (9.99e-7, "1.0 × 10^{−6}"), (-3e8, "−3.0 × 10^{8}"), (.infinity, "∞"),
    (.nan, "not a number"),
  ])
  func `have the digits that count`(value: Double, text: String) {
    #expect(NumberText.short(value) == text)
  }

  @Test(arguments: [(0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (-1.05, "-1.05"), (3.14159, "3.14"), (100, "100")])
  func `are short as coordinates`(value: Double, text: String) {
    #expect(NumberText.coordinate(value) == text)
  }

  @Test func `never round to a negative zero`() {
    #expect(NumberText.fixed(-0.001, decimals: 2) == "0.00")
  }
}

@Suite struct `Colours` {
  @Test(arguments: ChartStyle.colours.filter { !["ground", "grid"].contains($0.name) })
  func `can be read on their ground`(colour: ChartStyle.Colour) throws {
    let ground = try #require(ChartStyle.colours.first { $0.name == "ground" })
    let contrasts = (try contrast(colour.light, ground.light), try contrast(colour.dark, ground.dark))
    #expect(contrasts.0 >= 4.5 && contrasts.1 >= 4.5)
  }

  /// The contrast of two colours by the formula of the Web Content Accessibility Guidelines 2.1.
  private func contrast(_ a: String, _ b: String) throws -> Double {
    let values = [try #require(Int(a.dropFirst(), radix: 16)), try #require(Int(b.dropFirst(), radix: 16))]
    let lights = values.map { value -> Double in
      let parts = [value >> 16, value >> 8 & 255, value & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    return (max(lights[0], lights[1]) + 0.05) / (min(lights[0], lights[1]) + 0.05)
  }
}
