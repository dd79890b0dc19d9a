import { announce, arrive, inRegion, read, status, tellAtDesk } from "./desk.js";
import { accept, answers, busy, byId, call, check, countCharacters, date, make, nested, number, pageOf, quiet, refuse, show, text } from "./shared.js";

const PATH = "/api/desk/rounds";
const REQUIRED = ["opensAt", "submissionsCloseAt"];
const dialog = byId("adding");
const form = byId("form");
const summary = byId("errors");
const progress = byId("progress");
let region;
let next;
let live;

for (const name of REQUIRED) form.elements.namedItem(name).required = true;
countCharacters(form);
byId("add").addEventListener("click", () => ask(false));
byId("add-live").addEventListener("click", () => ask(true));
byId("leave").addEventListener("click", () => dialog.close());
byId("more").addEventListener("click", (event) => busy(event.currentTarget, status, () => list(next)));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("create"), progress, create);
});

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "ORGANISER", begin)) announce(true, text("desk.staff.forbidden.title"), text("desk.rounds.forbidden"));
}

const path = (more = {}) => `${PATH}?${new URLSearchParams({ region, ...more })}`;

function begin(chosen) {
  region = chosen;
  show(byId("rounds"), false);
  return list(null);
}

async function list(cursor) {
  const asked = region;
  const page = await read(path(cursor ? { cursor } : {}));
  if (!page || asked !== region) return;
  const items = page.items.map(itemOf);
  if (cursor) byId("announced").append(...items);
  else {
    byId("drafts").replaceChildren(...page.drafts.map(itemOf));
    byId("announced").replaceChildren(...items);
  }
  next = page.next;
  show(byId("more"), Boolean(next));
  show(byId("no-drafts"), byId("drafts").children.length === 0);
  show(byId("none-announced"), byId("announced").children.length === 0);
  show(byId("rounds"));
  if (cursor) items[0]?.querySelector("a").focus();
}

function itemOf({ id, texts, phase, live: inRoom, opensAt, submissionsCloseAt, entered }) {
  const title = texts[document.documentElement.lang]?.title || texts.fr?.title || texts.ar?.title || text("desk.round.title");
  return make("li", { class: "card" },
    make("h3", {}, make("a", { href: `${pageOf("/desk/round/")}#${new URLSearchParams({ id })}` }, make("bdi", {}, title))),
    make("ul", { class: "tags" }, make("li", {}, text(`phase.${phase}`)), inRoom ? make("li", {}, text("round.live")) : null),
    make("p", { class: "quiet" }, since(date(opensAt), date(submissionsCloseAt)), make("br"),
      text("desk.rounds.entered", { count: number(entered) })));
}

const since = (from, to) => (from === to ? text("round.since.day", { date: from }) : text("round.since", { from, to }));

function ask(inRoom) {
  live = inRoom;
  form.reset();
  accept(form, summary);
  quiet(progress);
  byId("adding-title").textContent = text(live ? "desk.rounds.addLive" : "desk.rounds.add");
  show(byId("adding-live"), live);
  dialog.showModal();
  byId("adding-title").focus();
}

async function create() {
  const wrong = check(form);
  if (wrong.length) {
    reject(wrong);
    return;
  }
  accept(form, summary);
  const result = await call("POST", path(), { body: { ...nested(answers(form)), live } });
  if (result.ok) location.assign(`${pageOf("/desk/round/")}#${new URLSearchParams({ id: result.data.id })}`);
  else if (result.data?.errors?.length) reject(result.data.errors);
  else tellAtDesk(progress, result);
}

function reject(wrong) {
  quiet(progress);
  refuse(form, summary, wrong.map(({ field, message }) => {
    const label = byId(`f-${field}`)?.labels[0].textContent;
    return { field, message: label ? text("error.field.at", { label, message }) : message };
  }));
}
