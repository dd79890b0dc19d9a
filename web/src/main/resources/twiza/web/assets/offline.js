// Without a line: what was seen before and is still here.
import { byId, call, language, make, show } from "./shared.js";

const SEEN = new RegExp(`^/${language}/(ideas|rounds)/|^/${language}/(privacy/|terms/|submit/)?$`);

let leaving = false;

list();
addEventListener("beforeunload", () => (leaving = true));
addEventListener("online", comeBack);
byId("again").addEventListener("click", () => location.reload());

/** Opens what was asked for, once there really is a line; whoever is on the way to another page goes on. */
async function comeBack() {
  const { status } = await call("HEAD", location.pathname + location.search);
  if (status > 0 && !leaving) location.reload();
}

async function list() {
  const cache = await globalThis.caches?.open("twiza-pages");
  const kept = (await cache?.keys()) ?? [];
  const pages = kept.filter(({ url }) => SEEN.test(new URL(url).pathname));
  const links = await Promise.all(pages.map(async (request) => linkTo(request.url, await cache.match(request))));
  byId("seen").replaceChildren(...links.reverse());
  show(byId("seen-part"), links.length > 0);
}

async function linkTo(url, answer) {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return make("li", {}, make("a", { href: url }, make("bdi", {}, page.querySelector("h1")?.textContent.trim() || page.title)));
}
