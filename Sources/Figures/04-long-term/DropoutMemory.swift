internal import Charts
internal import LinearAlgebra

@testable internal import Solutions

/// Which units of a state have never been dropped, with one mask for all steps and with a new one at every step.
package enum DropoutMemory {
  /// The sizes of the figure.
  package static let (units, steps, keep) = (32, 30, 0.8)

  /// The shares of the units that are undisturbed after each number of steps, from 0 on.
  package static func shares() -> (oneMask: [Double], newMasks: [Double]) {
    var draws = Draws(seed: 4)
    func mask() -> Vector { dropoutMask(Vector(draws.vector(units).map { ($0 + 1) / 2 }), keep) }
    func share(_ alive: [Bool]) -> Double { Double(alive.count { $0 }) / Double(units) }
    var alive = [Bool](repeating: true, count: units)
    var (oneMask, newMasks) = ([1.0], [1.0])
    for step in 1...steps {
      let current = mask()
      for unit in 0..<units where current[unit] == 0 { alive[unit] = false }
      newMasks.append(share(alive))
      // The first mask is the one that the other scheme keeps.
      oneMask.append(step == 1 ? share(alive) : oneMask[1])
    }
    return (oneMask, newMasks)
  }
}

@Sendable func dropoutMemoryFigure() -> ComputedFigure {
  let shares = DropoutMemory.shares()
  let (steps, units) = (DropoutMemory.steps, DropoutMemory.units)
  let one = Series("one mask", look: 1, naming: .legend, isSolid: true)
  let new = Series("a new mask every step", look: 2, naming: .legend, isSolid: true)
  let mean = Series("0.8^{t}", look: 6, naming: .legend, isSolid: false)
  func points(_ values: [Double]) -> [Point] { values.enumerated().map { Point(Double($0), $1) } }
  let expected = (0...steps).map { exp(Double($0) * log(DropoutMemory.keep)) }
  let left = { (share: Double) in NumberText.fixed(share * Double(units), decimals: 0) }
  let (atTen, atTwenty) = (shares.newMasks[10], shares.newMasks[20])
  return ComputedFigure(
    name: "dropout-memory",
    caption: """
      Dropout on \(units) units: those that have not been dropped once so far. With one mask they are the same at every \
      step.
      """,
    chart: Chart(
      title: "Units that were never dropped, over \(steps) steps",
      description: """
        Three lines from 1 at step 0, for \(units) units of which each is kept with probability 0.8. With one mask for all \
        steps \(left(shares.oneMask[steps])) units are left after the first step and stay to the end. With a new mask at every \
        step there are \(left(shares.newMasks[1])) left after the first step, \(left(atTen)) after 10, \(left(atTwenty)) after 20 and \
        \(left(shares.newMasks[steps])) after \(steps), close to the power 0.8 to the t.
        """,
      panels: [
        Panel(
          x: Axis("step *t*", range: 0...Double(steps), ticks: [0, 5, 10, 15, 20, 25, 30]),
          y: Axis("share of units never dropped", range: 0...1, ticks: [0, 0.25, 0.5, 0.75, 1]), height: 200,
          marks: [
            .line(points(expected), mean), .line(points(shares.newMasks), new), .line(points(shares.oneMask), one),
          ])
      ]))
}
