import "./countdown.js";
import { forget, keep, kept } from "./kept.js";
import { accept, answers, busy, byId, call, check, communesOfProvince, contactRefusal, countCharacters, date, fromLink, make, nested, pageOf, quiet, randomKey, refuse, show, tell, text } from "./shared.js";

const DRAFT = "twiza.draft";
const ATTEMPT = "twiza.attempt";
const NEVER_KEPT = ["website", "adult", "consent", "round", "roomCode", "lateCode"];

const form = byId("form");
const summary = byId("errors");
const status = byId("status");
const button = form.querySelector("[type=submit]");
const opened = performance.now();

countCharacters(form);
const narrowCommunes = communesOfProvince(form);
fillRoomCode();
offerDraft();

let saving;
form.addEventListener("input", () => {
  clearTimeout(saving);
  saving = setTimeout(saveDraft, 400);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wrong = [...check(form), ...contactRefusal(form)];
  if (wrong.length) {
    quiet(status);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  busy(button, status, send);
});

async function send() {
  saveDraft();
  const { key, body } = attempt();
  const result = await call("POST", "/api/ideas", { body, headers: { "Idempotency-Key": key } });
  if (result.status === 201 || result.status === 200) {
    forgetAll();
    const link = new URL(result.data.followLink, location.href);
    const token = new URLSearchParams(link.hash.slice(1)).get("token");
    const { round } = result.data;
    const told = round ? { round: round.entered ? "ENTERED" : round.why } : {};
    location.assign(`${pageOf("/receipt/")}#${new URLSearchParams({ token, code: result.data.trackingCode, ...told })}`);
  } else if (result.data?.errors?.length) {
    quiet(status);
    refuse(form, summary, result.data.errors);
  } else {
    tell(status, result, { offline: "js.offline" });
  }
}

/** The same text keeps its key and its body, so that sending it again after a dropped line makes no second idea. */
function attempt() {
  const { round } = form.elements;
  const content = nested({ website: "", ...answers(form), ...(round ? { round: round.value } : {}) });
  const same = JSON.stringify(content);
  const before = kept(ATTEMPT);
  if (before?.same === same) return before;
  const elapsed = Math.round(performance.now() - opened);
  const fresh = { same, key: randomKey(), body: JSON.stringify({ ...content, elapsed }) };
  keep(ATTEMPT, fresh);
  return fresh;
}

/** The code on the wall of the room comes with its QR code. */
function fillRoomCode() {
  const { roomCode } = form.elements;
  if (roomCode && !roomCode.value) roomCode.value = fromLink("room");
}

// The draft

function saveDraft() {
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
    restore(draft.values);
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

function restore(values) {
  for (const field of form.elements) {
    if (!(field.name in values)) continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = field.value === values[field.name];
    else field.value = values[field.name];
    const details = field.closest("details");
    if (details && field.value) details.open = true;
  }
  narrowCommunes();
  form.querySelectorAll("[data-max]").forEach((field) => field.dispatchEvent(new Event("input")));
}

function forgetAll() {
  clearTimeout(saving);
  forget(DRAFT);
  forget(ATTEMPT);
}
