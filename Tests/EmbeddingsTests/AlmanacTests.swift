import Embeddings
import Testing

@Suite struct `The generated corpus` {
  @Test func `is the same for the same seed, and another for another`() {
    #expect(Almanac.text(500, seed: 9) == Almanac.text(500, seed: 9))
    #expect(Almanac.text(500, seed: 9) != Almanac.text(500, seed: 10))
    // FNV-1a over the bytes of the lessons' corpus, so that a change of the grammar is seen.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in Almanac.text().utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    #expect(hash == corpusHash)
  }

  @Test func `has every word that its questions and lists ask for, often enough`() {
    let vocabulary = EncodedText(Almanac.sentences()).vocabulary
    let counts = Dictionary(uniqueKeysWithValues: zip(vocabulary.words, vocabulary.counts))
    var words: Set<String> = []
    for question in Almanac.questions.flatMap(\.questions) {
      words.formUnion([question.a, question.b, question.c, question.d])
      #expect(Set([question.a, question.b, question.c, question.d]).count >= 3)
    }
    for pair in Almanac.definitionalPairs { words.formUnion([pair.he, pair.she]) }
    words.formUnion(Almanac.professions.map(\.name))
    for word in words { #expect(counts[word, default: 0] >= 100, "\(word)") }
  }

  @Test func `says she of a profession as often as it declares`() {
    var she: [String: Int] = [:]
    var either: [String: Int] = [:]
    let professions = Set(Almanac.professions.map(\.name))
    for sentence in Almanac.sentences(100_000, seed: 3) {
      guard let name = sentence.first(where: professions.contains) else { continue }
      let isShe = sentence.contains { ["she", "her", "herself"].contains($0) }
      let isHe = sentence.contains { ["he", "him", "himself"].contains($0) }
      #expect(!(isShe && isHe))
      if isShe { she[name, default: 0] += 1 }
      if isShe || isHe { either[name, default: 0] += 1 }
    }
    for (name, share) in Almanac.professions {
      let count = Double(either[name, default: 0])
      let seen = Double(she[name, default: 0]) / count
      // Four standard errors.
      #expect(abs(seen - share) <= 4 * (share * (1 - share) / count).squareRoot(), "\(name) \(seen)")
    }
  }
}

private let corpusHash: UInt64 = 0xb3db_664d_e375_5986
