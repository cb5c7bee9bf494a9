import Testing

/// What one load of a page shows: in both themes, in windows of several widths, and on paper.
struct PageVisit {
  /// What the console says but for highlight.js's note on its age.
  private(set) var errors: [String] = []
  /// What is asked for outside the site.
  private(set) var requests: [String] = []
  /// Formulas that are not drawn.
  let formulas: [String]
  /// Rules of form that are broken.
  let form: [String]
  /// Texts without contrast in the light theme.
  let light: [String]
  /// Texts without contrast in the dark theme.
  let dark: [String]
  /// Windows that the page is wider than.
  private(set) var tooWide: [Int] = []
  /// What sticks out of the text on paper.
  private(set) var cut: [String] = []
  /// How many answers are folded on paper.
  private(set) var folded = 0

  init(_ page: String, of site: RenderedSite) throws {
    let browser = site.browser
    try browser.resize(1440)
    try browser.emulate()
    browser.events = []
    try site.open(page)
    formulas = try browser.strings(PageScripts.formulas)
    form = try browser.strings(PageScripts.form)
    try browser.evaluate("document.querySelectorAll('details').forEach(x => { x.open = true; })")
    light = try browser.strings(PageScripts.contrast)
    try browser.emulate(isDark: true)
    dark = try browser.strings(PageScripts.contrast)
    try browser.emulate()
    if !page.contains("/slides/") {
      for width in [390, 820, 1440, 1920] {
        try browser.resize(width)
        let found = try browser.evaluate("document.documentElement.scrollWidth") as? Int ?? .max
        if found > width { tooWide.append(width) }
      }
      // The width between the margins of A4, at 96 dots to the inch.
      try browser.resize(642, 971)
      try browser.evaluate("document.querySelectorAll('.text details').forEach(x => { x.open = false; })")
      if page.contains("/handout/") {
        try browser.evaluate("document.querySelectorAll('details').forEach(x => { x.open = true; })")
      }
      try browser.emulate(media: "print")
      try browser.evaluate("dispatchEvent(new Event('beforeprint'))")
      cut = try browser.strings(PageScripts.cut)
      folded =
        try browser.evaluate(
          "[...document.querySelectorAll('article details')].filter(x => x.checkVisibility() && !x.open).length")
        as? Int
        ?? .max
    }
    note(browser.events, of: site)
  }

  private mutating func note(_ events: [Message], of site: RenderedSite) {
    for event in events {
      let parameters = event["params"] as? Message ?? [:]
      switch event["method"] as? String {
      case "Runtime.exceptionThrown", "Log.entryAdded": errors.append("\(parameters)")
      case "Runtime.consoleAPICalled":
        if !"\(parameters)".contains("has reached EOL") { errors.append("\(parameters)") }
      case "Network.requestWillBeSent":
        let address = (parameters["request"] as? Message)?["url"] as? String ?? ""
        let isOurs = address.hasPrefix(site.address("")) || address == "about:blank" || address.hasPrefix("data:")
        if !isOurs { requests.append(address) }
      default: break
      }
    }
  }
}
