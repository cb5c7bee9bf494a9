internal import Files

/// The files that pages use: KaTeX and highlight.js as the system's packages have them, and our own.
struct SystemAssets {
  /// Where the system keeps scripts for pages.
  static let scripts = "/usr/share/javascript"

  /// KaTeX's script.
  static func katex() throws -> [UInt8] { try read("\(scripts)/katex/katex.js", of: "libjs-katex") }

  /// KaTeX's style sheet and its fonts, by their paths on the site.
  static func katexFiles(_ script: [UInt8]) throws -> [String: [UInt8]] {
    var files = ["assets/katex/katex.js": script]
    files["assets/katex/katex.min.css"] = try read("\(scripts)/katex/katex.min.css", of: "libjs-katex")
    let fonts = "\(scripts)/katex/fonts"
    let names = ((try? Files.list(fonts)) ?? []).filter { $0.hasSuffix(".woff2") }
    guard !names.isEmpty else { throw AssetError(path: fonts, package: "fonts-katex") }
    for name in names { files["assets/katex/fonts/\(name)"] = try read("\(fonts)/\(name)", of: "fonts-katex") }
    return files
  }

  /// The script that colours code.
  static func highlight() throws -> [UInt8] {
    try read("\(scripts)/highlight.js/highlight.min.js", of: "libjs-highlight.js")
  }

  private static func read(_ path: String, of package: String) throws -> [UInt8] {
    do {
      return try Files.read(path)
    } catch {
      throw AssetError(path: path, package: package)
    }
  }
}

/// A file of a system's package is missing.
package struct AssetError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  let path: String
  /// The package.
  let package: String

  /// A sentence that says what to do.
  package var description: String { "\(path) cannot be read. Install it: `apt-get install \(package)`." }
}
