// Tells that the file has a new page; the reader decides when to look.
const news = document.getElementById("news");
if (news) {
  const stream = new EventSource(news.dataset.stream);
  const kinds = JSON.parse(document.getElementById("kinds").textContent);
  for (const kind of kinds) stream.addEventListener(kind, () => { news.hidden = false; });
  addEventListener("pagehide", () => stream.close());
}
