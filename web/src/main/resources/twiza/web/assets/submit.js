import { needsOfProvince } from "./answering.js";
import "./countdown.js";
import { forget, keep, kept } from "./kept.js";
import { lookWhileWriting } from "./similar.js";
import { stepsOf } from "./steps.js";
import { accept, answers, busy, byId, call, check, communesOfProvince, contactRefusal, countCharacters, date, fromLink, make, nested, pageOf, quiet, randomKey, refuse, say, show, tell, text } from "./shared.js";

const DRAFT = "twiza.draft";
const ATTEMPT = "twiza.attempt";
const SHARED = "twiza.shared-device";
const NEVER_KEPT = ["website", "adult", "consent", "round", "roomCode", "lateCode"];
const AGAIN = 15_000;

const form = byId("form");
const summary = byId("errors");
const status = byId("status");
const button = byId("send");
const shared = byId("shared-device");
const opened = performance.now();
let attempted;
let waiting;

// What a browser puts back by itself may be somebody else's, or sent already; what was being written is offered as a draft.
if (history.state && "step" in history.state && !kept(ATTEMPT)?.waiting) addEventListener("pageshow", () => form.reset(), { once: true });
// What is optional is asked for once the idea is in.
byId("step-details").closest(".step").remove();
countCharacters(form);
const narrowCommunes = communesOfProvince(form);
const chooseNeed = needsOfProvince(form);
const steps = stepsOf(form, {
  wrongIn: (section) => wrong().filter(({ field }) => section.contains(byId(`f-${field}`))),
  refused: answerTo,
});
lookWhileWriting(form);
fillRoomCode();
shared.checked = Boolean(kept(SHARED));
shared.addEventListener("change", () => (shared.checked ? shareDevice() : forget(SHARED)));
if (kept(ATTEMPT)?.waiting) sendWhatWaits();
else offerDraft();

let saving;
form.addEventListener("input", () => {
  clearTimeout(saving);
  saving = setTimeout(saveDraft, 400);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!steps.isLast()) {
    steps.next();
    return;
  }
  const found = wrong();
  answerTo(found);
  if (found.length === 0) busy(button, status, () => send(attempt()));
});

addEventListener("online", () => waiting && sendAgain());

function wrong() {
  return [...check(form), ...contactRefusal(form)];
}

function answerTo(found) {
  quiet(status);
  if (found.length) refuse(form, summary, found);
  else accept(form, summary);
}

async function send(latest) {
  stopWaiting();
  saveDraft();
  const result = await call("POST", "/api/ideas", { body: latest.body, headers: { "Idempotency-Key": latest.key } });
  if (result.status === 201 || result.status === 200) {
    forgetAll();
    leave(receiptOf(result.data));
  } else if (result.status === 0) wait(latest);
  else if (result.data?.errors?.length) {
    putAside(latest);
    quiet(status);
    steps.show(firstOf(result.data.errors));
    refuse(form, summary, result.data.errors);
  } else {
    putAside(latest);
    tell(status, result);
  }
}

/** Whoever goes back from the receipt finds an empty form. */
function leave(receipt) {
  form.reset();
  byId("given").replaceChildren();
  byId("similar").replaceChildren();
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  location.replace(receipt);
}

function receiptOf({ followLink, trackingCode, round }) {
  const link = new URL(followLink, location.href);
  const token = new URLSearchParams(link.hash.slice(1)).get("token");
  const told = round ? { round: round.entered ? "ENTERED" : round.why } : {};
  return `${pageOf("/receipt/")}#${new URLSearchParams({ token, code: trackingCode, ...told })}`;
}

/** The field that the form has first. */
function firstOf(errors) {
  const fields = [...form.querySelectorAll("[id^=f-]")].map(({ id }) => id.slice(2));
  return fields.find((field) => errors.some((error) => error.field === field)) ?? "title";
}

// Without a line

/** Keeps what was sent, and sends the very same again until it is answered. */
function wait(latest) {
  keepAttempt({ ...latest, waiting: true });
  status.classList.add("wrong");
  status.textContent = text(shared.checked ? "submit.waiting.shared" : "submit.waiting");
  status.focus();
  waiting = setTimeout(sendAgain, AGAIN);
}

function stopWaiting() {
  clearTimeout(waiting);
  waiting = null;
}

function sendAgain() {
  busy(button, status, () => send(attempted ?? kept(ATTEMPT)));
}

/** What was sent when the browser was closed: its author need not write it again. */
function sendWhatWaits() {
  restoreDraft();
  steps.show("adult");
  say(status, text("submit.waiting.again"));
  sendAgain();
}

function keepAttempt(latest) {
  attempted = latest;
  if (!shared.checked) keep(ATTEMPT, latest);
}

function putAside(latest) {
  keepAttempt({ ...latest, waiting: false });
}

/** The same text keeps its key and its body, so that sending it again after a dropped line makes no second idea. */
function attempt() {
  const { round } = form.elements;
  const content = nested({ website: "", ...answers(form), ...(round ? { round: round.value } : {}) });
  const same = JSON.stringify(content);
  const before = attempted ?? kept(ATTEMPT);
  if (before?.same === same) return before;
  const elapsed = Math.round(performance.now() - opened);
  const fresh = { same, key: randomKey(), body: JSON.stringify({ ...content, elapsed }) };
  keepAttempt(fresh);
  return fresh;
}

/** The code on the wall of the room comes with its QR code. */
function fillRoomCode() {
  const { roomCode } = form.elements;
  if (roomCode && !roomCode.value) roomCode.value = fromLink("room");
}

// The draft

function saveDraft() {
  if (shared.checked) return;
  const values = {};
  for (const field of form.elements) {
    if (!field.name || NEVER_KEPT.includes(field.name)) continue;
    if (field.type === "radio" || field.type === "checkbox") {
      if (field.checked) values[field.name] = field.value;
    } else if (field.value.trim()) values[field.name] = field.value;
  }
  if (values.title || values.summary || values.need || values.solution) keep(DRAFT, { savedAt: new Date().toISOString(), values });
}

function offerDraft() {
  const draft = kept(DRAFT);
  if (!draft?.values) return;
  const notice = byId("draft");
  const use = make("button", { class: "button", type: "button" }, text("js.draft.use"));
  const drop = make("button", { class: "button second", type: "button" }, text("js.draft.drop"));
  use.addEventListener("click", () => {
    restoreDraft();
    show(notice, false);
    form.elements.namedItem("title").focus();
  });
  drop.addEventListener("click", () => {
    forgetAll();
    show(notice, false);
    form.elements.namedItem("title").focus();
  });
  notice.replaceChildren(make("p", {}, text("js.draft.found", { date: date(draft.savedAt) })), make("p", { class: "actions" }, use, drop));
  show(notice);
}

function restoreDraft() {
  const { values } = kept(DRAFT) ?? { values: {} };
  for (const field of form.elements) {
    if (!(field.name in values)) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === values[field.name];
    else field.value = values[field.name];
  }
  chooseNeed(values.answersNeed ?? "");
  narrowCommunes();
  form.querySelectorAll("[data-max]").forEach((field) => field.dispatchEvent(new Event("input")));
}

function forgetAll() {
  clearTimeout(saving);
  attempted = null;
  forget(DRAFT);
  forget(ATTEMPT);
}

/** Whoever comes next finds nothing but this choice. */
function shareDevice() {
  forgetAll();
  show(byId("draft"), false);
  keep(SHARED, true);
}
