"use strict";

const stage = document.querySelector(".stage");
const root = document.documentElement;
let slides = [];
let current = 0;

function overflows(body) { return body.scrollHeight > body.clientHeight + 1; }

// Another slide behind this one, for what does not fit on it.
function follow(slide) {
  const next = slide.cloneNode(false);
  next.classList.remove("cover");
  const heading = slide.querySelector("h1, h2, h3").cloneNode(true);
  heading.removeAttribute("id");
  if (!heading.querySelector(".more")) {
    const more = document.createElement("span");
    more.className = "more";
    more.textContent = " (continued)";
    heading.append(more);
  }
  const body = document.createElement("div");
  body.className = "body";
  next.append(heading, body);
  slide.after(next);
  return next;
}

// Moves what does not fit to further slides; what is too large for a slide of its own is made smaller.
function fit(slide) {
  const body = slide.querySelector(".body");
  const moved = [];
  while (overflows(body) && body.children.length > 1) {
    moved.unshift(body.lastElementChild);
    body.lastElementChild.remove();
  }
  // A sentence that announces a formula goes with it.
  while (moved.length && body.children.length > 1 && body.lastElementChild.matches("p") &&
         /[:,]$/.test(body.lastElementChild.textContent.trim()) && moved[0].matches(".math, ul, ol, .table, figure")) {
    moved.unshift(body.lastElementChild);
    body.lastElementChild.remove();
  }
  for (let size = 0.95; size >= 0.45 && (overflows(body) || wide(body)); size -= 0.05) { body.style.fontSize = size + "em"; }
  if (moved.length) {
    const next = follow(slide);
    next.querySelector(".body").append(...moved);
    fit(next);
  }
}

function wide(body) {
  return [...body.querySelectorAll(".math.display, .table, pre")].some((part) => part.scrollWidth > part.clientWidth + 1);
}

function scale() {
  const factor = Math.min(innerWidth / 1280, innerHeight / 720);
  stage.style.transform = `translate(-50%, -50%) scale(${factor})`;
}

function show(place) {
  current = Math.max(0, Math.min(slides.length - 1, place));
  slides.forEach((slide, index) => slide.classList.toggle("current", index === current));
  document.getElementById("place").textContent = `${current + 1} / ${slides.length}`;
  history.replaceState(null, "", "#" + (current + 1));
}

// The address may name a slide by its number or a section.
function placeOfHash() {
  const hash = decodeURIComponent(location.hash.slice(1));
  if (/^\d+$/.test(hash)) { return Number(hash) - 1; }
  const heading = hash ? document.getElementById(hash) : null;
  return heading ? slides.indexOf(heading.closest(".slide")) : 0;
}

function listen() {
  const steps = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, " ": 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1 };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    const isControl = event.target.closest("button, summary, a");
    if (isControl && (event.key === " " || event.key === "Enter")) { return; }
    if (event.key === "Home") { show(0); } else if (event.key === "End") { show(slides.length - 1); }
    else if (steps[event.key]) { show(current + steps[event.key] * (event.shiftKey && event.key === " " ? -1 : 1)); }
    else { return; }
    event.preventDefault();
  });
  addEventListener("hashchange", () => show(placeOfHash()));
  addEventListener("resize", scale);
  document.getElementById("back").addEventListener("click", () => show(current - 1));
  document.getElementById("on").addEventListener("click", () => show(current + 1));
  const button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("gradus-theme", root.dataset.theme); } catch (error) { /* It lasts for this page. */ }
    button.setAttribute("aria-pressed", String(isDark()));
  });
}

drawFormulas();
colourCode();
lettersLoaded().then(() => {
  for (const slide of [...document.querySelectorAll(".slide")]) { fit(slide); }
  slides = [...document.querySelectorAll(".slide")];
  document.querySelector(".control").hidden = false;
  scale();
  listen();
  show(placeOfHash());
  root.dataset.ready = "true";
});
