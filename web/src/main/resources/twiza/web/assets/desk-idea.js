import { announce, deciding } from "./deciding.js";
import { arrive, tellAtDesk } from "./desk.js";
import { signInFirst } from "./door.js";
import { spoken } from "./said.js";
import { accept, answers, busy, byId, call, check, countCharacters, dateTime, fromLink, has, historyOf, make, pageOf, quiet, refuse, say, show, text, write } from "./shared.js";

const id = fromLink("id");
const path = `/api/desk/ideas/${encodeURIComponent(id)}`;
const note = byId("note-form");
const translation = byId("translation-form");
const dismissal = byId("dismissal-form");
const start = byId("path-form");
const ownLanguages = [...translation.elements.translation.options];
let idea;

countCharacters(note);
countCharacters(translation);
countCharacters(dismissal);
translation.elements.translation.addEventListener("change", fillTranslation);
changing(dismissal, {
  names: { reason: "dismissal" },
  send: () => call("POST", `${path}/reports/dismissal`, { body: { reason: dismissal.elements.dismissal.value.trim() } }),
  done: () => announce(false, text("desk.idea.reports.dismissed")),
});
changing(note, {
  names: { text: "officialNote" },
  send: (removes) => call("PUT", `${path}/note`, { body: { text: removes ? "" : note.elements.officialNote.value.trim() } }),
  done: (removes) => {
    fillNote();
    settled(note, removes ? "desk.idea.note.removed" : "desk.idea.note.kept");
  },
});
changing(translation, {
  names: { language: "translation" },
  send: (removes) => {
    const { translation: language, title, summary } = translation.elements;
    const where = `${path}/translations/${language.value}`;
    return removes ? call("DELETE", where) : call("PUT", where, { body: { title: title.value.trim(), summary: summary.value.trim() } });
  },
  done: (removes) => {
    fillTranslation();
    settled(translation, removes ? "desk.idea.translation.removed" : "desk.idea.translation.kept");
  },
});
changing(start, {
  names: {},
  send: begin,
  done: () => settled(start, "desk.idea.path.started"),
});

open();

async function open() {
  if (!(await arrive())) return;
  if (id) deciding({ read: readIdea, send: (body) => call("POST", `${path}/decision`, { body }), refused: tellAtDesk, next });
  else announce(true, text("desk.idea.none.title"), text("desk.idea.none.text"));
}

async function readIdea() {
  const result = await call("GET", path);
  if (result.ok) {
    const first = !idea;
    idea = result.data;
    write(byId("tracking"), "desk.idea.tracking", { code: idea.trackingCode });
    render();
    if (first) fill();
  }
  if (result.status === 401) signInFirst();
  return result;
}

