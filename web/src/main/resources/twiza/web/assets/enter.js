import { needsOfProvince } from "./answering.js";
import { announce, arrive, inRegion, tellAtDesk } from "./desk.js";
import { lookWhileWriting } from "./similar.js";
import { accept, answers, busy, byId, call, check, communesOfProvince, contactRefusal, countCharacters, nested, quiet, randomKey, refuse, show, text, write } from "./shared.js";

const form = byId("form");
const summary = byId("errors");
const sent = byId("sent");
let region;
let attempt;

countCharacters(form);
const narrowCommunes = communesOfProvince(form);
const chooseNeed = needsOfProvince(form);
lookWhileWriting(form);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wrong = [...check(form), ...contactRefusal(form)];
  if (wrong.length) {
    quiet(sent);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  busy(byId("keep"), sent, send);
});

byId("another").addEventListener("click", () => {
  form.reset();
  chooseNeed("");
  narrowCommunes();
  form.querySelectorAll("[data-max]").forEach((field) => field.dispatchEvent(new Event("input")));
  show(byId("entered"), false);
  show(byId("entry"));
  form.elements.namedItem("source")[0].focus();
});

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "MODERATOR", begin)) announce(true, text("desk.noRegion.title"), text("desk.noRegion.text"));
}

function begin(chosen) {
  region = chosen;
  show(byId("entry"), byId("entered").hidden);
}

/** The same text keeps its key, so that sending it again after a dropped line makes no second idea. */
function keyOf(body) {
  if (attempt?.body !== body) attempt = { body, key: randomKey() };
  return attempt.key;
}

async function send() {
  const body = JSON.stringify(nested(answers(form)));
  const path = `/api/desk/ideas?${new URLSearchParams({ region })}`;
  const result = await call("POST", path, { body, headers: { "Idempotency-Key": keyOf(body) } });
  if (result.ok) {
    quiet(sent);
    attempt = null;
    finish(result.data);
  } else if (result.data?.errors?.length) {
    quiet(sent);
    refuse(form, summary, result.data.errors);
  } else {
    tellAtDesk(sent, result);
  }
}

/** The receipt is for the author to keep: in their language, and not the page's. */
function finish({ trackingCode, followLink }) {
  const link = new URL(followLink, location.href);
  const { title, "author.language": language } = form.elements;
  write(byId("entered-text"), "desk.enter.done.text", { title: title.value.trim() });
  byId("entered-code").textContent = trackingCode;
  byId("entered-receipt").href = `/${language.value}/receipt/${link.hash}`;
  show(byId("entry"), false);
  show(byId("entered"));
  byId("entered-title").focus();
}
