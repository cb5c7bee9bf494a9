"use strict";

// Draws the formulas of a page: their TeX stands between \( and \) or \[ and \].
function drawFormulas() {
  for (const formula of document.querySelectorAll(".math")) {
    const tex = formula.textContent.slice(2, -2);
    const isDisplay = formula.classList.contains("display");
    katex.render(tex, formula, { displayMode: isDisplay, throwOnError: false, strict: "ignore", trust: false });
    if (!isDisplay) { keepPunctuation(formula); }
  }
  document.documentElement.dataset.drawn = "true";
}

// No line begins with the comma behind a formula: it is shown as part of it, and stays in the text for who does not see.
function keepPunctuation(formula) {
  const next = formula.nextSibling;
  const mark = next && next.nodeType === Node.TEXT_NODE ? next.data.match(/^[.,;:!?)\]]+/) : null;
  const end = [...formula.querySelectorAll(".katex-html > .base")].pop();
  if (!mark || !end) { return; }
  next.data = next.data.slice(mark[0].length);
  const shown = document.createElement("span");
  shown.className = "punctuation";
  shown.textContent = mark[0];
  end.append(shown);
  const said = document.createElement("span");
  said.className = "unseen";
  said.textContent = mark[0];
  formula.after(said);
}

// Colours code in the languages that highlight.js knows.
function colourCode() {
  if (!window.hljs) { return; }
  for (const code of document.querySelectorAll('pre code[class^="language-"]')) {
    if (hljs.getLanguage(code.className.slice("language-".length))) { hljs.highlightBlock(code); }
  }
}

// When all letters are there, things have their final sizes.
function lettersLoaded() {
  return Promise.all([...document.fonts].filter((font) => font.family.includes("KaTeX")).map((font) => font.load()));
}
