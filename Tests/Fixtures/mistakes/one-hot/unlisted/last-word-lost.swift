// expected: none
// mistaken: wordTokens

func wordTokens(_ text: String) -> [String] {
  var words: [String] = []
  var word = ""
  for character in text {
    if character.isLetter {
      word += character.lowercased()
    } else {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
  }
  return words
}
