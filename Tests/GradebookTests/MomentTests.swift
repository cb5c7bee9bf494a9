import Gradebook
import Testing

@Suite struct `Moments` {
  /// What `date -u -d TEXT +%s` says.
  @Test(
    arguments: [
      ("1970-01-01 00:00", 0), ("2026-11-20 23:59", 1_795_219_140), ("2026-11-20T23:59:30Z", 1_795_219_170),
      ("2026-11-20 23:59 +01:00", 1_795_215_540), ("2024-02-29T12:00-0530", 1_709_227_800),
      ("2022-09-14 17:03:27.271891000 Z", 1_663_175_007), ("1999-12-31 23:59:59 UTC", 946_684_799),
      ("2100-03-01T00:00Z", 4_107_542_400),
    ])
  func `are read in UTC or with a zone`(text: String, seconds: Int) {
    #expect(Moment.seconds(text) == seconds)
  }

  @Test(
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1_795_219_170, "2026-11-20T23:59:30Z"), (951_782_400, "2000-02-29T00:00:00Z"),
      (-1, "1969-12-31T23:59:59Z"), (4_107_542_400, "2100-03-01T00:00:00Z"),
    ])
  func `are written in UTC`(seconds: Int, text: String) {
    #expect(Moment.text(seconds) == text)
  }

  @Test(
    arguments: [
      "", "2026-13-01 00:00", "2026-02-29 00:00", "2026-11-20", "2026-11-20 24:00", "2026-11-20 23:59 CET", "tomorrow",
    ])
  func `that are none are not taken for some`(text: String) {
    #expect(Moment.seconds(text) == nil)
  }
}
