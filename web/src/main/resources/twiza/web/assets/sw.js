// Keeps the pages that were seen, so that they open again without a line. What the API answers is never kept.
const ASSETS = "twiza-assets";
const PAGES = "twiza-pages";
const MOST = { [ASSETS]: 120, [PAGES]: 60 };
const PATIENCE = 5_000;
const offlinePage = (path) => `/${/^\/(fr|ar|zgh|en)\//.exec(path)?.[1] ?? "fr"}/offline/`;

addEventListener("install", (event) => {
  skipWaiting();
  event.waitUntil(keepOffline());
});

/** The page that says that there is no line, and all that it needs. */
async function keepOffline() {
  const pages = await caches.open(PAGES);
  await pages.addAll(["fr", "ar", "zgh", "en"].map((language) => `/${language}/offline/`));
  const assets = await caches.open(ASSETS);
  const wanted = named(await (await pages.match("/fr/offline/")).text());
  for (const address of wanted) {
    const answer = await fetch(address);
    named(await answer.clone().text()).forEach((other) => wanted.add(other));
    await assets.put(address, answer);
  }
}

const named = (text) => new Set(text.match(/\/assets\/[\w-]+\.\w+\.\w+/g));

addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin || /^\/(api|local)\//.test(pathname)) return;
  if (pathname.startsWith("/assets/")) event.respondWith(asset(event.request));
  else if (mode === "navigate") event.respondWith(page(event.request));
});

/** The page that was open before anybody kept pages, and what belongs to it. */
addEventListener("message", ({ data, source }) => {
  if (data.seen) Promise.all(data.seen.map(keepOnce)).then(() => source.postMessage({ kept: true }));
});

async function keepOnce(address) {
  const cache = await caches.open(address.startsWith("/assets/") ? ASSETS : PAGES);
  if (!(await cache.match(address))) await keep(cache, address, await fetch(address));
}

/** An asset's address changes with its content: what is there is right. */
async function asset(request) {
  const cache = await caches.open(ASSETS);
  const before = await cache.match(request);
  if (before) return before;
  const answer = await fetch(request);
  await keep(cache, request, answer.clone());
  return answer;
}

/** The newest page there is; where the line is too slow or gone, the one that was seen. */
async function page(request) {
  const cache = await caches.open(PAGES);
  const before = await cache.match(request);
  const fresh = fetch(request).then(async (answer) => {
    await keep(cache, request, answer.clone());
    return answer;
  });
  const seen = before && new Promise((resolve) => setTimeout(resolve, PATIENCE, before));
  try {
    return await (seen ? Promise.race([fresh, seen]) : fresh);
  } catch {
    return before ?? cache.match(offlinePage(new URL(request.url).pathname));
  }
}

async function keep(cache, request, answer) {
  if (!answer.ok || answer.redirected) return;
  await cache.put(request, answer);
  const kept = await cache.keys();
  const most = answer.url.includes("/assets/") ? MOST[ASSETS] : MOST[PAGES];
  const spare = kept.filter(({ url }) => !url.endsWith("/offline/"));
  await Promise.all(spare.slice(0, Math.max(0, kept.length - most)).map((old) => cache.delete(old)));
}
