// Rows of parties, for the form of registration and the counter's page: one more, one less, and as
// many as what is filled in has.

const partyRows = (form) => {
  const place = form.querySelector("[data-parties]");
  const template = form.querySelector("[data-party-template]");
  const rows = () => [...place.querySelectorAll("[data-party]")];
  const numberOf = (name) => (name.startsWith("parties/") ? Number(name.split("/")[1]) : -1);
  const highest = (names) => Math.max(-1, ...names.map(numberOf));
  const next = () => 1 + highest([...place.querySelectorAll("[name]")].map((one) => one.name));
  const count = () => rows().forEach((one, at) => { one.querySelector("[data-ordinal]").textContent = at + 1; });

  function add() {
    const number = next();
    const piece = template.content.cloneNode(true);
    for (const node of piece.querySelectorAll("*")) {
      for (const name of ["id", "name", "for", "value", "aria-describedby"]) {
        const said = node.getAttribute(name);
        if (said?.includes("@")) node.setAttribute(name, said.replaceAll("@", number));
      }
    }
    piece.querySelector("select[name$='/side']").value = number ? "opponent" : "applicant";
    piece.firstElementChild.dataset.added = "";
    place.append(piece);
    count();
    return place.lastElementChild;
  }

  function less(row) {
    row.remove();
    if (!rows().length) add();
    count();
  }

  // Rows for all that these fields say.
  function reach(fields) {
    const last = highest(fields.map(([name]) => name));
    while (next() <= last) add();
  }

  return { add, less, reach };
};
