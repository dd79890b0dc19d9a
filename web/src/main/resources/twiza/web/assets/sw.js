// Keeps the pages that were seen, so that they open again without a line. What the API answers is never kept.
const ASSETS = "twiza-assets";
const PAGES = "twiza-pages";
const MOST = { [ASSETS]: 120, [PAGES]: 60 };
const PATIENCE = 5_000;
const offlinePage = (path) => `/${/^\/(fr|ar|zgh|en)\//.exec(path)?.[1] ?? "fr"}/offline/`;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin || /^\/(api|local)\//.test(pathname)) return;
  if (pathname.startsWith("/assets/")) event.respondWith(asset(event.request));
  else if (mode === "navigate") event.respondWith(page(event.request));
});

/** The page that was open before anybody kept pages, what belongs to it, and what stands in for others in its language. */
addEventListener("message", (event) => {
  if (event.data.seen) event.waitUntil(keepSeen(event.data.seen, event.source));
});

async function keepSeen(addresses, page) {
  const all = await Promise.all([keepOffline(addresses), ...addresses.map(keepOnce)].map((work) => work.catch(() => false)));
  if (all.every(Boolean)) page.postMessage({ kept: true });
}

/** The page that says that there is no line, and all that it needs; the newest one, once what all pages share has changed. */
async function keepOffline(addresses) {
  const page = offlinePage(addresses[0]);
  const before = await named(page);
  const newest = addresses.some((address) => before.includes(address)) || await keep(await caches.open(PAGES), page, await fetch(page));
  const wanted = new Set(await named(page));
  for (const address of wanted) {
    if (!(await keepOnce(address))) return false;
    (await named(address)).forEach((other) => wanted.add(other));
  }
  return newest;
}

/** The assets that a kept page, or a kept asset, names. */
async function named(address) {
  const text = await (await caches.match(address, { ignoreVary: true }))?.text();
  return text?.match(/\/assets\/[\w-]+\.\w+\.\w+/g) ?? [];
}

/** Whether it is kept now. What the browser has just read is not asked for again. */
async function keepOnce(address) {
  const cache = await caches.open(address.startsWith("/assets/") ? ASSETS : PAGES);
  return Boolean(await cache.match(address, { ignoreVary: true })) || keep(cache, address, await fetch(address, { cache: "force-cache" }));
}

/** An asset's address changes with its content: what is there is right. */
async function asset(request) {
  const cache = await caches.open(ASSETS);
  const before = await cache.match(request, { ignoreVary: true });
  if (before) return before;
  const answer = await fetch(request);
  await keep(cache, request.url, answer.clone());
  return answer;
}

/** The newest page there is; where the line is too slow or gone, the one that was seen. */
async function page(request) {
  const cache = await caches.open(PAGES);
  const { pathname, search } = new URL(request.url);
  const address = pathname + search;
  const before = await cache.match(address, { ignoreVary: true });
  const fresh = fetch(request).then(async (answer) => {
    await keep(cache, address, answer.clone());
    return answer;
  });
  const seen = before && new Promise((resolve) => setTimeout(resolve, PATIENCE, before));
  try {
    return await (seen ? Promise.race([fresh, seen]) : fresh);
  } catch {
    return before ?? cache.match(offlinePage(pathname), { ignoreVary: true });
  }
}

/** Under its path and query alone: what a link opens stands behind its #, and stays out of here. */
async function keep(cache, address, answer) {
  if (!answer.ok || answer.redirected || answer.headers.get("Cache-Control")?.includes("no-store")) return false;
  await cache.put(address, answer);
  const kept = await cache.keys();
  const most = answer.url.includes("/assets/") ? MOST[ASSETS] : MOST[PAGES];
  const spare = kept.filter(({ url }) => !url.endsWith("/offline/"));
  await Promise.all(spare.slice(0, Math.max(0, kept.length - most)).map((old) => cache.delete(old, { ignoreVary: true })));
  return true;
}
