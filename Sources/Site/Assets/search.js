"use strict";

// The index is a script, since a page from a file may not read other files. Its entries: address, page, section, text.
let index = null;

const field = document.getElementById("words");
const list = document.getElementById("results");
const count = document.getElementById("count");
const mostResults = 50;

// Letters in lower case and without accents, each still in its place.
function folded(text) {
  let result = "";
  for (const letter of text) {
    const base = letter.normalize("NFD")[0].toLowerCase();
    result += base.length === letter.length ? base : letter;
  }
  return result;
}

window.gradusSearchIndex = (entries) => {
  index = entries.map(([address, page, section, text]) => ({
    address, page, section, text,
    foldedPage: folded(page), foldedSection: folded(section), foldedText: folded(text),
  }));
  search();
};

// Words, and phrases between quotation marks.
function terms(query) {
  return [...folded(query).matchAll(/"([^"]+)"|[^\s"]+/g)].map((match) => (match[1] || match[0]).trim()).filter(Boolean);
}

function score(entry, wanted) {
  let total = 0;
  for (const term of wanted) {
    const inPage = entry.foldedPage.includes(term);
    const inSection = entry.foldedSection.includes(term);
    const inText = entry.foldedText.includes(term);
    if (!inPage && !inSection && !inText) { return 0; }
    total += (inSection ? 8 : 0) + (inPage ? 4 : 0) + (inText ? 1 : 0);
  }
  if (entry.foldedText.includes(wanted.join(" "))) { total += 3; }
  return total;
}

function append(parent, tag, text) {
  const element = document.createElement(tag);
  element.textContent = text;
  parent.append(element);
  return element;
}

// Part of the text around the first word found, with formulas whole and the words marked.
function excerpt(entry, wanted) {
  const places = wanted.map((term) => entry.foldedText.indexOf(term)).filter((place) => place >= 0);
  const centre = places.length ? Math.min(...places) : 0;
  let start = centre < 90 ? 0 : entry.text.indexOf(" ", centre - 80) + 1;
  let end = Math.min(entry.text.length, Math.max(start + 240, centre + 120));
  // A formula stands between the characters 2 and 3.
  const opened = entry.text.lastIndexOf("\u0002", start), closed = entry.text.lastIndexOf("\u0003", start);
  if (opened > closed) { start = opened; }
  const lastOpened = entry.text.lastIndexOf("\u0002", end), lastClosed = entry.text.indexOf("\u0003", lastOpened);
  if (lastOpened >= start && lastClosed >= end) { end = lastClosed + 1; }
  // No word is cut.
  else if (end < entry.text.length) { end = Math.max(entry.text.lastIndexOf(" ", end), lastClosed + 1, centre + 60); }
  const place = document.createElement("p");
  if (start > 0) { place.append("… "); }
  for (const part of entry.text.slice(start, end).split(/(\u0002[^\u0003]*\u0003)/)) {
    if (part.startsWith("\u0002")) {
      const formula = append(place, "span", "");
      katex.render(part.slice(1, -1), formula, { throwOnError: false, strict: "ignore" });
    } else {
      mark(place, part, wanted);
    }
  }
  if (end < entry.text.length) { place.append(" …"); }
  return place;
}

function mark(parent, text, wanted) {
  const plain = folded(text);
  let index = 0;
  while (index < text.length) {
    let next = -1, length = 0;
    for (const term of wanted) {
      const found = plain.indexOf(term, index);
      if (found >= 0 && (next < 0 || found < next)) { next = found; length = term.length; }
    }
    if (next < 0) { break; }
    parent.append(text.slice(index, next));
    append(parent, "mark", text.slice(next, next + length));
    index = next + length;
  }
  parent.append(text.slice(index));
}

function search() {
  const wanted = terms(field.value);
  list.replaceChildren();
  if (!index || wanted.length === 0) {
    count.textContent = "";
    return;
  }
  const found = index.map((entry, place) => ({ entry, place, score: score(entry, wanted) }))
    .filter((result) => result.score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place);
  const shown = found.slice(0, mostResults);
  count.textContent = found.length === 0 ? "Nothing found. Fewer words, or other ones?"
    : `${found.length} section${found.length === 1 ? "" : "s"} found` + (found.length > shown.length ? `, the first ${shown.length} shown` : "");
  for (const { entry } of shown) {
    const item = append(list, "li", "");
    const link = append(item, "a", entry.section ? `${entry.page}: ${entry.section}` : entry.page);
    link.href = entry.address;
    item.append(excerpt(entry, wanted));
  }
}

field.value = new URLSearchParams(location.search).get("q") || "";
document.getElementById("query").addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", "?q=" + encodeURIComponent(field.value));
  search();
});
field.addEventListener("input", search);
const script = document.createElement("script");
script.src = "assets/search-index.js";
document.head.append(script);
field.focus();
