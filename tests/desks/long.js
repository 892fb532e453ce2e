// Makes everything long that a page tells of a case: a cell, a value, a line, a heading gets the
// name of an organisation, of a person or a number behind it, as long as there are. Fixed words stay
// as they are: those of buttons, labels, lights and heads of columns, and those that the style keeps
// on one line, unless one of `names`, of organs, places and matters, is among them. `shorten` gives
// the page back as it was, and the focus to where it was: paper shows no forms.
(names) => {
  const LONG = [
    "甘肃省张掖市甘州区国家现代农业示范区东部片区综合管理委员会市政公用事业住房保障和物业服务行政审批联合办事中心驻东街街道第一综合服务大厅值班窗口",
    "阿卜杜热依木·买买提吐尔逊·艾则孜·阿卜杜拉·库尔班江·努尔买买提·伊斯拉木·托合提·依明",
    "620702".repeat(10),
  ];
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
