// The published ideas that may be the same as one that is being written, or that waits for a decision.
import { byId, call, make, pageOf, text } from "./shared.js";

const PAUSE = 700;
const SHORTEST = 5;
const LONGEST = { title: 120, summary: 500 };

const region = byId("similar");
let turn = 0;
let shown = "";

/** While somebody writes: a moment after they paused. It is said politely, and holds nothing up. */
export function lookWhileWriting(form) {
  const { title, summary } = form.elements;
  let pause;
  form.addEventListener("input", ({ target }) => {
    if (target !== title && target !== summary) return;
    clearTimeout(pause);
    pause = setTimeout(() => look({ title: title.value, summary: summary.value }, text("similar.writing.title"), text("similar.writing.text")), PAUSE);
  });
}

/** Beside an idea that somebody decides about. */
export function lookBeside({ id, sheet }) {
  return sheet ? look({ ...sheet, except: id }, text("similar.deciding.title"), text("similar.deciding.text")) : draw([]);
}

/** Whoever can't be told, because the line is down or nothing can be searched yet, is told nothing. */
async function look({ title, summary = "", except = "" }, heading, hint) {
  turn += 1;
  const mine = turn;
  if (!navigator.onLine) return;
  const body = { title: cut(title, LONGEST.title), summary: cut(summary, LONGEST.summary), except };
  const result = body.title.length < SHORTEST ? { ok: true, data: { items: [] } } : await call("POST", "/api/ideas/similar", { body });
  if (mine === turn) draw(result.ok ? result.data.items : [], heading, hint);
}

const cut = (words, longest) => [...words.trim()].slice(0, longest).join("").trim();

/** What stands there already is not said again. */
function draw(items, heading, hint) {
  const now = items.map(({ id }) => id).join();
  if (now === shown) return;
  shown = now;
  region.replaceChildren(...(items.length
    ? [make("div", { class: "notice" },
      make("p", {}, make("strong", {}, heading)),
      make("ul", {}, ...items.map(({ id, title, summary, language }) => make("li", { dir: "auto", lang: language },
        make("a", { href: pageOf(`/ideas/${id}/`), target: "_blank" }, title), make("br"), summary))),
      make("p", { class: "hint" }, hint))]
    : []));
}