/** The way on to the idea that has waited longest of all others. */
async function next({ region }) {
  const result = await call("GET", `/api/desk/queue?${new URLSearchParams({ region })}`);
  if (!result.ok) return null;
  const other = result.data.items.find((item) => item.id !== id);
  return other
    ? make("p", { class: "actions" },
      make("a", { class: "button", href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id: other.id })}` }, text("desk.idea.next")))
    : text("desk.idea.last");
}

/**
 * A form that changes something beside the decision, and stays with what was typed until it is kept.
 * @param names of the form's fields, by those of the API
 */
function changing(form, { names, send, done }) {
  const region = form.querySelector(".status");
  const summary = form.querySelector(".summary");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const removes = event.submitter?.value === "remove";
    const wrong = removes ? [] : check(form);
    if (wrong.length) {
      refuse(form, summary, wrong);
      return;
    }
    accept(form, summary);
    busy(event.submitter, region, async () => {
      const result = await send(removes);
      quiet(region);
      if (result.ok) {
        idea = result.data;
        render();
        again();
        done(removes);
      } else if (result.data?.errors?.length) {
        refuse(form, summary, result.data.errors.map((error) => ({ ...error, field: names[error.field] ?? error.field })));
      } else tellAtDesk(region, result);
    });
  });
}

/** What is kept of it stands with all who build ideas; here the idea is read again. */
async function begin() {
  const started = await call("POST", `${path}/path`, { body: answers(start) });
  return started.ok ? call("GET", path) : started;
}

/** Says so beside the form, from where a button may just have gone. */
function settled(form, done) {
  const region = form.querySelector(".status");
  say(region, text(done));
  region.focus();
}

/** What stands around the decision. */
function render() {
  renderCall();
  renderAnswer();
  renderReports();
  renderAwards();
  show(byId("published"), idea.state === "PUBLISHED");
  show(byId("path"), Boolean(idea.author));
}

/** What the decision shows too, and has changed. */
function again() {
  historyOf(idea.history, byId("history"));
  show(byId("flags-part"), idea.flags.length > 0);
  byId("flags").replaceChildren(...idea.flags.map((flag) => make("li", {}, has(`flag.${flag}`) ? text(`flag.${flag}`) : flag)));
}

function renderCall() {
  show(byId("call"), Boolean(idea.call));
  const told = idea.call?.toHear?.text;
  byId("call-why").textContent = idea.call
    ? [text(`desk.calls.why.${idea.call.why}`), told && text("desk.idea.call.toHear", { what: told })].filter(Boolean).join(" · ")
    : "";
}

/** What the author wrote to whoever reads what waits. */
function renderAnswer() {
  const waits = idea.choices.includes("APPROVE") || idea.flags.includes("CORRECTED");
  const message = idea.history.filter(({ kind }) => kind === "CORRECTED").pop()?.reason ?? "";
  show(byId("answer"), waits && message !== "");
  byId("answer-text").textContent = message;
}

function renderReports() {
  show(byId("reports"), idea.reports.length > 0);
  byId("reported").replaceChildren(...idea.reports.map(({ at, kind, text: words }) => make("li", {},
    make("strong", {}, text(`report.${kind}`)), " · ", make("time", { datetime: at }, dateTime(at)),
    words ? make("blockquote", {}, make("p", { dir: "auto" }, words)) : null)));
}

/** Who has no address says on the phone whether the results may name them. */
function renderAwards() {
  show(byId("awards"), idea.awards.length > 0);
  byId("award-list").replaceChildren(...idea.awards.map(awardOf));
}

function awardOf({ round, place, title, named }) {
  const of = make("li", {}, make("strong", {}, text(`award.${place}`)), " · ",
    make("a", { href: `${pageOf(`/rounds/${encodeURIComponent(round)}/results/`)}` }, spoken("bdi", title)));
  if (place === "WINNER") {
    of.append(make("p", {}, text(named === null ? "desk.idea.naming.open" : `desk.idea.naming.${named}`)),
      make("p", { class: "actions" }, ...[true, false].filter((answer) => answer !== named).map((answer) => namingOf(round, answer))));
  }
  return of;
}

function namingOf(round, named) {
  const button = make("button", { class: "button second", type: "button" }, text(`desk.idea.naming.${named ? "yes" : "no"}`));
  button.addEventListener("click", () => busy(button, byId("naming-status"), () => sayNaming(round, named)));
  return button;
}

async function sayNaming(round, named) {
  const region = byId("naming-status");
  const result = await call("PUT", `${path}/naming/${encodeURIComponent(round)}`, { body: { named } });
  quiet(region);
  if (!result.ok) {
    tellAtDesk(region, result);
    return;
  }
  idea = result.data;
  render();
  again();
  say(region, text(`desk.idea.naming.${named}`));
  region.focus();
}

function fill() {
  const others = ownLanguages.filter(({ value }) => value !== idea.author?.language);
  translation.elements.translation.replaceChildren(...others);
  start.elements.province.value = idea.sheet?.province ?? "";
  const given = others.find(({ value }) => idea.translations.some(({ language }) => language === value));
  (given ?? others[0]).selected = true;
  fillNote();
  fillTranslation();
}

function fillNote() {
  set(note.elements.officialNote, idea.note?.text);
  show(byId("note-since"), Boolean(idea.note)).textContent = idea.note ? text("desk.idea.note.since", { at: dateTime(idea.note.at) }) : "";
  show(byId("note-remove"), Boolean(idea.note));
}

function fillTranslation() {
  const { translation: language, title, summary } = translation.elements;
  const given = idea.translations.find((one) => one.language === language.value);
  for (const field of [title, summary]) field.lang = language.value;
  set(title, given?.title);
  set(summary, given?.summary);
  accept(translation, translation.querySelector(".summary"));
  quiet(translation.querySelector(".status"));
  show(byId("translation-older"), Boolean(given) && given.revision < idea.revision && !idea.choices.includes("APPROVE"));
  show(byId("translation-remove"), Boolean(given));
}

function set(field, value) {
  field.value = value ?? "";
  field.dispatchEvent(new Event("input"));
}
