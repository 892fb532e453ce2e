// What one could not read on a page as it stands now: sideways scrolling, text that is cut off,
// text that lies on other text, bars that cover the page. Returns a line for each.
() => {
  const TOO = 2; // pixels by which boxes may miss each other when they are rounded
  const told = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) told.push(`${root.scrollWidth} wide on ${root.clientWidth}`);

  const UNREAD = "svg, script, style, template, canvas, option, .only-heard, .skip, [hidden]";
  const styles = new Map();
  const style = (one) => styles.get(one) ?? styles.set(one, getComputedStyle(one)).get(one);
  const says = (node) => `“${node.textContent.trim().slice(0, 24)}”`;
  const isFloating = (one) => ["fixed", "sticky", "absolute"].includes(style(one).position);

  function shown(text) {
    const inside = text.parentElement;
    for (let around = inside; around; around = around.parentElement) if (style(around).clipPath === "inset(50%)") return null;
    if (!text.data.trim() || inside.closest(UNREAD) || !inside.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return null;
    // Without the blanks around it: a wide one may hang over the edge of a line, and says nothing.
    const range = document.createRange();
    range.setStart(text, text.data.length - text.data.trimStart().length);
    range.setEnd(text, text.data.trimEnd().length);
    const size = parseFloat(style(inside).fontSize);
    // The box of the glyphs, not that of the line: lines may stand closer than a font's ascent says.
    const boxes = [...range.getClientRects()].map((box) => {
      const middle = (box.top + box.bottom) / 2;
      return { left: box.left, right: box.right, top: middle - size * 0.4, bottom: middle + size * 0.4 };
    });
    return { text, inside, boxes };
  }

  // A text is cut where something around it hides what overflows; where it can be scrolled to, the
  // rest is not there to lie on anything.
  function clip(one) {
    for (let around = one.inside; around && around !== root; around = around.parentElement) {
      const { overflowX, overflowY, position } = style(around);
      if (overflowX !== "visible" || overflowY !== "visible") {
        const edge = around.getBoundingClientRect();
        const hides = (how) => how === "hidden" || how === "clip";
        for (const box of one.boxes) {
          if (hides(overflowX) && (box.right > edge.right + TOO || box.left < edge.left - TOO)) told.push(`cut off: ${says(one.text)}`);
          if (hides(overflowY) && (box.bottom > edge.bottom + TOO || box.top < edge.top - TOO)) told.push(`cut off: ${says(one.text)}`);
        }
        one.boxes = one.boxes
          .map((box) => ({ left: Math.max(box.left, edge.left), right: Math.min(box.right, edge.right), top: Math.max(box.top, edge.top), bottom: Math.min(box.bottom, edge.bottom) }))
          .filter((box) => box.right > box.left && box.bottom > box.top);
      }
      if (isFloating(around)) one.floats = true;
      if (position === "fixed") break;
    }
  }

  function inBounds(one) {
    const frame = one.inside.closest("button, .button, .tag, .light, .card, .panel, td, th, .field, .due, legend");
    if (!frame) return;
    const edge = frame.getBoundingClientRect();
    const [x, y] = [window.scrollX, window.scrollY];
    for (const box of one.boxes) {
      if (box.right > edge.right + TOO || box.left < edge.left - TOO || box.bottom > edge.bottom + TOO || box.top < edge.top - TOO) {
        told.push(`out of its ${frame.nodeName.toLowerCase()}.${frame.className}: ${says(one.text)} at ${Math.round(box.left + x)},${Math.round(box.top + y)}`);
      }
    }
  }

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = shown(walker.currentNode);
    if (!one) continue;
    clip(one);
    inBounds(one);
    if (!one.floats) texts.push(...one.boxes.map((box) => ({ ...box, text: one.text })));
  }
  texts.sort((a, b) => a.top - b.top);
  texts.forEach((a, n) => {
    for (let m = n + 1; m < texts.length && texts[m].top < a.bottom - TOO; m += 1) {
      const b = texts[m];
      if (b.text !== a.text && b.left < a.right - TOO && a.left < b.right - TOO && b.bottom > a.top + TOO) told.push(`${says(a.text)} lies on ${says(b.text)}`);
    }
  });

  for (const one of document.body.querySelectorAll("*")) {
    if (!["fixed", "sticky"].includes(style(one).position) || !one.checkVisibility()) continue;
    if (one.getBoundingClientRect().height > window.innerHeight / 2) told.push(`covers the page: ${one.nodeName}.${one.className}`);
  }
  return [...new Set(told)];
}
