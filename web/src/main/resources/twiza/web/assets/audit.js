import { announce, arrive, inRegion, read, tellAtDesk } from "./desk.js";
import { accept, answers, busy, byId, call, dateTime, language, make, pageOf, quiet, refuse, show, text, write } from "./shared.js";
import { joinLines, takeAway } from "./takeaway.js";

const PATH = "/api/desk/audit";
const form = byId("form");
const list = byId("entries");
const more = byId("more");
const progress = byId("progress");
const anybody = form.elements.person.options[0];

let region;
let asked;
let next;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("filter"), progress, async () => {
    if (await begin()) byId("found-title").focus();
  });
});
form.addEventListener("reset", () => setTimeout(() => busy(byId("filter"), progress, begin)));
more.addEventListener("click", () => busy(more, progress, async () => {
  const [first] = await load();
  first?.querySelector("a")?.focus();
}));
byId("file").addEventListener("click", (event) => busy(event.currentTarget, progress, takeAll));

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "ORGANISER", enter)) announce(true, text("desk.staff.forbidden.title"), text("desk.audit.forbidden"));
}

async function enter(code) {
  region = code;
  const [team, gone] = await Promise.all([
    read(`/api/desk/staff?${new URLSearchParams({ region })}`),
    read(`${PATH}?${new URLSearchParams({ region, kind: "STAFF_REMOVED", limit: 100 })}`),
  ]);
  if (!team || !gone || region !== code) return;
  const byName = (one, other) => one.name.localeCompare(other.name, language);
  form.elements.person.replaceChildren(anybody);
  offer(team.items.sort(byName));
  offer(gone.items.map(({ member }) => member));
  show(byId("audit"));
  await busy(byId("filter"), progress, begin);
}

/** Whoever is or was of the team can be asked for, and whoever shows in what happened. */
function offer(people) {
  const { person } = form.elements;
  for (const one of people) {
    if (!one?.name || [...person.options].some(({ value }) => value === one.id)) continue;
    person.append(make("option", { value: one.id }, one.name));
  }
}

/** Lists anew what the form asks for; whether there is something. */
async function begin() {
  asked = new URLSearchParams({ region, ...answers(form) });
  next = null;
  list.replaceChildren();
  show(byId("found"), false);
  show(byId("empty"), false);
  show(more, false);
  await load();
  return list.children.length > 0;
}

/** Adds what comes next to the list; gives what it added. */
async function load() {
  const question = asked;
  const query = new URLSearchParams(question);
  if (next) query.set("cursor", next);
  const result = await call("GET", `${PATH}?${query}`);
  if (question !== asked) return [];
  quiet(progress);
  if (!result.ok) {
    refused(result);
    return [];
  }
  accept(form, byId("errors"));
  const items = result.data.items.map(entryOf);
  list.append(...items);
  offer(result.data.items.flatMap(({ by, member }) => [by, member]));
  next = result.data.next;
  show(more, Boolean(next));
  show(byId("found"), list.children.length > 0);
  show(byId("empty"), list.children.length === 0 && !next);
  // Whoever looks for something rare may have to read through pages that hold nothing of it.
  return items.length === 0 && next ? load() : items;
}

function refused(result) {
  if (result.data?.errors?.length) refuse(form, byId("errors"), result.data.errors);
  else tellAtDesk(progress, result);
}

function entryOf({ at, text: words, by, idea, round, member }) {
  const named = (person) => person.name || text("desk.audit.gone");
  return make("li", {},
    make("strong", {}, words),
    make("p", { class: "deed" },
      by ? write(make("span"), "desk.audit.by", { name: named(by) }) : make("span", {}, text("desk.audit.nobody")),
      member ? write(make("span"), "desk.audit.member", { name: named(member) }) : null,
      idea ? make("span", {}, linkTo(idea)) : null,
      round ? make("span", {}, make("a", { href: `${pageOf("/desk/round/")}#${new URLSearchParams({ id: round })}` }, text("desk.audit.round"))) : null),
    make("time", { datetime: at }, dateTime(at)));
}

function linkTo({ id, trackingCode }) {
  const link = make("a", { href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id })}` });
  return write(link, "desk.audit.idea", { code: trackingCode || text("desk.audit.gone") });
}

/** All that is listed, the pages not turned yet included, as one file. */
async function takeAll() {
  const result = await takeAway({ path: `${PATH}.csv`, asked: `?${asked}`, name: `audit-${region}.csv`, type: "text/csv;charset=utf-8", join: joinLines });
  if (result.ok) quiet(progress);
  else tellAtDesk(progress, result);
}
