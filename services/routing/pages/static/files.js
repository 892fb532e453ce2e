// Hands files in one by one as soon as they are chosen, says how far each is, and tries again.
const form = document.querySelector("form[data-files]");
const chooser = form?.querySelector('input[type="file"]');
const list = form?.querySelector(".handed-in");
const TRIES = 4;

function send(file, told) {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append("_csrf", form.elements._csrf.value);
    body.append("files", file);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) told.value = event.loaded / event.total;
    });
    request.addEventListener("load", () => {
      const said = request.getResponseHeader("Content-Type")?.startsWith("application/json") ? JSON.parse(request.responseText) : {};
      if (request.status === 201) done(said.stored[0]);
      else fail(Object.assign(new Error(said.detail || `上传没有成功（${request.status}）`), { final: request.status < 500 }));
    });
    request.addEventListener("error", () => fail(new Error("网络中断")));
    request.open("POST", form.dataset.files);
    request.send(body);
  });
}

async function handIn(file) {
  const row = document.createElement("li");
  const says = document.createElement("span");
  const told = document.createElement("progress");
  told.max = 1;
  told.setAttribute("aria-label", `上传 ${file.name}`);
  says.textContent = `正在上传：${file.name}`;
  row.append(says, told);
  list.append(row);
  for (let n = 1; ; n += 1) {
    try {
      const digest = await send(file, told);
      const kept = document.createElement("input");
      Object.assign(kept, { type: "hidden", name: "stored", value: digest });
      says.textContent = `已上传：${file.name}`;
      told.remove();
      row.append(kept);
      return;
    } catch (error) {
      if (error.final || n >= TRIES) {
        told.remove();
        says.textContent = `${file.name}：${error.message}，请重新选择这个文件`;
        return;
      }
      says.textContent = `${file.name}：${error.message}，第${n + 1}次重传`;
      await new Promise((go) => setTimeout(go, 1000 * 2 ** n));
    }
  }
}

if (chooser) {
  chooser.addEventListener("change", async () => {
    const files = [...chooser.files];
    chooser.value = "";
    const button = form.querySelector("button.main");
    button.disabled = true;
    for (const file of files) await handIn(file);
    button.disabled = false;
  });
}
