// Tells that the file has a new page; the reader decides when to look.
import { follow } from "../frame/asking.js";

const news = document.getElementById("news");
if (news) {
  const kinds = JSON.parse(document.getElementById("kinds").textContent);
  follow(news.dataset.stream, kinds, () => { news.hidden = false; });
}
