// The queue of a round that is held in a room: read and decided on a phone, one after the other.
import { announce, arrive, read, tellAtDesk } from "./desk.js";
import { sheetOf } from "./sheet.js";
import { busy, byId, call, dateTime, fromLink, make, nameOf, quiet, root, say, show, text, write } from "./shared.js";

const EVERY = 8_000;
const REASONED = ["REQUEST_CHANGES", "REJECT"];
const id = fromLink("id");
const path = `/api/desk/rounds/${encodeURIComponent(id)}`;
const told = byId("told");
const queue = byId("waiting");
let counted = -1;

open();

async function open() {
  if (!(await arrive())) return;
  if (!id) {
    announce(true, text("desk.room.none.title"), text("desk.room.none.text"));
    return;
  }
  const waiting = await read(`${path}/waiting`);
  if (!waiting) return;
  await name();
  show(byId("room"));
  refresh(waiting);
  later();
}

/** The title is on the public page: moderators are not shown the organisers' plan. */
async function name() {
  const { ok, data } = await call("GET", `/api/rounds/${encodeURIComponent(id)}`);
  if (ok) byId("subject").textContent = data.texts[root.lang]?.title || data.texts.fr.title;
}

function later() {
  setTimeout(async () => {
    if (!document.hidden) {
      const result = await call("GET", `${path}/waiting`);
      if (result.ok) refresh(result.data);
      else if (result.status === 401) {
        tellAtDesk(told, result);
        return;
      }
    }
    later();
  }, EVERY);
}

/** What came is added and what went is taken away; what somebody is reading stays as it is. */
function refresh({ items, next }) {
  const present = new Map([...queue.children].map((element) => [element.dataset.idea, element]));
  const waiting = new Set(items.map(({ idea }) => idea));
  for (const [idea, element] of present) if (!waiting.has(idea) && !element.querySelector("details").open && !next) element.remove();
  queue.append(...items.filter(({ idea }) => !present.has(idea)).map(itemOf));
  tellCount();
}

/** Said only when it changes. */
function tellCount() {
  const count = queue.children.length;
  if (count === counted) return;
  counted = count;
  byId("count").textContent = count === 0 ? text("desk.room.count.none") : text("desk.room.count", { count });
}

function itemOf({ idea, title, at, province, sector }) {
  const body = make("div");
  const details = make("details", {},
    make("summary", {}, make("bdi", {}, title)),
    make("p", { class: "quiet" }, make("time", { datetime: at }, dateTime(at)), ` · ${nameOf(province)} · ${nameOf(sector)}`),
    body);
  details.addEventListener("toggle", () => details.open && body.children.length === 0 && fetchInto(idea, body));
  return make("li", { class: "card", "data-idea": idea }, details);
}

async function fetchInto(idea, body) {
  const region = make("div", { class: "status", role: "status" }, text("js.loading"));
  body.replaceChildren(region);
  const result = await call("GET", `/api/desk/ideas/${encodeURIComponent(idea)}`);
  if (result.ok) render(result.data, body);
  else {
    tellAtDesk(region, result);
    const again = make("button", { class: "button second", type: "button" }, text("js.retry"));
    again.addEventListener("click", () => fetchInto(idea, body));
    region.append(again);
  }
}

function render(idea, body) {
  const region = make("div", { class: "status", role: "status", "aria-live": "polite" });
  const choices = make("p", { class: "actions" });
  const reasoning = make("div", { hidden: true });
  for (const choice of idea.choices.filter((one) => one === "APPROVE" || REASONED.includes(one))) {
    const kind = { APPROVE: "button", REQUEST_CHANGES: "button second", REJECT: "button danger" }[choice];
    const button = make("button", { class: kind, type: "button" }, text(`choice.${choice}`));
    button.addEventListener("click", () => REASONED.includes(choice)
      ? reason(idea, choice, { body, region, choices, reasoning })
      : busy(button, region, () => decide(idea, { choice, reason: "" }, body, region)));
    choices.append(button);
  }
  body.replaceChildren(sheetOf(idea.sheet), region, choices, reasoning);
}

/** What the author is told goes with the choice; ready words to begin with are in the author's language. */
function reason(idea, choice, { body, region, choices, reasoning }) {
  const field = `reason-${idea.id}`;
  const words = make("textarea", { id: field, rows: 4, dir: "auto" });
  const ready = make("select", { id: `${field}-ready` }, make("option", { value: "" }, text("desk.room.canned.none")),
    ...(idea.reasons?.[choice] ?? []).map((one) => make("option", { value: one, dir: "auto" }, one)));
  ready.addEventListener("change", () => (words.value = ready.value));
  const send = make("button", { class: "button", type: "button" }, text("desk.room.send", { choice: text(`choice.${choice}`) }));
  send.addEventListener("click", () => {
    if (words.value.trim()) busy(send, region, () => decide(idea, { choice, reason: words.value.trim() }, body, region));
    else {
      say(region, text("error.field.REQUIRED"));
      words.focus();
    }
  });
  const back = make("button", { class: "button second", type: "button" }, text("desk.room.back"));
  back.addEventListener("click", () => {
    show(reasoning, false);
    show(choices).querySelector("button").focus();
  });
  reasoning.replaceChildren(
    ...(ready.options.length > 1 ? [make("div", { class: "field" }, make("label", { for: ready.id }, text("desk.room.canned")), ready)] : []),
    make("div", { class: "field" }, make("label", { for: field }, text("desk.room.reason")), words),
    make("p", { class: "actions" }, send, back));
  show(choices, false);
  show(reasoning);
  words.focus();
}

async function decide(idea, decision, body, region) {
  const result = await call("POST", `/api/desk/ideas/${encodeURIComponent(idea.id)}/decision`, { body: { ...decision, revision: idea.revision } });
  quiet(region);
  if (result.ok) settle(idea, body, result.data.applied ? "desk.room.done" : "desk.room.already");
  else if (result.status === 409 && result.data?.idea) {
    render(result.data.idea, body);
    say(body.querySelector(".status"), text("desk.room.changed"));
  } else if (result.data?.errors?.length) say(region, result.data.errors[0].message);
  else tellAtDesk(region, result);
}

/** On to the next one, from where a button has just gone. */
function settle(idea, body, sentence) {
  const item = body.closest("li");
  const following = item.nextElementSibling ?? item.previousElementSibling;
  item.remove();
  write(told, sentence, { title: idea.sheet.title });
  tellCount();
  (following?.querySelector("summary") ?? told).focus();
}
