// A ledger may be dropped onto the page.

const drop = document.querySelector("[data-drop]");
if (drop) {
  const chooser = drop.querySelector("input[type=file]");
  const says = drop.querySelector("[data-chosen]");
  const told = () => { says.textContent = chooser.files.length ? `已选择：${chooser.files[0].name}` : ""; };
  chooser.addEventListener("change", told);
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    chooser.files = event.dataTransfer.files;
    told();
    document.getElementById("hand-in").requestSubmit();
  });
}
