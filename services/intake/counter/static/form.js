// What the counter's form says is wrong, and what it is filled with where it is mended.

const counterForm = (form) => {
  const at = (id) => document.getElementById(id);
  const { add, less, reach } = partyRows(form);

  form.addEventListener("click", ({ target }) => {
    if (target.matches("[data-more]")) add().querySelector("select").focus();
    if (!target.matches("[data-less]")) return;
    less(target.closest("[data-party]"));
    form.querySelector("[data-more]").focus();
  });
  // Who was added for one dispute goes with it.
  form.addEventListener("reset", () => form.querySelectorAll("[data-added]").forEach((one) => one.remove()));

  function missing() {
    return [...form.elements].filter((field) => field.required && !field.value.trim());
  }

  function mark(wrong) {
    for (const field of form.elements) {
      const is = wrong.includes(field);
      if (is) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      field.closest(".field")?.classList.toggle("wrong", is);
    }
  }

  // A line of what is wrong leads to its field, where it has one.
  function leading({ words, field }) {
    if (!field) return words;
    const link = Object.assign(document.createElement("a"), { href: `#${field.id}`, textContent: words });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      field.closest("details")?.setAttribute("open", "");
      field.focus();
    });
    return link;
  }

  function tell(title, lines) {
    const why = at("why");
    why.replaceChildren(Object.assign(document.createElement("h3"), { textContent: title }));
    const list = why.appendChild(document.createElement("ul"));
    for (const one of lines) list.appendChild(document.createElement("li")).append(leading(one));
    mark(lines.map((one) => one.field).filter(Boolean));
    why.hidden = false;
    why.focus();
  }

  const labelOf = (field) => form.querySelector(`label[for="${field.id}"]`)?.firstChild.textContent || field.name;

  // What the form of registration asks beside this one is kept with the entry, and shown where it is wrong.
  function fill(fields, faults) {
    at("beside").replaceChildren();
    reach(fields);
    for (const [name, value] of fields) {
      const field = [...form.elements].find((one) => one.name === name && !one.closest("#beside"));
      if (field) field.value = value;
      else at("beside").append(...beside(name, value, faults.find((one) => one.pointer === `#/${name}`)));
    }
    form.dispatchEvent(new Event("change"));
  }

  function beside(name, value, fault) {
    const input = Object.assign(document.createElement("input"), { name, value, type: fault ? "text" : "hidden" });
    if (!fault) return [input];
    const box = Object.assign(document.createElement("div"), { className: "field" });
    const label = Object.assign(document.createElement("label"), { textContent: fault.title });
    input.id = label.htmlFor = `f-${name}-${at("beside").childElementCount}`; // several may have one name
    box.append(label, input);
    return [box];
  }

  const fieldOf = (name) => [...form.elements].find((one) => one.type !== "hidden" && (one.name === name || one.name.startsWith(`${name}/`)));

  return { fieldOf, fill, labelOf, mark, missing, tell };
};
