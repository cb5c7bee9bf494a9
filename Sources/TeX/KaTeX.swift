internal import CDuktape

/// KaTeX in an interpreter of JavaScript, the same that draws formulas in a browser; the only code that sees Duktape.
@safe struct KaTeX: ~Copyable {
  private let context: OpaquePointer

  /// Makes an interpreter, without KaTeX yet.
  init() throws(TeXError) {
    guard let context = unsafe gradus_duk_create() else { throw .outOfMemory }
    unsafe self.context = context
  }

  deinit { unsafe duk_destroy_heap(context) }

  /// Loads KaTeX from the text of its script.
  func load(_ script: [UInt8]) throws(TeXError) {
    // What KaTeX uses of newer JavaScript than Duktape's.
    try run(
      Array(
        """
        if (!Array.prototype.fill) {
          Array.prototype.fill = function (value) {
            for (var index = 0; index < this.length; index++) { this[index] = value; }
            return this;
          };
        }
        """.utf8))
    try run(script)
    // The options are those of the pages' script, but for commands that pages would show in red: they are errors.
    try run(
      Array(
        """
        gradusFault = function (tex, isDisplay) {
          try {
            katex.__renderToDomTree(tex, {
              displayMode: isDisplay, throwOnError: true, strict: "ignore",
              trust: function (context) { throw new Error(context.command + " is not allowed"); }
            });
            return "";
          } catch (error) {
            return String(error && error.message || error);
          }
        };
        """.utf8))
  }

  private func run(_ script: [UInt8]) throws(TeXError) {
    let failed = unsafe script.withUnsafeBytes { bytes in
      unsafe gradus_duk_run(context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    let words = text()
    unsafe duk_pop(context)
    if failed != 0 { throw .unusable(words) }
  }

  /// The value on top of the stack as text.
  private func text() -> String {
    var length = 0
    guard let words = unsafe gradus_duk_text(context, &length) else { return "" }
    return unsafe words.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)
    }
  }

  /// What is wrong with a formula, in KaTeX's words; nil where KaTeX accepts it.
  func fault(of formula: Formula) -> String? {
    unsafe duk_get_global_string(context, "gradusFault")
    let bytes = Array(formula.tex.utf8)
    unsafe bytes.withUnsafeBytes { bytes in
      unsafe _ = duk_push_lstring(context, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
    }
    unsafe duk_push_boolean(context, formula.isDisplay ? 1 : 0)
    let outcome = unsafe duk_pcall(context, 2)
    let words = text()
    unsafe duk_pop(context)
    if outcome == 0 && words.isEmpty { return nil }
    return Self.plain(words)
  }

  /// KaTeX's message without its name and without the lines that it draws below letters.
  private static func plain(_ message: String) -> String {
    let name = "KaTeX parse error: "
    let words = message.hasPrefix(name) ? String(message.dropFirst(name.count)) : message
    var plain = String.UnicodeScalarView()
    for scalar in words.unicodeScalars where scalar != "\u{332}" { plain.append(scalar == "\n" ? " " : scalar) }
    return String(plain)
  }
}
