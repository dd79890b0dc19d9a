import { announce, arrive, inRegion, listing, tellAtDesk } from "./desk.js";
import { accept, answers, busy, byId, call, check, countCharacters, date, dateTime, make, pageOf, quiet, refuse, show, text, write } from "./shared.js";

const list = byId("calls");
const calls = listing(list, "/api/desk/calls", itemOf);
const dialog = byId("record");
const form = byId("record-form");
const summary = byId("errors");
const region = form.querySelector(".status");
let chosen;

countCharacters(form);
byId("leave").addEventListener("click", () => dialog.close());
form.elements.outcome.forEach((radio) => radio.addEventListener("change", askWhatWasSaid));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("keep"), region, keep);
});

open();

/** Calls about ideas to be built have a page of their own; whoever calls sees here that there are some. */
async function aboutUptakes(region) {
  const result = await call("GET", `/api/desk/interests?${new URLSearchParams({ region, state: "TO_CALL", limit: 30 })}`);
  const count = result.ok ? result.data.items.length : 0;
  byId("about-uptakes-text").textContent = text("desk.calls.uptake.text", { count: result.data?.next ? `${count}+` : count, least: count });
  show(byId("about-uptakes"), count > 0);
}

function begin(region) {
  aboutUptakes(region);
  return calls.begin(region);
}

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "MODERATOR", begin)) announce(true, text("desk.noRegion.title"), text("desk.noRegion.text"));
}

function itemOf(person) {
  const { id, title, name, language, call: { why, since, attempts, toHear } } = person;
  const marks = [text(`desk.calls.why.${why}`), ...(attempts ? [text("desk.calls.attempts", { count: attempts })] : [])];
  const when = attempts ? text("desk.calls.tried", { at: dateTime(since) }) : text("desk.calls.since", { date: date(since) });
  const item = make("li", { class: "person call" },
    make("h2", {}, make("bdi", {}, name ?? title)),
    make("ul", { class: "tags" }, ...marks.map((mark) => make("li", { class: "warn" }, mark)),
      language ? make("li", {}, text("desk.calls.language", { language: text(`language.${language}`) })) : null),
    make("p", {}, make("a", { class: "alone", href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id })}` }, make("bdi", {}, title)),
      make("br"), make("span", { class: "quiet" }, when)),
    toHear ? make("div", { class: "to-hear" }, make("h3", {}, text("desk.calls.toHear")), make("p", {}, toHear.text),
      toHear.reason ? make("blockquote", {}, make("p", { dir: "auto" }, toHear.reason)) : null) : null);
  item.append(make("p", { class: "actions" }, ...waysTo(person), recording(person, item)));
  return item;
}

function waysTo({ phone, email, call: { whatsapp } }) {
  return [
    phone && make("a", { class: "button", href: `tel:${phone}` }, write(make("span"), "desk.calls.dial", { phone })),
    whatsapp && make("a", { class: "button second", href: whatsapp, target: "_blank", rel: "noopener noreferrer" }, text("desk.calls.whatsapp")),
    email && make("a", { class: "button second", href: `mailto:${email}` }, write(make("span"), "desk.calls.write", { email })),
  ].filter(Boolean);
}

function recording(person, item) {
  const button = make("button", { class: "button second", type: "button", "aria-label": text("desk.calls.record.label", { name: person.name ?? person.title }) },
    text("desk.calls.record"));
  button.addEventListener("click", () => record(person, item));
  return button;
}

/** Nothing is marked beforehand: whoever called says what became of it. */
function record(person, item) {
  chosen = { person, item };
  form.reset();
  askWhatWasSaid();
  form.elements.note.dispatchEvent(new Event("input"));
  accept(form, summary);
  quiet(region);
  write(byId("record-title"), "desk.calls.record.title", { name: person.name ?? person.title });
  dialog.showModal();
  byId("record-title").focus();
}

/** What a call proves is asked for only where somebody answered. */
function askWhatWasSaid() {
  show(byId("answered"), form.elements.outcome.value === "REACHED");
  show(byId("consent"), chosen?.person.consented === false);
}

async function keep() {
  const wrong = check(form);
  if (wrong.length) {
    quiet(region);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  const { person, item } = chosen;
  const body = answers(form);
  const result = await call("POST", `/api/desk/ideas/${encodeURIComponent(person.id)}/calls`, { body });
  if (result.ok) {
    quiet(region);
    dialog.close();
    item.remove();
    const still = result.data.call;
    if (still) list.append(itemOf({ ...person, call: still }));
    calls.settle();
    announce(false, write(make("p"), `desk.calls.recorded.${body.outcome}`, { name: person.name ?? person.title }));
  } else if (result.data?.errors?.length) {
    quiet(region);
    refuse(form, summary, result.data.errors);
  } else {
    tellAtDesk(region, result);
  }
}
