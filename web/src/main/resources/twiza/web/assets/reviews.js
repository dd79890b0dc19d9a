// What the jury wrote about one idea, before the organisers; what its author is not to read is withheld here.
import { announce, status, tellAtDesk } from "./desk.js";
import { spoken } from "./said.js";
import { busy, byId, call, make, quiet, say, show, text, write } from "./shared.js";

/** @param rubric gives the criteria; mayWithhold tells whether anything can change still */
export function readerOf({ path, rubric, mayWithhold }) {
  const dialog = byId("withholding");
  const form = byId("withhold-form");
  const region = form.querySelector(".status");
  let chosen;
  let back;
  let review;

  byId("back").addEventListener("click", () => history.back());
  addEventListener("popstate", () => leave());
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(form.querySelector("[type=submit]"), region, withhold);
  });

  return { open };

  async function open(idea) {
    back = document.activeElement;
    chosen = idea;
    history.pushState({ reading: idea.idea }, "", location.href);
    show(byId("results"), false);
    show(byId("reading"));
    byId("reading-title").replaceChildren(make("bdi", {}, idea.title));
    byId("review-marks").replaceChildren();
    byId("reviews").replaceChildren();
    show(byId("no-reviews"), false);
    byId("reading-title").focus();
    await load();
  }

  function leave() {
    if (byId("reading").hidden) return;
    quiet(status);
    show(byId("reading"), false);
    show(byId("results"));
    back?.focus();
  }

  async function load() {
    const asked = chosen;
    say(status, text("js.loading"));
    const result = await call("GET", `${path}/reviews/${encodeURIComponent(asked.idea)}`);
    if (asked !== chosen) return false;
    quiet(status);
    if (result.ok) render(result.data.reviews);
    else tellAtDesk(status, result, { again: result.status === 0 || result.status >= 500 ? load : null });
    return result.ok;
  }

  function render(items) {
    show(byId("no-reviews"), items.length === 0);
    show(byId("review-marks"), items.length > 0).replaceChildren(make("table", {},
      make("thead", {}, make("tr", {}, make("td", {}), ...items.map(({ name, recused }) =>
        make("th", { scope: "col" }, make("bdi", {}, name || text("desk.results.forgotten")), ...(recused ? [make("br"), make("span", { class: "quiet" }, text("desk.results.recused"))] : []))))),
      make("tbody", {}, ...rubric().map(({ code, title }) => make("tr", {}, spoken("th", title, { scope: "row" }),
        ...items.map(({ marks }) => make("td", {}, marks[code] ?? "–")))))));
    byId("reviews").replaceChildren(...items.filter(({ comment, note, recused }) => !recused && (comment || note)).map(wordsOf));
  }

  function wordsOf(item) {
    const { name, comment, note, withheld } = item;
    return make("li", { class: "person words" },
      make("h3", {}, make("bdi", {}, name)),
      comment ? make("blockquote", {}, make("h4", {}, text("desk.results.reading.comment")), make("p", { dir: "auto" }, comment)) : null,
      withheld ? write(make("p", { class: "notice warn" }), "desk.results.withheld", { reason: withheld }) : null,
      note ? make("blockquote", {}, make("h4", {}, text("desk.results.reading.note")), make("p", { dir: "auto" }, note)) : null,
      comment && mayWithhold() ? make("p", { class: "actions" }, actionOf(item)) : null);
  }

  function actionOf(item) {
    const key = item.withheld ? "desk.results.withhold.undo" : "desk.results.withhold";
    const button = make("button", { class: item.withheld ? "button second" : "button danger", type: "button", "aria-label": `${text(key)} · ${item.name}` }, text(key));
    button.addEventListener("click", () => (item.withheld ? busy(button, status, () => send(item, null, status)) : ask(item)));
    return button;
  }

  function ask(item) {
    review = item;
    form.reset();
    show(byId("e-withheld"), false);
    form.elements.withheld.removeAttribute("aria-invalid");
    quiet(region);
    write(byId("withholding-title"), "desk.results.withhold.title", { name: item.name });
    dialog.showModal();
    byId("withholding-title").focus();
  }

  async function withhold() {
    const reason = form.elements.withheld.value.trim();
    lacks(reason ? "" : text("error.field.REQUIRED"));
    if (reason) await send(review, reason, region);
    else quiet(region);
  }

  function lacks(message) {
    show(byId("e-withheld"), Boolean(message)).textContent = message;
    form.elements.withheld.toggleAttribute("aria-invalid", false);
    if (!message) return;
    form.elements.withheld.setAttribute("aria-invalid", "true");
    form.elements.withheld.focus();
  }

  async function send({ juror }, reason, where) {
    const result = await call("PUT", `${path}/reviews/${encodeURIComponent(chosen.idea)}/${encodeURIComponent(juror)}/withholding`, { body: { reason } });
    quiet(where);
    if (result.ok) {
      dialog.close();
      if (await load()) announce(false, text(reason ? "desk.results.withhold.done" : "desk.results.withhold.undone"));
    } else if (result.data?.errors?.length) lacks(result.data.errors[0].message);
    else tellAtDesk(where, result);
  }
}
