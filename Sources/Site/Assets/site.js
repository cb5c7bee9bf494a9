"use strict";

// What is wider than its place can be scrolled, so the keyboard must reach it.
function reachScrollables() {
  for (const part of document.querySelectorAll(".math.display, .computed")) {
    if (part.scrollWidth > part.clientWidth + 1) {
      part.tabIndex = 0;
    } else {
      part.removeAttribute("tabindex");
    }
  }
}

function followTheme() {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  show();
  system.addEventListener("change", show);
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("gradus-theme", root.dataset.theme); } catch (error) { /* It lasts for this page. */ }
    show();
  });
}

function openMenu() {
  const button = document.getElementById("menu");
  const root = document.documentElement;
  const set = (isOpen) => {
    root.classList.toggle("menu-open", isOpen);
    button.setAttribute("aria-expanded", String(isOpen));
  };
  button.hidden = false;
  button.addEventListener("click", () => set(!root.classList.contains("menu-open")));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root.classList.contains("menu-open")) {
      set(false);
      button.focus();
    }
    const isTyping = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      (document.getElementById("words") || document.querySelector(".search input")).focus();
    }
  });
  const current = document.querySelector('#contents [aria-current="page"]');
  const contents = document.getElementById("contents");
  if (current && current.offsetTop > contents.clientHeight * 0.7) {
    contents.scrollTop = current.offsetTop - contents.clientHeight / 2;
  }
}

// The section that is being read is marked beside the text.
function followSections() {
  // Beside the text they take no room; above it they are folded.
  if (!matchMedia("(min-width: 75rem)").matches) {
    for (const part of document.querySelectorAll(".rail details")) { part.open = false; }
  }
  const toc = document.querySelector(".toc");
  if (!toc) { return; }
  const links = new Map();
  for (const link of toc.querySelectorAll("a")) { links.set(decodeURIComponent(link.hash.slice(1)), link); }
  const headings = [...document.querySelectorAll(".text h2[id], .text h3[id]")].filter((h) => links.has(h.id));
  let scheduled = false;
  const mark = () => {
    scheduled = false;
    let current = null;
    for (const heading of headings) { if (heading.getBoundingClientRect().top < 120) { current = heading; } }
    for (const [id, link] of links) {
      if (current && id === current.id) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); }
    }
  };
  addEventListener("scroll", () => {
    if (!scheduled) { scheduled = true; requestAnimationFrame(mark); }
  }, { passive: true });
  mark();
}

// On paper nothing can be unfolded.
function unfoldForPrint() {
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("article details:not([open]):not(.starter)")];
    for (const part of folded) { part.open = true; }
  });
  addEventListener("afterprint", () => {
    for (const part of folded) { part.open = false; }
    folded = [];
  });
}

if (window.katex) { drawFormulas(); }
colourCode();
followTheme();
openMenu();
followSections();
unfoldForPrint();
reachScrollables();
addEventListener("resize", reachScrollables);
document.documentElement.dataset.ready = "true";
if (window.katex) { lettersLoaded().then(reachScrollables); }
