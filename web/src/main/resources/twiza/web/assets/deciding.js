// An idea before whoever decides about it, by the link of a mail or at the desk.
import { lookBeside } from "./similar.js";
import { answer, direction, sheetOf } from "./sheet.js";
import { busy, byId, dateTime, has, historyOf, make, pageOf, quiet, say, show, tell, text, write } from "./shared.js";

const status = byId("status");
const form = byId("form");
const reason = byId("f-reason");
const canned = byId("canned");
const against = byId("against");
const noReason = canned.options[0];
const REASONED = ["REQUEST_CHANGES", "REJECT", "UNPUBLISH"];
let api;
let idea;

/**
 * Shows the idea and takes a decision about it.
 * @param way read() and send(body) answer as call does; refused(region, result, options) says what went wrong, as tell does;
 *   next(idea) gives what to offer after a decision, an element or nothing
 */
export function deciding(way) {
  api = { refused: tell, next: () => null, ...way };
  form.addEventListener("submit", submit);
  form.addEventListener("change", ({ target }) => target.name === "choice" && offerReasons(target.value));
  canned.addEventListener("change", beginWith);
  against.addEventListener("change", () => compare(idea.earlier.find(({ number }) => String(number) === against.value)));
  open();
}

function submit(event) {
  event.preventDefault();
  const choice = form.elements.namedItem("choice")?.value ?? "";
  const complete = refuseUnless("choice", choice) && refuseUnless("reason", !REASONED.includes(choice) || reason.value.trim());
  if (complete) busy(form.querySelector("[type=submit]"), form.querySelector(".status"), () => decide(choice));
}

function refuseUnless(field, given) {
  const error = byId(`e-${field}`);
  error.textContent = given ? "" : text("error.field.REQUIRED");
  error.hidden = Boolean(given);
  if (!given) (field === "choice" ? form.querySelector("[name=choice]") : reason)?.focus();
  return Boolean(given);
}

async function open() {
  say(status, text("decide.loading"));
  const result = await api.read();
  if (!result.ok) {
    api.refused(status, result, { again: result.status === 0 || result.status >= 500 ? open : null });
    return;
  }
  say(status, "");
  render(result.data);
}

async function decide(choice) {
  const region = form.querySelector(".status");
  const result = await api.send({ choice, reason: reason.value.trim(), revision: idea.revision });
  quiet(region);
  if (result.ok) {
    reason.value = "";
    await open();
    await announceDecision(result.data);
  } else if (result.status === 409 && result.data?.idea) {
    render(result.data.idea);
    announce(true, text("decide.stale.title"), text("decide.stale.text"));
  } else if (result.data?.errors?.length) {
    for (const { field, message } of result.data.errors) {
      const error = byId(`e-${field}`) ?? byId("e-choice");
      error.textContent = message;
      error.hidden = false;
    }
  } else {
    api.refused(region, result);
  }
}

async function announceDecision({ applied, standing }) {
  const next = await api.next(idea);
  const told = idea.author?.contact === "PHONE" ? text("decide.applied.call") : text("decide.applied.text");
  if (applied) announce(false, text("decide.applied.title"), told, next);
  else announce(true, text("decide.standing.title"), ...standingLines(standing), next);
}

function standingLines(standing) {
  if (!standing) return [];
  const sentence = text("decide.standing.text", { choice: text(`choice.${standing.choice}`), at: dateTime(standing.at) });
  return standing.reason ? [sentence, make("blockquote", {}, make("p", { dir: "auto" }, standing.reason))] : [sentence];
}

export function announce(wrong, title, ...lines) {
  status.classList.toggle("wrong", wrong);
  status.replaceChildren(make("div", { class: wrong ? "notice warn" : "notice" },
    make("h2", {}, title), ...lines.map((line) => (typeof line === "string" ? make("p", {}, line) : line))));
  status.focus();
  status.scrollIntoView({ block: "start" });
}

