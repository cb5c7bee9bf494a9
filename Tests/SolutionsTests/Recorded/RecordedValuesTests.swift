import Testing
import Wire

@Suite struct `The references agree with recorded values` {
  @Test(arguments: try Reference.all().flatMap { try RecordedCase.all($0) })
  func `answer as recorded`(recorded: RecordedCase) throws {
    #expect(try recorded.disagreement() == nil)
  }

  @Test func `every file of recorded values belongs to an exercise`() throws {
    #expect(try Project.recordedExercises() == Reference.all().map(\.exercise).sorted())
  }

  @Test(arguments: try Reference.all())
  func `every function of every solution has a case`(reference: Reference) throws {
    let declared = Set(try reference.declaredFunctions())
    #expect(!declared.isEmpty)
    #expect(declared == Set(reference.functions.map(\.name)))
    #expect(declared == Set(try RecordedCase.all(reference).map(\.function)))
  }
}
