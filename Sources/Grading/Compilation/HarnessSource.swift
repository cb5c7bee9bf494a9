internal import Wire

/// The Swift file that is compiled beside a student's file and hands its functions to the worker.
///
/// It names the worker's function with a module selector, so that nothing the student declares can stand in for it. Structures need no help: the
/// worker reads their stored properties itself.
enum HarnessSource {
  /// The source for the given functions, and for others of which only the name is known.
  static func make(for functions: [Function], and others: [String] = []) -> String {
    let names = functions.map(\.name) + others
    let lines = names.map { "  Worker::expose(\"\($0)\", \($0))\n" }
    return "import Worker\n\n@_cdecl(\"gradus_expose\") public func gradus_expose() {\n\(lines.joined())}\n"
  }
}
