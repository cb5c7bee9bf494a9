// Runs before the page is drawn, so that it never flashes in the other theme.
(function () {
  "use strict";
  var root = document.documentElement;
  var kept = null;
  try { kept = localStorage.getItem("gradus-theme"); } catch (error) { /* Storage is switched off. */ }
  if (kept === "dark" || kept === "light") { root.dataset.theme = kept; }
  root.classList.add("scripted");
})();
