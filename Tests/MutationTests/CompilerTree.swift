import Foundation
import Testing

@testable import Mutation

/// A source file in a temporary folder and the tree that this machine's compiler makes of it.
enum CompilerTree {
  /// Stand-ins for the types of the course's toolbox, whose module is not at hand here.
  static let types = """
    struct Vector {
      var count: Int { 1 }
      static func zeros(_ count: Int) -> Vector { Vector() }
      static func + (a: Vector, b: Vector) -> Vector { a }
      static func - (a: Vector, b: Vector) -> Vector { a }
      static prefix func - (a: Vector) -> Vector { a }
      static func += (a: inout Vector, b: Vector) {}
      subscript(index: Int) -> Double { Double(index) }
    }

    struct Matrix {
      var rows: Int
      var columns: Int
      var transposed: Matrix { self }
      static func * (a: Matrix, x: Vector) -> Vector { x }
    }

    func tanh(_ v: Vector) -> Vector { v }

    """

  /// The mutants of a source file that follows the stand-ins, as `kind: original -> replacement`.
  static func mutants(of source: String) throws -> [Mutant] {
    let whole = types + source
    let mutants = try MutantMaker(source: whole, syntaxTree: tree(of: whole)).mutants()
    let first = types.split(separator: "\n", omittingEmptySubsequences: false).count
    return mutants.filter { $0.line >= first }
  }

  private static func tree(of source: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gradus-mutation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(source.utf8).write(to: folder.appending(path: "source.swift"))
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.currentDirectoryURL = folder
    compiler.arguments = [
      "swiftc", "-frontend", "-dump-ast", "-dump-ast-format", "json", "-parse-as-library", "-module-name", "Submission",
      "-module-cache-path", folder.deletingLastPathComponent().appending(path: "gradus-mutation-cache").path,
      "source.swift",
    ]
    let output = Pipe()
    let messages = Pipe()
    compiler.standardOutput = output
    compiler.standardError = messages
    try compiler.run()
    let tree = try output.fileHandleForReading.readToEnd() ?? Data()
    compiler.waitUntilExit()
    let text = String(decoding: try messages.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    try #require(compiler.terminationStatus == 0, "\(text)")
    return String(decoding: tree, as: UTF8.self)
  }
}

extension Mutant {
  /// The change in one line.
  var summary: String { "\(original) -> \(replacement)" }
}
