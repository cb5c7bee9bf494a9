internal import Course
internal import Files

/// A course, perhaps with lessons added, and a site of Hugo's with the same Markdown.
struct Bench {
  /// The course's folder.
  let course: String
  /// Hugo's source folder.
  let hugo: String
  /// How many lessons there are.
  let lessons: Int
  private let folder: String

  /// Writes both: copies of the course at `root`, and `added` lessons made of its lessons in turn.
  init(_ root: String, added: Int, in work: String) throws {
    folder = "\(work)/\(added)"
    course = "\(folder)/course"
    hugo = "\(folder)/hugo"
    try Self.copy("\(root)/lessons", to: "\(course)/lessons")
    try Self.copy("\(root)/exercises", to: "\(course)/exercises")
    let found = try CourseLayout(root: course).lessons()
    let texts = try found.map { try Files.text($0.file) }
    for number in 0..<added {
      let name = "lessons/\(80 + number / 400)-more-\(number / 400)/\(number)-lesson-\(number).md"
      try Files.makeFolder(Files.folder(of: "\(course)/\(name)"))
      try Files.write(Self.renamed(texts[number % texts.count], "Lesson \(number)"), to: "\(course)/\(name)")
    }
    lessons = found.count + added
    try writeHugo()
  }

  /// Where one of the two writes to.
  func output(_ index: Int) -> String { "\(folder)/output-\(index)" }

  /// Removes all of it.
  func remove() { Files.remove(folder) }

  private static func copy(_ source: String, to target: String) throws {
    try Files.makeFolder(target)
    for name in try Files.list(source) {
      if Files.kind("\(source)/\(name)") == .folder {
        try copy("\(source)/\(name)", to: "\(target)/\(name)")
      } else {
        try Files.copy("\(source)/\(name)", to: "\(target)/\(name)")
      }
    }
  }

  /// The text of a lesson with another title and without prerequisites.
  private static func renamed(_ text: String, _ title: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let line = lines.firstIndex(where: { $0.hasPrefix("title:") }) { lines[line] = "title: \(title)" }
    return lines.joined(separator: "\n")
  }

  private func writeHugo() throws {
    try Self.copy("\(course)/lessons", to: "\(hugo)/content/lessons")
    try Self.copy("\(course)/exercises", to: "\(hugo)/content/exercises")
    let scripts = "/usr/share/javascript"
    try Files.makeFolder("\(hugo)/static/katex")
    for name in ["katex.js", "katex.min.css"] {
      try Files.copy("\(scripts)/katex/\(name)", to: "\(hugo)/static/katex/\(name)")
    }
    try Files.makeFolder("\(hugo)/static/katex/fonts")
    for name in try Files.list("\(scripts)/katex/fonts") where name.hasSuffix(".woff2") {
      try Files.copy("\(scripts)/katex/fonts/\(name)", to: "\(hugo)/static/katex/fonts/\(name)")
    }
    try Files.copy("\(scripts)/highlight.js/highlight.min.js", to: "\(hugo)/static/highlight.js")
    for (name, text) in Self.skeleton {
      try Files.makeFolder(Files.folder(of: "\(hugo)/\(name)"))
      try Files.write(text, to: "\(hugo)/\(name)")
    }
  }

  /// Hugo's configuration and templates, for what our pages show as well.
  private static let skeleton = [
    "config.toml": """
    baseURL = "https://example.org/"
    title = "Course"
    relativeURLs = true
    uglyURLs = true
    disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404", "section"]
    ignoreFiles = ["\\\\.swift$", "\\\\.yaml$"]
    [outputs]
      home = ["HTML", "JSON"]
    [markup]
      [markup.highlight]
        codeFences = false
      [markup.goldmark.renderer]
        unsafe = true
    """,
    "layouts/_default/baseof.html": """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><title>{{ .Title }} - {{ .Site.Title }}</title>
    <link rel="stylesheet" href="{{ "katex/katex.min.css" | relURL }}">
    <script defer src="{{ "katex/katex.js" | relURL }}"></script></head>
    <body><header><a href="{{ .Site.BaseURL | relURL }}">{{ .Site.Title }}</a></header>
    {{ block "main" . }}{{ end }}</body></html>
    """,
    "layouts/_default/single.html": """
    {{ define "main" }}{{ $page := . }}
    {{ $all := where .Site.RegularPages "Dir" .File.Dir }}
    <nav><ul>{{ range first 40 $all }}
    <li><a href="{{ .RelPermalink }}"{{ if eq . $page }} aria-current="page"{{ end }}>{{ .Title }}</a></li>
    {{ end }}</ul></nav>
    <main><h1>{{ .Title }}</h1><ul>{{ range .Params.objectives }}<li>{{ . }}</li>{{ end }}</ul>
    <aside>{{ .TableOfContents }}</aside>{{ .Content }}</main>
    <nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
    {{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
    """,
    "layouts/index.html": """
    {{ define "main" }}<main><ol>{{ range .Site.RegularPages }}
    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ol></main>{{ end }}
    """,
    "layouts/index.json": """
    [{{ range $index, $page := .Site.RegularPages }}{{ if $index }},{{ end }}
    {{ dict "url" .RelPermalink "title" .Title "text" .Plain | jsonify }}{{ end }}]
    """,
  ]
}
