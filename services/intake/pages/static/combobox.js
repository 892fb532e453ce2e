// A list to choose from becomes one to type into (ARIA 1.2 combobox); without this script it stays a list.

const SHOWN = 12;
const NOTHING = "没有匹配的，请换个名称或者首字母，从列表中选择";
const NOT_CHOSEN = "没有从列表中选择，请重新选择";
let spellings = null;

async function known() {
  spellings ??= fetch("/desk/window/catalogue").then((answer) => (answer.ok ? answer.json() : {})).catch(() => ({}));
  return spellings;
}

function fits(option, asked, spelt) {
  const text = option.text.toLowerCase();
  if (text.startsWith(asked)) return 0;
  const ways = spelt[option.value] || [];
  if (ways.some((way) => way.startsWith(asked))) return 1;
  if (text.includes(asked) || option.value === asked) return 2;
  return ways.some((way) => way.includes(asked)) ? 3 : -1;
}

export function enhance(select) {
  const box = document.createElement("div");
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const id = select.id;
  box.className = "typed";
  select.id = `${id}-list`;
  Object.assign(input, { id, type: "text", autocomplete: "off", spellcheck: false });
  for (const [name, said] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": `${id}-options` })) input.setAttribute(name, said);
  for (const name of ["aria-describedby", "aria-invalid"]) if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  list.id = `${id}-options`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "可选项");
  list.hidden = true;
  const says = Object.assign(document.createElement("p"), { className: "why", id: `${id}-none` });
  says.setAttribute("role", "status");
  select.hidden = true;
  select.tabIndex = -1;
  select.before(box);
  box.append(input, list, select, says);

  const described = select.getAttribute("aria-describedby") || "";
  let active = -1;
  let composing = false;
  const label = () => (select.value ? select.selectedOptions[0].text : "");
  // What fits nothing stays as it was typed, and is said to be wrong: nothing is chosen by it.
  const tell = (words) => {
    if (says.textContent === words) return;
    says.textContent = words;
    box.closest(".field").classList.toggle("wrong", Boolean(words));
    if (words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    input.setAttribute("aria-describedby", `${described} ${words ? says.id : ""}`.trim());
  };
  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const point = (at) => {
    const items = [...list.children];
    if (!items.length) return;
    active = (at + items.length) % items.length;
    items.forEach((item, n) => item.setAttribute("aria-selected", String(n === active)));
    items[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", items[active].id);
  };
  const choose = (code) => {
    select.value = code;
    input.value = label();
    tell("");
    close();
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const open = async () => {
    const asked = input.value.trim().toLowerCase();
    const spelt = await known();
    if (document.activeElement !== input || composing) return;
    const found = [...select.options]
      .filter((option) => option.value)
      .map((option) => [asked ? fits(option, asked, spelt) : 0, option])
      .filter(([rank]) => rank >= 0)
      .sort(([one], [other]) => one - other)
      .slice(0, asked ? SHOWN : 60);
    list.replaceChildren(...found.map(([, option], n) => {
      const item = document.createElement("li");
      item.id = `${id}-option-${n}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.code = option.value;
      const above = option.parentElement.label;
      item.textContent = above && above !== option.text ? `${option.text}（${above}）` : option.text;
      return item;
    }));
    tell(asked && !found.length ? NOTHING : "");
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    active = -1;
    if (asked && found.length) point(0);
  };

  input.value = label();
  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => { composing = false; open(); });
  input.addEventListener("input", () => { if (!composing) open(); });
  input.addEventListener("click", open);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (list.hidden) open().then(() => point(active < 0 ? 0 : active));
      else point(active < 0 && step < 0 ? -1 : active + step);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      choose(list.children[active].dataset.code);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  const settle = () => {
    const typed = input.value;
    if (!list.hidden && active >= 0 && typed.trim() && typed !== label()) return choose(list.children[active].dataset.code);
    const words = typed.trim() && typed !== label() ? says.textContent || NOT_CHOSEN : "";
    if (select.value && typed !== label()) {
      select.value = "";
      tell(words); // before anybody hears of it: what is wrong stays in sight
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }
    input.value = typed.trim() && typed;
    tell(words);
    close();
  };
  input.addEventListener("blur", settle);
  select.form.addEventListener("submit", (event) => {
    // A text that chooses nothing would be lost without a word.
    settle();
    if (!says.textContent) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    input.focus();
  });
  list.addEventListener("mousedown", (event) => {
    const item = event.target.closest("[data-code]");
    event.preventDefault();
    if (item) choose(item.dataset.code);
  });
  select.addEventListener("change", () => {
    if (select.value) tell("");
    if (select.value || !says.textContent) input.value = label();
  });
}
