internal import Wire

/// The Swift file that is compiled beside a student's file and hands its functions to the worker.
///
/// It names the worker's function with a module selector, so that nothing the student declares can stand in for it. Structures need no help: the
/// worker reads their stored properties itself.
enum HarnessSource {
  /// The source for the given functions.
  static func make(for functions: [Function]) -> String {
    let lines = functions.map { "  Worker::expose(\"\($0.name)\", \($0.name))\n" }
    return "import Worker\n\n@_cdecl(\"gradus_expose\") public func gradus_expose() {\n\(lines.joined())}\n"
  }
}