function render(latest) {
  idea = latest;
  byId("subject").textContent = idea.sheet?.title ?? "";
  write(byId("state"), "decide.state", { state: text(`state.${idea.state}`) });
  const page = show(byId("public"), idea.state === "PUBLISHED");
  page.href = pageOf(`/ideas/${idea.id}/`);
  const newer = (idea.linkRevision ?? idea.revision) !== idea.revision;
  show(byId("newer"), newer).textContent = newer ? text("decide.newer", { number: idea.revision }) : "";
  renderChanges();
  byId("sheet").replaceChildren(sheetOf(idea.sheet ?? {}));
  historyOf(idea.history, byId("history"));
  renderFlags();
  renderAuthor();
  renderChoices();
  lookBeside(idea);
  show(byId("idea"));
}

/** At first with what is public, or was sent before; where there is more, with any text that somebody chooses. */
function renderChanges() {
  const earlier = idea.earlier ?? [];
  against.replaceChildren(...earlier.map(({ number, sentAt, previous }) =>
    make("option", { value: number, selected: previous }, text("decide.against.option", { number, at: dateTime(sentAt) }))));
  show(byId("against-field"), earlier.length > 1);
  compare({ sheet: idea.previous, changed: idea.previous ? idea.changed ?? [] : [] });
  show(byId("changes"), earlier.length > 1 || byId("compared").children.length > 0);
}

function compare({ sheet, changed }) {
  byId("compared").replaceChildren(...changed.map((field) => make("div", { class: "compare" },
    make("h3", {}, has(`field.${field}.label`) ? text(`field.${field}.label`) : field),
    side("before", field, answer(field, sheet[field])),
    side("after", field, answer(field, idea.sheet[field])))));
}

function side(which, field, value) {
  return make("div", { class: which }, make("h4", {}, text(`decide.${which}`)), make("p", { dir: direction(field) }, value));
}

function renderFlags() {
  const flags = idea.flags ?? [];
  show(byId("flags-part"), flags.length > 0);
  byId("flags").replaceChildren(...flags.map((flag) => make("li", {}, has(`flag.${flag}`) ? text(`flag.${flag}`) : flag)));
}

function renderAuthor() {
  const { kind, name, contact, fullSheetPublic } = idea.author ?? {};
  const { email, phone } = idea.contact ?? idea.author ?? {};
  byId("author").replaceChildren(
    make("bdi", {}, make("strong", {}, name ?? "")), make("br"), kind ? text(`kind.${kind}`) : "",
    make("br"), contact ? text(`decide.author.${contact}`) : "",
    make("br"), email ? make("a", { href: `mailto:${email}`, dir: "ltr" }, email) : "",
    phone ? make("a", { href: `tel:${phone}`, dir: "ltr" }, phone) : "");
  show(byId("public-part"), fullSheetPublic !== undefined).querySelector("dd").textContent =
    text(`field.fullSheetPublic.${fullSheetPublic !== false}`);
}

/** Reasons to begin with, as the author reads them. */
function offerReasons(choice) {
  const reasons = idea.reasons?.[choice] ?? [];
  const language = idea.author?.language;
  canned.replaceChildren(noReason, ...reasons.map((words) => make("option", { value: words, lang: language, dir: "auto" }, words)));
  canned.value = "";
  show(byId("canned-field"), reasons.length > 0);
}

/** Another ready-made reason replaces one that was left as it was; what somebody wrote stays. */
function beginWith() {
  const written = reason.value.trim();
  const ready = Object.values(idea.reasons ?? {}).flat();
  if (!canned.value) return;
  reason.value = !written || ready.includes(written) ? canned.value : `${written}\n${canned.value}`;
  reason.focus();
}

/** No choice is marked beforehand: a decision is always somebody's own. */
function renderChoices() {
  const choices = idea.choices ?? [];
  byId("choices").replaceChildren(...choices.map((choice) => make("label", { class: "choice" },
    make("input", { type: "radio", name: "choice", value: choice, required: true }),
    make("span", {}, text(`choice.${choice}`), make("small", {}, text(`choice.${choice}.hint`))))));
  offerReasons("");
  show(form, choices.length > 0);
  // What waits, and gives no choice, waits for somebody else than whoever reads it.
  const others = idea.state === "PENDING";
  show(byId("nothing"), choices.length === 0).textContent = text(others ? "error.SECOND_MODERATOR.text" : "decide.none");
}
