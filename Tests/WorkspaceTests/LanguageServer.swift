import Foundation
import Testing

/// A conversation with sourcekit-lsp, as an editor has it.
final class LanguageServer {
  /// Where it is, or nil where the toolchain has none.
  static let program: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/sourcekit-lsp" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  private let process = Process()
  private let input = Pipe()
  private let output = Pipe()
  private var number = 0
  private let root: String

  init(root: String) throws {
    self.root = root
    process.executableURL = URL(filePath: try #require(Self.program))
    process.currentDirectoryURL = URL(filePath: root)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    _ = try request(
      "initialize", ["processId": NSNull(), "rootUri": "file://\(root)", "capabilities": [String: Any]()])
    try send(["method": "initialized", "params": [String: Any]()])
  }

  deinit {
    if process.isRunning { process.terminate() }
  }

  func uri(_ path: String) -> [String: Any] { ["uri": "file://\(root)/\(path)"] }

  /// Opens a file with a text that need not be the one on the disk.
  func open(_ path: String, _ text: String) throws {
    let document: [String: Any] = ["uri": "file://\(root)/\(path)", "languageId": "swift", "version": 1, "text": text]
    try send(["method": "textDocument/didOpen", "params": ["textDocument": document]])
  }

  /// Asks and waits for the answer.
  func request(_ method: String, _ parameters: [String: Any]) throws -> Any? {
    number += 1
    let own = number
    try send(["id": own, "method": method, "params": parameters])
    while true {
      let message = try receive()
      if message["method"] == nil, message["id"] as? Int == own { return message["result"] }
      // The server asks the editor, too; it need not know anything.
      if message["method"] != nil, let id = message["id"] { try send(["id": id, "result": NSNull()]) }
    }
  }

  private func send(_ message: [String: Any]) throws {
    let body = try JSONSerialization.data(withJSONObject: message.merging(["jsonrpc": "2.0"]) { first, _ in first })
    try input.fileHandleForWriting.write(contentsOf: Data("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }

  private func receive() throws -> [String: Any] {
    var header = Data()
    while !header.suffix(4).elementsEqual(Data("\r\n\r\n".utf8)) { header += try bytes(1) }
    let text = String(decoding: header, as: UTF8.self)
    let length = try #require(text.firstMatch(of: #/Content-Length: (\d+)/#).flatMap { Int($0.1) })
    return try #require(try JSONSerialization.jsonObject(with: try bytes(length)) as? [String: Any])
  }

  private func bytes(_ count: Int) throws -> Data {
    var data = Data()
    while data.count < count {
      data += try #require(try output.fileHandleForReading.read(upToCount: count - data.count), "the server has gone")
    }
    return data
  }
}

@Suite(.enabled("the toolchain has sourcekit-lsp") { LanguageServer.program != nil })
struct `An editor in a workspace` {
  @Test(.timeLimit(.minutes(2))) func `finds definitions and completes, also beside a file that does not compile`()
    async throws
  {
    let desk = try Desk()
    try desk.update()
    try desk.write("func broken( {", "exercises/05-embeddings/glove-loss.swift")
    let path = "exercises/05-embeddings/softmax-versus-sampling.swift"
    let text = try desk.text(path).replacing("todo(\"", with: "let z = softmax(v); return todo(\"", maxReplacements: 1)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.contains("softmax(v)") })
    let column = try #require(
      lines[line].range(of: "softmax(v)").map { lines[line].distance(from: lines[line].startIndex, to: $0.lowerBound) })
    let server = try LanguageServer(root: desk.root)
    try server.open(path, text)
    let position: [String: Any] = [
      "textDocument": server.uri(path), "position": ["line": line, "character": column + 2],
    ]
    // The server prepares the toolbox in the background, and answers nothing until it is there.
    var places: [[String: Any]] = []
    while places.isEmpty {
      places = try server.request("textDocument/definition", position) as? [[String: Any]] ?? []
      if places.isEmpty { try await Task.sleep(for: .milliseconds(500)) }
    }
    let uri = try #require(places[0]["uri"] as? String)
    #expect(uri.hasSuffix("/toolbox/LinearAlgebra/Activations.swift"), "\(uri)")
    let start = (places[0]["range"] as? [String: [String: Int]])?["start"]?["line"]
    let source = try desk.text("toolbox/LinearAlgebra/Activations.swift").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(source[try #require(start)].contains("func softmax("))
    let completion = try server.request("textDocument/completion", position) as? [String: Any]
    let items = try #require(completion?["items"] as? [[String: Any]])
    #expect(items.contains { ($0["label"] as? String)?.hasPrefix("logSoftmax") == true }, "\(items.count) items")
  }

  @Test(.timeLimit(.minutes(2))) func `builds all that compiles, without a network`() throws {
    let desk = try Desk()
    try desk.update()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["swift", "build", "--disable-automatic-resolution"]
    process.currentDirectoryURL = URL(filePath: desk.root)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }
}
