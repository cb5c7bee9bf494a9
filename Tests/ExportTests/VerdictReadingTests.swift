import Course
import Export
import JSON
import Testing

@Suite struct `A verdict read back from its JSON` {
  @Test(arguments: Sample.all)
  func `is the verdict that was written`(sample: Sample) throws {
    #expect(VerdictJSON.verdict(try sample.json()) == sample.verdict)
  }

  @Test(arguments: [
    "{}", "[]", "null", #"{"exercise": "bptt", "status": "passed"}"#,
    #"{"exercise": "bptt", "status": "brilliant", "score": 1, "max_score": 1, "seed": 1, "checks": []}"#,
  ])
  func `is none where it cannot be read`(text: String) throws {
    #expect(VerdictJSON.verdict(try JSONValue.parse(text)) == nil)
  }
}
