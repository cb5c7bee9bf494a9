/// What the tests ask of a page, in its own language; each gives a list of what is wrong.
enum PageScripts {
  /// Formulas that are not drawn, or drawn in red.
  static let formulas = """
    [...document.querySelectorAll('.katex-error, .math:not(:has(.katex))')].map(x => x.textContent)
    """

  /// Rules of a page's form that everybody depends on who does not see it.
  static let form = """
    (() => {
      const wrong = [];
      const one = (selector) => document.querySelectorAll(selector).length === 1 || wrong.push('not one ' + selector);
      one('main'); one('h1'); one('head > title');
      if (!document.documentElement.lang) wrong.push('no language');
      let level = 0;
      for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
        const own = Number(heading.tagName[1]);
        if (own > level + 1) wrong.push('level ' + own + ' after ' + level + ': ' + heading.textContent);
        level = own;
      }
      const ids = [...document.querySelectorAll('[id]')].map(x => x.id);
      for (const id of new Set(ids)) if (ids.filter(x => x === id).length > 1) wrong.push('id twice: ' + id);
      for (const image of document.querySelectorAll('img')) if (!image.alt) wrong.push('no words: ' + image.src);
      for (const image of document.querySelectorAll('img')) if (!image.naturalWidth) wrong.push('no image: ' + image.src);
      for (const image of document.querySelectorAll('[role="img"]')) {
        const isPart = image.parentElement.closest('[role="img"]');
        if (!isPart && !image.getAttribute('aria-label')) wrong.push('no label: ' + image.outerHTML.slice(0, 80));
      }
      for (const part of document.querySelectorAll('nav, aside, section[role], form[role="search"]')) {
        const isNamed = part.getAttribute('aria-label') || part.getAttribute('aria-labelledby');
        if (!isNamed && !part.matches('form')) wrong.push('no name: ' + part.outerHTML.slice(0, 80));
      }
      for (const field of document.querySelectorAll('input')) {
        if (!field.labels.length && !field.getAttribute('aria-label')) wrong.push('no label: ' + field.outerHTML);
      }
      for (const link of document.querySelectorAll('a[href^="#"]')) {
        const id = decodeURIComponent(link.hash.slice(1));
        if (id && !document.getElementById(id)) wrong.push('leads nowhere: ' + link.hash);
      }
      return wrong;
    })()
    """

  /// Texts whose colour is too near to what they stand on.
  static let contrast = """
    (() => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const known = new Map();
      const rgba = (colour) => {
        if (!known.has(colour)) known.set(colour, measured(colour));
        return known.get(colour);
      };
      const measured = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
      };
      const light = ([r, g, b]) => {
        const part = (value) => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
      };
      const ground = (element) => {
        for (let part = element; part; part = part.parentElement) {
          const colour = rgba(getComputedStyle(part).backgroundColor);
          if (colour[3] === 255) return colour;
        }
        return [255, 255, 255, 255];
      };
      const wrong = new Set();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || element.closest('.katex-mathml, noscript, .unseen')) continue;
        const style = getComputedStyle(element);
        if (style.visibility !== 'visible' || !element.checkVisibility()) continue;
        const isDrawn = element.closest('svg');
        const a = light(rgba(isDrawn ? style.fill : style.color)), b = light(ground(element));
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        const size = parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
        if (ratio < (isLarge ? 3 : 4.5)) {
          wrong.add(ratio.toFixed(2) + ' ' + element.tagName + '.' + element.getAttribute('class') + ' ' +
            walker.currentNode.data.trim().slice(0, 30));
        }
      }
      return [...wrong];
    })()
    """

  /// Formulas, tables and drawings that stick out of the text.
  static let cut = """
    (() => {
      const wrong = [];
      for (const part of document.querySelectorAll('.math.display .base, .math.inline .base, table, svg, img')) {
        if (!part.checkVisibility() || part.closest('.katex-mathml') || part.closest('.base svg')) continue;
        const frame = (part.closest('.text, .rail, header') || document.body).getBoundingClientRect();
        const box = part.getBoundingClientRect();
        if (box.right > frame.right + 1 || box.left < frame.left - 1) {
          wrong.push(Math.round(box.left) + '-' + Math.round(box.right) + ' of ' + Math.round(frame.left) + '-' +
            Math.round(frame.right) + ': ' + part.textContent.slice(0, 60));
        }
        for (let outer = part.parentElement; outer && outer !== document.body; outer = outer.parentElement) {
          const style = getComputedStyle(outer);
          if (style.overflowX !== 'visible' && outer.scrollWidth > outer.clientWidth + 1) {
            wrong.push('cut by ' + outer.className + ': ' + part.textContent.slice(0, 60));
          }
        }
      }
      return wrong;
    })()
    """

  /// All that the keyboard should reach, each by a name.
  static let reachable = """
    [...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
      .filter(x => x.checkVisibility({ visibilityProperty: true }) && !x.disabled).length
    """
}
