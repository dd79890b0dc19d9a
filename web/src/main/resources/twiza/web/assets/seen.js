// Pages that were seen open again without a line: the service worker keeps them.
const { serviceWorker } = navigator;

if (serviceWorker) {
  // Not over the line that the page itself still waits for.
  if (document.readyState !== "complete") await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  await serviceWorker.register("/sw.js").catch(() => null);
  const { active } = await serviceWorker.ready;
  const parts = performance.getEntriesByType("resource").map(({ name }) => new URL(name)).filter(({ pathname }) => pathname.startsWith("/assets/"));
  serviceWorker.addEventListener("message", ({ data }) => data.kept && (document.documentElement.dataset.kept = ""));
  active.postMessage({ seen: [location.pathname + location.search, ...new Set(parts.map(({ pathname }) => pathname))] });
}
