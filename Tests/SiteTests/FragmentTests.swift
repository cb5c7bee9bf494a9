import Markdown
import Site
import Testing

private func html(_ source: String) throws -> String {
  let document = try Document(parsingFragment: source)
  return String(decoding: Fragment.html(document, figures: Publications.figures).bytes, as: UTF8.self)
}

@Suite struct `A fragment` {
  @Test(arguments: [
    ("$x_1 < y$", "<p><span class=\"math inline\">\\(x_1 &lt; y\\)</span></p>\n"),
    ("$$\na \\\\ b\n$$", "<div class=\"math display\">\\[a \\\\ b\\]</div>\n"),
    ("---\ntitle: A\n---\ntext", "<p>text</p>\n"), ("---\n---", "<hr />\n<hr />\n"),
    ("<b>&amp;</b>\n\n<div>\n*x*", "<p><b>&amp;</b></p>\n<div>\n*x*\n"),
    ("[a](exercise:b \"c\")", "<p><a href=\"exercise:b\" title=\"c\">a</a></p>\n"),
    ("![a](b.png \"c\")", "<p><img src=\"b.png\" alt=\"a\" title=\"c\" /></p>\n"),
    (
      "> [!pitfall] A *b*\n> c",
      "<aside class=\"callout pitfall\" aria-label=\"Pitfall\">\n<p class=\"callout-title\">"
        + "<span class=\"kind\">Pitfall</span> A <em>b</em></p>\n<p>c</p>\n</aside>\n"
    ),
  ])
  func `is the HTML of a document and nothing else`(source: String, expected: String) throws {
    #expect(try html(source) == expected)
  }

  @Test(arguments: [
    (
      "| a | b |\n| --- | :-: |\n| c | d |",
      "<table>\n<thead>\n<tr>\n<th>a</th>\n<th align=\"center\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>c</td>\n"
        + "<td align=\"center\">d</td>\n</tr>\n</tbody>\n</table>\n"
    ), ("| a |\n| - |", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>\n"),
  ])
  func `has tables as GitHub's specification shows them`(source: String, expected: String) throws {
    #expect(try html(source) == expected)
  }

  @Test func `shows computed figures with their own words where the document has none`() throws {
    let shown = try html("![](figure:steps)\n\n![A *b*](figure:steps \"C\")")
    #expect(shown.contains("role=\"img\" aria-label=\"Two steps that go up\""))
    #expect(shown.contains("<figcaption>Steps of <span class=\"math inline\">\\(x_t\\)</span></figcaption>"))
    #expect(shown.contains("aria-label=\"A b\"") && shown.contains("<figcaption>C</figcaption>"))
    #expect(shown.contains("id=\"figure-steps\"") && shown.contains("id=\"figure-steps-2\""))
    #expect(try html("![a](figure:unknown)") == "<p><img src=\"figure:unknown\" alt=\"a\" /></p>\n")
  }
}
