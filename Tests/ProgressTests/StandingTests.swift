import Course
import Progress
import Testing

@Suite struct `What a learner has reached` {
  private func standings(_ events: [(Double, Event.Kind, String)]) -> Standings {
    Standings(events.enumerated().map { Event(id: Int64($0), time: $1.0, kind: $1.1, subject: $1.2) })
  }

  private func id(_ name: String) throws -> ExerciseID { try ExerciseID(name) }

  @Test func `count attempts, points and hints`() throws {
    let all = standings(samples.enumerated().map { (Double($0), $1.0, $1.1) })
    let bptt = all[try id("bptt")]
    #expect(bptt.attempts == 3, "a file that was not changed is no new attempt")
    #expect(bptt.best == Points(earned: 10, possible: 10))
    #expect(bptt.hints == 2)
    #expect(bptt.isPassed && bptt.gaveUp && !bptt.isSkipped)
    #expect(bptt.lastStatus == .passed)
    #expect(all[try id("lstm-gates")].isSkipped)
    #expect(all.passed == [try id("bptt"), try id("gru-gates")])
    #expect(all.chosen == (try id("bptt")))
    #expect(all.way == "fast")
    #expect(all[try id("glove-loss")] == Standing())
  }

  @Test func `keep the best of the points, and a pass for ever`() throws {
    let all = standings([(0, .failed(7, "a"), "x"), (1, .failed(2, "b"), "x")])
    #expect(all[try id("x")].best.earned == 7)
    let later = standings([(0, .passed("a"), "x"), (1, .failed(2, "b"), "x"), (2, .giveUp, "x")])
    #expect(later[try id("x")].isPassed)
    #expect(!later[try id("x")].gaveUp, "whoever has passed gives nothing up")
    #expect(later[try id("x")].lastStatus == .failed)
  }

  @Test func `count time between events, and leave breaks out`() throws {
    let all = standings([
      (0, .choose, "x"), (60, .failed(1, "a"), "x"), (60 + 901, .failed(1, "b"), "x"), (1000, .passed("c"), "x"),
      (1100, .hint(1), "y"),
    ])
    #expect(all[try id("x")].seconds == 60 + 39)
    #expect(all[try id("y")].seconds == 100)
  }

  @Test func `take an exercise back that was put off`() throws {
    let all = standings([(0, .skip, "x"), (1, .choose, "x")])
    #expect(!all[try id("x")].isSkipped)
    #expect(all.chosen == (try id("x")))
    #expect(standings([(0, .choose, "x"), (1, .skip, "x")]).chosen == nil)
  }
}
