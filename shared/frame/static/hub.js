// What every page's script does: focus on faults, keep what was typed, ask before it is lost.

const place = (form) => `hub:typed:${location.pathname}:${form.dataset.keep || form.id || "form"}`;

function typed(form) {
  return [...new FormData(form).entries()].filter(([name, value]) => name !== "_csrf" && typeof value === "string");
}

function restore(form, entries) {
  const said = new Map();
  for (const [name, value] of entries) said.set(name, [...(said.get(name) || []), value]);
  for (const field of form.elements) {
    if (!field.name || field.name === "_csrf" || field.type === "file" || field.type === "hidden") continue;
    const values = said.get(field.name) || [];
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else if (values.length) field.value = values.shift();
  }
  form.dispatchEvent(new CustomEvent("hub:restored", { bubbles: true, detail: said }));
}

function keep(form) {
  const key = place(form);
  const kept = sessionStorage.getItem(key);
  const refused = form.querySelector("[aria-invalid]") || document.querySelector(".faults[role=alert]");
  if (kept && document.documentElement.hasAttribute("data-told")) sessionStorage.removeItem(key);
  else if (kept && !refused) {
    restore(form, JSON.parse(kept));
    const says = document.createElement("p");
    says.className = "restored";
    says.setAttribute("role", "status");
    says.textContent = "已恢复上次没有提交成功的内容，请核对后提交。";
    form.prepend(says);
  }
  form.addEventListener("submit", () => sessionStorage.setItem(key, JSON.stringify(typed(form))));
}

if (document.documentElement.hasAttribute("data-told")) {
  // What was typed has arrived: nothing of it stays in this browser.
  for (const key of Object.keys(sessionStorage)) if (key.startsWith("hub:typed:")) sessionStorage.removeItem(key);
}
for (const form of document.querySelectorAll("form[data-keep]")) keep(form);
document.querySelector("[data-focus]")?.focus();
for (const form of document.querySelectorAll('form[action="/sign-out"]')) {
  form.addEventListener("submit", (event) => {
    // What still waits in this browser, in the words of whoever left it here.
    const waits = localStorage.getItem("hub:waits");
    if (waits && !confirm(waits)) return event.preventDefault();
    localStorage.removeItem("hub:waits");
    sessionStorage.clear();
    localStorage.setItem("hub:left", "1");
  });
}
for (const form of document.querySelectorAll("form[method=post]")) {
  // A double click is one act.
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 8000);
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
for (const form of document.querySelectorAll("form[data-at-once]")) {
  form.addEventListener("change", () => form.requestSubmit());
}
