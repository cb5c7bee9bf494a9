internal import Charts
internal import Files

/// A page in the site's look that needs no other file: it can be handed to somebody as it is.
///
/// Its policy allows the one style sheet that it brings, by its digest, and nothing else: no script, no image, no other address.
package enum StandalonePage {
  private static let style: (text: String, policy: String) = {
    let figures = PageFigures([:], light: ChartStyle.light, dark: ChartStyle.dark, rules: ChartStyle.rules).style
    let text = String(decoding: PackageResources.site_css + PackageResources.report_css, as: UTF8.self) + figures
    let digest = base64(Digest(of: text).bytes)
    return (
      text, "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
    )
  }()

  /// The bytes of a page.
  ///
  /// - Parameters:
  ///   - title: the page's title.
  ///   - language: the language of its text, as HTML names it.
  ///   - main: what the page shows.
  package static func bytes(title: String, language: String, main: HTMLText) -> [UInt8] {
    var out = HTMLText()
    out.html("<!DOCTYPE html>\n<html lang=\"")
    out.foreign(language)
    out.html("\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.html("<meta http-equiv=\"Content-Security-Policy\" content=\"\(style.policy)\">\n")
    out.html("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.html("<meta name=\"color-scheme\" content=\"light dark\">\n")
    out.html("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
    out.foreign(title)
    out.html("</title>\n<style>\(style.text)</style>\n</head>\n<body>\n<main id=\"main\">\n")
    out.html(main)
    out.html("</main>\n</body>\n</html>\n")
    return out.bytes
  }

  /// Bytes in the letters of RFC 4648, in which policies give digests.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let part = Array(bytes[start..<min(start + 3, bytes.count)])
      let bits = (0..<3).reduce(0) { $0 << 8 | (part.indices.contains($1) ? Int(part[$1]) : 0) }
      for index in 0..<4 {
        text.append(index <= part.count ? letters[bits >> (18 - 6 * index) & 63] : "=")
      }
    }
    return text
  }
}
