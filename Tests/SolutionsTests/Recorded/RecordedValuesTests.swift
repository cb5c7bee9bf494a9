import Testing
import Wire

@Suite struct `The references agree with recorded values` {
  @Test(arguments: try RecordedCase.all("bptt"))
  func `bptt answers as recorded`(recorded: RecordedCase) throws {
    #expect(try recorded.disagreement("bptt") == nil)
  }

  @Test(arguments: try RecordedCase.all("lstm-gates"))
  func `lstm-gates answers as recorded`(recorded: RecordedCase) throws {
    #expect(try recorded.disagreement("lstm-gates") == nil)
  }

  @Test(arguments: try RecordedCase.all("gru-gates"))
  func `gru-gates answers as recorded`(recorded: RecordedCase) throws {
    #expect(try recorded.disagreement("gru-gates") == nil)
  }

  @Test(arguments: try RecordedCase.all("softmax-versus-sampling"))
  func `softmax-versus-sampling answers as recorded`(recorded: RecordedCase) throws {
    #expect(try recorded.disagreement("softmax-versus-sampling") == nil)
  }

  @Test(arguments: try RecordedCase.all("glove-loss"))
  func `glove-loss answers as recorded`(recorded: RecordedCase) throws {
    #expect(try recorded.disagreement("glove-loss") == nil)
  }

  @Test(arguments: try RecordedCase.all("bias-neutralise"))
  func `bias-neutralise answers as recorded`(recorded: RecordedCase) throws {
    #expect(try recorded.disagreement("bias-neutralise") == nil)
  }
}

@Suite struct `The recorded values are complete` {
  @Test func `every solution is held against them, and every file of them is used`() throws {
    #expect(try Project.solutions() == Reference.all.map { "\($0.topic)/\($0.exercise)" }.sorted())
    #expect(try Project.recordedExercises() == Reference.all.map(\.exercise).sorted())
  }

  @Test(arguments: Reference.all.map(\.exercise))
  func `every function of every solution has a case`(exercise: String) throws {
    let reference = try #require(Reference.named(exercise))
    let declared = Set(try Project.functions(of: reference))
    let recorded = Set(try RecordedCase.all(exercise).map(\.function))
    #expect(!declared.isEmpty)
    #expect(declared == Set(reference.functions.map(\.name)))
    #expect(recorded == declared)
  }
}
