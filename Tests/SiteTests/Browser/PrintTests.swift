import Foundation
import Testing

extension `In Chromium` {
  @Test func `a page prints to PDF`() throws {
    let site = try RenderedSite.get()
    try site.browser.resize(1440)
    try site.browser.emulate(isDark: true)
    try site.open("course/site/lessons/bptt.html")
    #expect(try pages(of: site) > 4)
  }

  @Test func `slides fit, follow the keyboard, and print one to a page`() throws {
    let site = try RenderedSite.get()
    try site.browser.resize(1280, 720)
    try site.browser.emulate()
    for page in site.pages where page.contains("/slides/") {
      try site.open(page)
      let overfull = try site.browser.strings(
        """
        slides.filter(x => overflows(x.querySelector('.body')) || wide(x.querySelector('.body')))
          .map(x => x.querySelector('h1, h2, h3').textContent)
        """)
      #expect(overfull == [], "\(page)")
      let count = try site.browser.evaluate("slides.length") as? Int ?? 0
      #expect(count > 2, "\(page)")
      #expect(try pages(of: site) == count, "\(page)")
    }
    try site.open("sample/slides/means.html")
    func place() throws -> Int? { try site.browser.evaluate("current") as? Int }
    #expect(try place() == 0)
    try site.browser.press("ArrowRight", code: 39)
    try site.browser.press("PageDown", code: 34)
    #expect(try place() == 2)
    try site.browser.press("ArrowLeft", code: 37)
    #expect(try place() == 1)
    try site.browser.press("End", code: 35)
    #expect(try place() == (try site.browser.evaluate("slides.length - 1") as? Int))
    try site.browser.open(site.address("sample/slides/spread.html") + "#wide")
    #expect(try site.browser.evaluate("slides[current].querySelector('h2').textContent") as? String == "Wide")
  }

  /// The number of pages to which the present page prints.
  private func pages(of site: RenderedSite) throws -> Int {
    let answer = try site.browser.send("Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true])
    let data = Data(base64Encoded: answer["data"] as? String ?? "") ?? Data()
    let text = String(decoding: data, as: Unicode.ASCII.self)
    #expect(text.hasPrefix("%PDF"))
    return text.ranges(of: "/Type /Page\n").count
  }
}
