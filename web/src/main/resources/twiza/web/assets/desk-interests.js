// Who wants to build ideas of a region: whom to call, and writing down what they say.
import { announce, arrive, inRegion, listing, tellAtDesk } from "./desk.js";
import { fill, progress } from "./progress.js";
import { busy, byId, call, date, make, nameOf, pageOf, show, text, write } from "./shared.js";

const list = byId("interests");
const states = byId("f-state");
const dialog = byId("report");
const leaving = byId("leaving");
const region = byId("status");
let interests = listingOf(states.value);
let chosen;
let here;

byId("cancel").addEventListener("click", () => dialog.close());
states.addEventListener("change", () => {
  interests = listingOf(states.value);
  interests.begin(here);
});
leaving.addEventListener("submit", ({ submitter }) => {
  if (submitter.value) record(chosen.it, chosen.item, "DELETE", submitter.value === "erase" ? "?erase=true" : "");
});
progress((body) => call("POST", pathOf(chosen.it, "/progress"), { body }), () => {
  dialog.close();
  gone(chosen.item);
});

open();

async function open() {
  const me = await arrive();
  const begin = (chosenRegion) => {
    here = chosenRegion;
    return interests.begin(chosenRegion);
  };
  if (me && !inRegion(me, "MODERATOR", begin)) announce(true, text("desk.noRegion.title"), text("desk.noRegion.text"));
}

function listingOf(state) {
  return listing(list, "/api/desk/interests", itemOf, { state });
}

function itemOf(it) {
  const name = it.organisation ?? text(`party.kind.${it.kind}`);
  const item = make("li", { class: "person call" },
    make("h2", {}, make("bdi", {}, name)),
    make("ul", { class: "tags" },
      make("li", {}, text(`desk.interests.aim.${it.aim}`)),
      make("li", {}, text(`interest.stage.${it.stage}`)),
      make("li", {}, nameOf(it.province)),
      it.flagged ? make("li", { class: "warn" }, text("desk.interests.flagged")) : null),
    make("p", {}, make("a", { class: "alone", href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id: it.idea })}` }, make("bdi", {}, it.title))),
    it.number ? write(make("p", { class: "quiet" }), "desk.interests.number", { number: it.number }) : null,
    it.why ? make("blockquote", {}, make("p", { dir: "auto" }, it.why)) : null,
    it.registration ? write(make("p"), "path.registration", { ...it.registration, date: date(`${it.registration.on}T12:00:00Z`) }) : null,
    it.learnt ? make("blockquote", {}, make("p", { dir: "auto" }, it.learnt)) : null,
    it.reservedUntil ? make("p", { class: "quiet" }, text("interest.reserved", { date: date(it.reservedUntil) })) : null);
  item.append(...it.calls.map((each) => callOf(it, each, item, name)));
  const steps = stepsOf(it, item, name);
  if (steps.length) item.append(make("p", { class: "actions" }, ...steps));
  return item;
}

/** What may be recorded whether somebody had to be called or rang themselves. */
function stepsOf(it, item, name) {
  const done = (path, body) => () => record(it, item, "POST", path, body);
  const steps = [];
  if (it.stage === "UNCONFIRMED") steps.push(press("button", "desk.interests.confirm", name, done("/confirmation", {})));
  if (it.stage === "INTERESTED") {
    steps.push(press("button", "desk.interests.agree", name, done("/answer", { answer: "AGREE" })));
    steps.push(press("button second", "desk.interests.decline", name, done("/answer", { answer: "DECLINE" })));
  }
  if (it.mayReport) steps.push(press("button second", "desk.interests.report", name, () => report(it, item, name)));
  if (it.registration) steps.push(press("button second", "desk.interests.unregister", name, () => record(it, item, "DELETE", "/registration")));
  if (it.aim !== "CARRY" && it.why) steps.push(press("button second", "desk.interests.leave", name, () => leave(it, item, name)));
  return steps;
}

/** Whoever has to confirm or to answer was not only told. */
const isAsked = (it, whom) => it.stage === (whom === "AUTHOR" ? "INTERESTED" : "UNCONFIRMED");

function callOf(it, each, item, name) {
  const { reach, tell, whatsapp, whom, attempts, language } = each;
  const done = (outcome) => () => record(it, item, "POST", "/calls", { whom, outcome });
  return make("div", { class: "to-hear" },
    make("h3", {}, text(`desk.interests.call.${whom}`)),
    make("p", {}, each.text),
    reach ? make("p", {}, make("bdi", {}, reach.name)) : null,
    make("p", { class: "quiet" }, language ? text("desk.calls.language", { language: text(`language.${language}`) }) : "",
      attempts ? ` · ${text("desk.calls.attempts", { count: attempts })}` : ""),
    tell ? write(make("p", { class: "notice" }), "desk.interests.tell", { name: tell.name, contact: tell.email ?? tell.phone }) : null,
    make("p", { class: "actions" },
      reach?.phone ? make("a", { class: "button", href: `tel:${reach.phone}` }, write(make("span"), "desk.calls.dial", { phone: reach.phone })) : null,
      whatsapp ? make("a", { class: "button second", href: whatsapp, target: "_blank", rel: "noopener noreferrer" }, text("desk.calls.whatsapp")) : null,
      reach?.email ? make("a", { class: "button second", href: `mailto:${reach.email}` }, write(make("span"), "desk.calls.write", { email: reach.email })) : null),
    make("p", { class: "actions" },
      isAsked(it, whom) ? null : press("button second", "desk.interests.told", name, done("REACHED")),
      press("button second", "desk.interests.noAnswer", name, done("NO_ANSWER")),
      press("button second", "desk.interests.wrong", name, done("WRONG_CONTACT"))));
}

/** Of several buttons with the same words each names whom it is about. */
function press(kind, words, name, work) {
  const button = make("button", { class: kind, type: "button", "aria-label": `${text(words)} · ${name}` }, text(words));
  button.addEventListener("click", () => busy(button, region, work));
  return button;
}

const pathOf = (it, path) => `/api/desk/ideas/${encodeURIComponent(it.idea)}/interests/${encodeURIComponent(it.id)}${path}`;

async function record(it, item, method, path, body) {
  const result = await call(method, pathOf(it, path), { body });
  if (result.ok && shelfOf(result.data) === states.value) {
    const now = itemOf(result.data);
    item.replaceWith(now);
    announce(false, text("desk.interests.done"));
  } else if (result.ok) gone(item);
  else tellAtDesk(region, result);
}

/** Where the desk lists it. */
function shelfOf({ calls, stage }) {
  if (calls.length) return "TO_CALL";
  if (["AGREED", "IN_PREPARATION", "REGISTERED", "RUNNING"].includes(stage)) return "UNDERWAY";
  return ["UNCONFIRMED", "INTERESTED"].includes(stage) ? "WAITING" : "OVER";
}

function gone(item) {
  item.remove();
  interests.settle();
  announce(false, text("desk.interests.done"));
}

function leave(it, item, name) {
  chosen = { it, item };
  byId("leaving-title").textContent = name;
  show(byId("leave"), shelfOf({ calls: [], stage: it.stage }) !== "OVER");
  leaving.showModal();
  byId("leaving-title").focus();
}

function report(it, item, name) {
  chosen = { it, item };
  fill(it);
  byId("report-title").textContent = name;
  dialog.showModal();
  byId("report-title").focus();
}
