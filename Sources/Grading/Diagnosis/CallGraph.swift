internal import JSON

/// Which functions of a file call which, by their names in each other's bodies.
struct CallGraph {
  /// The functions that each function names in its body.
  private let named: [String: Set<String>]

  init(_ source: String) {
    let declarations = FunctionDeclaration.all(in: source)
    let functions = Set(declarations.map(\.name))
    named = Dictionary(declarations.map { ($0.name, $0.bodyWords.intersection(functions)) }) { $0.union($1) }
  }

  init?(json: JSONValue?) {
    guard case .object(let members)? = json else { return nil }
    named = Dictionary(members.map { ($0.key, Set($0.value.strings ?? [])) }) { $0.union($1) }
  }

  /// The graph as an object with a list for each function.
  var json: JSONValue {
    .object(
      named.sorted { $0.key < $1.key }.map { function, called in
        JSONValue.Member(function, .array(called.sorted().map { .string($0) }))
      })
  }

  /// The functions of the file that a function calls, directly or by way of others.
  func called(by function: String) -> Set<String> {
    var reached: Set<String> = []
    var pending = [function]
    while let next = pending.popLast() {
      for name in named[next] ?? [] where reached.insert(name).inserted { pending.append(name) }
    }
    return reached.subtracting([function])
  }
}
