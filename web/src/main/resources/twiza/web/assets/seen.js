// Pages that were seen open again without a line: the service worker keeps them.
const { serviceWorker } = navigator;

if (serviceWorker) {
  await serviceWorker.register("/sw.js").catch(() => null);
  const { active } = await serviceWorker.ready;
  const parts = performance.getEntriesByType("resource").map(({ name }) => new URL(name)).filter(({ pathname }) => pathname.startsWith("/assets/"));
  serviceWorker.addEventListener("message", ({ data }) => data.kept && (document.documentElement.dataset.kept = ""));
  active.postMessage({ seen: [location.pathname + location.search, ...new Set(parts.map(({ pathname }) => pathname))] });
}
