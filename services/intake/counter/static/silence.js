// What is asked of an organ that kept silent: shown, and sent, only where the kind of the act allows
// it. For the form of registration and the counter's page.

(() => {
  const block = document.querySelector("[data-silence]");
  const form = block.closest("form");
  const said = (name) => form.querySelector(`select[name=${name}]`).value;

  function show(part, wanted) {
    part.hidden = !wanted;
    part.disabled = !wanted;
  }

  function fit() {
    const act = said("act");
    show(block, block.dataset.silence.split(" ").includes(act));
    show(block.querySelector("[data-silent]"), said("omission") === "true");
    show(block.querySelector("[data-protection]"), act === "inaction");
  }

  form.addEventListener("change", fit);
  form.addEventListener("reset", () => setTimeout(fit));
  fit();
})();
