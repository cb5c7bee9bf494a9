import Foundation
import Testing

@Suite(.serialized, .needsBrowser) struct `In Chromium` {
  @Test func `every page loads without an error and asks nothing of a network`() throws {
    for (page, visit) in try RenderedSite.get().visits {
      #expect(visit.errors == [], "\(page)")
      #expect(visit.requests == [], "\(page)")
      #expect(visit.formulas == [], "\(page)")
    }
  }

  @Test func `every page is in order for whoever does not see it`() throws {
    for (page, visit) in try RenderedSite.get().visits { #expect(visit.form == [], "\(page)") }
  }

  @Test func `every text has the contrast that it needs, in both themes`() throws {
    for (page, visit) in try RenderedSite.get().visits {
      #expect(visit.light == [], "\(page)")
      #expect(visit.dark == [], "\(page)")
    }
  }

  @Test func `no page is wider than its window, from phones to projectors`() throws {
    for (page, visit) in try RenderedSite.get().visits { #expect(visit.tooWide == [], "\(page)") }
  }

  @Test func `nothing is cut on paper, and answers are unfolded`() throws {
    for (page, visit) in try RenderedSite.get().visits {
      #expect(visit.cut == [], "\(page)")
      #expect(visit.folded == 0, "\(page)")
    }
  }

  @Test func `a report on a hostile class runs nothing of what it shows`() throws {
    let site = try RenderedSite.get()
    try site.browser.resize(1440)
    try site.browser.emulate()
    let pages = site.pages.filter { $0.hasPrefix("report/") }
    #expect(pages.count == HostileClass.attacks.count + 1)
    for page in pages {
      try site.open(page)
      usleep(50_000)
      let title = try site.browser.evaluate("document.title") as? String ?? ""
      #expect(title.hasSuffix("A course & <b>more</b>"), "\(page)")
      let strange = try site.browser.strings(
        "[...document.querySelectorAll('script, img, iframe, object, svg[onload], b, [onerror], [style]')].map(x => x.outerHTML)"
      )
      #expect(strange == [], "\(page)")
      // Links lead to pages of the report or of the course, and nowhere else.
      let links = try site.browser.strings("[...document.querySelectorAll('a')].map(x => x.href)")
      #expect(links.allSatisfy { $0.hasPrefix(site.address("report/")) }, "\(page)")
      let text = try site.browser.evaluate("document.body.innerText") as? String ?? ""
      #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E || $0.value == 0x2066 }, "\(page)")
    }
    let first = try site.browser.evaluate("document.querySelector('h1').textContent") as? String
    #expect(first?.hasPrefix("Name ") == true || first == "The class")
  }

  @Test func `the search finds words, phrases and formulas`() throws {
    let site = try RenderedSite.get()
    try site.browser.resize(1440)
    try site.browser.emulate()
    try site.open("sample/site/lessons/means.html")
    // By keyboard alone: a slash leads to the field, Enter to the results.
    try site.browser.press("/", code: 191, text: "/")
    try site.browser.type("\"Seventeen VIOLET hippopotami\"")
    try site.browser.press("Enter", code: 13, text: "\r")
    func results() throws -> [String] {
      for _ in 0..<100 {
        let ready =
          try? site.browser.evaluate(
            "location.pathname.endsWith('search.html') && !!document.getElementById('count').textContent") as? Bool
        if ready == true { break }
        usleep(30_000)
      }
      return try site.browser.strings("[...document.querySelectorAll('#results a')].map(x => x.getAttribute('href'))")
    }
    #expect(try results() == ["lessons/spread.html"])
    #expect(try site.browser.evaluate("document.querySelectorAll('#results mark').length") as? Int == 1)
    for (words, expected) in [
      ("first hint", []), ("mean section", ["lessons/means.html"]), ("xyzzy", []),
      ("hippopotami violet", ["lessons/spread.html"]),
    ] {
      let query = words.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      try site.browser.open(site.address("sample/site/search.html") + "?q=" + query)
      #expect(try results() == expected, "\(words)")
    }
    try site.open("course/site/search.html")
    try site.browser.evaluate("document.getElementById('words').focus()")
    try site.browser.type("the chain rule adds over uses")
    #expect(try results().first == "lessons/bptt.html#the-states")
  }

  @Test func `the theme follows the system until it is chosen, and then stays`() throws {
    let site = try RenderedSite.get()
    try site.browser.resize(1440)
    func ground() throws -> String {
      try site.browser.evaluate("getComputedStyle(document.body).backgroundColor") as? String ?? ""
    }
    try site.browser.emulate(isDark: false)
    try site.open("sample/site/index.html")
    try site.browser.evaluate("localStorage.clear()")
    let light = try ground()
    try site.browser.emulate(isDark: true)
    let dark = try ground()
    #expect(light != dark)
    try site.browser.evaluate("document.getElementById('theme').click()")
    #expect(try ground() == light)
    #expect(try site.browser.evaluate("document.getElementById('theme').ariaPressed") as? String == "false")
    try site.open("sample/site/index.html")
    #expect(try ground() == light)
    try site.open("sample/site/lessons/means.html")
    #expect(try ground() == light)
    try site.browser.evaluate("localStorage.clear()")
    try site.open("sample/site/index.html")
    #expect(try ground() == dark)
  }

  @Test(arguments: [390, 1440])
  func `the keyboard reaches everything, and one sees where it is`(width: Int) throws {
    let site = try RenderedSite.get()
    try site.browser.resize(width)
    try site.browser.emulate()
    for name in ["lessons/means.html", "exercises/mean.html", "lessons/spread.html"] {
      let page = "sample/site/\(name)"
      try site.open(page)
      try site.browser.evaluate("window.seen = new Set(); document.activeElement.blur()")
      let expected = try site.browser.evaluate(PageScripts.reachable) as? Int ?? 0
      #expect(expected > 5, "\(page)")
      for step in 0..<(expected + 3) {
        try site.browser.press("Tab", code: 9)
        let outline =
          try site.browser.evaluate(
            """
            (() => {
              const now = document.activeElement;
              if (now === document.body) return 'body';
              seen.add(now);
              return getComputedStyle(now).outlineStyle;
            })()
            """) as? String
        #expect(outline == "solid" || outline == "body", "\(page), step \(step)")
        if step == 0 {
          #expect(try site.browser.evaluate("document.activeElement.className") as? String == "skip")
          let isSeen = try site.browser.evaluate("document.activeElement.getBoundingClientRect().left >= 0")
          #expect(isSeen as? Bool == true)
        }
      }
      #expect(try site.browser.evaluate("seen.size") as? Int ?? 0 >= expected, "\(page)")
    }
    // An answer opens, and on a phone the contents do.
    try site.open("sample/site/lessons/means.html")
    try site.browser.evaluate("document.querySelector('.question summary').focus()")
    try site.browser.press("Enter", code: 13, text: "\r")
    #expect(try site.browser.evaluate("document.querySelector('.question details').open") as? Bool == true)
    if width == 390 {
      try site.browser.evaluate("document.getElementById('menu').focus()")
      try site.browser.press("Enter", code: 13, text: "\r")
      #expect(try site.browser.evaluate("document.getElementById('contents').checkVisibility()") as? Bool == true)
      try site.browser.press("Escape", code: 27)
      #expect(try site.browser.evaluate("document.getElementById('contents').checkVisibility()") as? Bool == false)
    }
  }
}
