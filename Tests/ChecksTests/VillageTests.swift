import Foundation
import Testing

@testable import Checks
@testable import Grading

@Suite struct `The corpus` {
  @Test func `stands in the checks as in the file; if not, run Scripts/embed-corpus`() throws {
    let file = URL(filePath: #filePath).appending(path: "../../../lessons/corpus/village.txt").standardizedFileURL
    #expect(try String(contentsOf: file, encoding: .utf8) == villageText + "\n")
  }

  @Test func `is cut into sentences of lowercase words`() {
    #expect(Village.sentences.first == "Once there was a small village between a river and a hill.")
    #expect(Village.sentences.allSatisfy { $0.hasSuffix(".") && !$0.dropLast().contains(".") })
    #expect(Village.words.count == Village.sentences.count)
    #expect(Village.words.joined().allSatisfy { $0.allSatisfy(\.isLowercase) && !$0.isEmpty })
    #expect(Village.words.joined().count > 2500)
  }

  @Test func `holds none of the words that are to be unknown`() {
    let known = Set(Village.words.joined())
    var generator = CaseGenerator(seed: 1, size: .general)
    for _ in 0..<100 { #expect(!known.contains(generator.unknownWord())) }
  }
}
