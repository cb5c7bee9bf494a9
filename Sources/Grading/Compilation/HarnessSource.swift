internal import Wire

/// The Swift file that is compiled beside a student's file and hands its functions to the worker.
///
/// Its own symbols are named with module selectors, so that nothing the student declares can stand in for them.
enum HarnessSource {
  /// The name of the function that the worker calls once the code is loaded.
  static let entry = "gradus_expose"

  /// The source for the given functions.
  static func make(for functions: [Function]) -> String {
    var structures: [(name: String, labels: [String])] = []
    for function in functions {
      for type in function.type.parameters + [function.type.result] { collect(type, into: &structures) }
    }
    var source = "import Wire\nimport Worker\n\n"
    for structure in structures { source += conformance(structure.name, structure.labels) }
    source += "@_cdecl(\"\(entry)\") public func \(entry)() {\n"
    for function in functions { source += "  Worker::expose(\"\(function.name)\", \(function.name))\n" }
    return source + "}\n"
  }

  private static func collect(_ type: ValueType, into structures: inout [(name: String, labels: [String])]) {
    switch type {
    case .optional(let inner), .list(let inner): collect(inner, into: &structures)
    case .structure(let name, let fields):
      guard !structures.contains(where: { $0.name == name }) else { return }
      structures.append((name, fields.map(\.label)))
      for field in fields { collect(field.type, into: &structures) }
    default: break
    }
  }

  private static func conformance(_ name: String, _ labels: [String]) -> String {
    let names = labels.map { "\"\($0)\"" }.joined(separator: ", ")
    let initializer = labels.map { "\($0):" }.joined()
    let values = labels.map { "\($0).value" }.joined(separator: ", ")
    return """
      extension \(name): Wire::Structure {
        static var layout: Wire::StructureLayout<\(name)> {
          Wire::StructureLayout("\(name)", [\(names)], \(name).init(\(initializer)))
        }
        var values: [Wire::Value] { [\(values)] }
      }

      """
  }
}
