/// Which functions of a file call which, by their names in each other's bodies.
struct CallGraph {
  private let words: [String: Set<String>]

  init(_ source: String) {
    words = Dictionary(FunctionDeclaration.all(in: source).map { ($0.name, $0.bodyWords) }) { $0.union($1) }
  }

  /// The functions of the file that a function calls, directly or by way of others.
  func called(by function: String) -> Set<String> {
    var reached: Set<String> = []
    var pending = [function]
    while let next = pending.popLast() {
      for word in words[next] ?? [] where words[word] != nil && reached.insert(word).inserted { pending.append(word) }
    }
    return reached.subtracting([function])
  }
}
