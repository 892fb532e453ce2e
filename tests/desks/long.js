// Makes everything long that a page tells of a case: a cell, a value, a line, a heading gets the
// name of an organisation, of a person or a number of `LONG` behind it, as long as there are. Fixed words stay
// as they are: those of buttons, labels, lights and heads of columns, and those that the style keeps
// on one line, unless one of `names`, of organs, places and matters, is among them. `shorten` gives
// the page back as it was, and the focus to where it was: paper shows no forms.
([names, LONG]) => {
  const DATA = "td, th[scope='row'], dd, li, h1, h2, h3, p";
  const FIXED = "button, .button, label, legend, option, summary, nav, caption, thead, .light, .tag, .clock, .dial, .figures, .only-heard, .help, svg, script, style, template";
  const PLAIN = /^[\d\s年月日周一二三四五六时分点至前起:：.,，、；。（）()%/×+–—-]*$/;
  const kept = (inside, said) => getComputedStyle(inside).whiteSpace === "nowrap" && !names.some((name) => said.includes(name));
  const found = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const [text, said, inside] = [walker.currentNode, walker.currentNode.data, walker.currentNode.parentElement];
    if (!PLAIN.test(said) && inside.closest(DATA) && !inside.closest(FIXED) && !kept(inside, said)) found.push([text, said]);
  }
  found.forEach(([text, said], n) => { text.data = `${said.trimEnd()}${LONG[n % LONG.length]}`; });
  const focused = document.activeElement;
  window.shorten = () => {
    found.forEach(([text, said]) => { text.data = said; });
    if (document.activeElement !== focused) focused.focus({ preventScroll: true });
  };
}
