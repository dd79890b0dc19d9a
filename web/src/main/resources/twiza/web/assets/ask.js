// On the page of a published idea: asking to build it, or to join its author.
import { accept, answers, busy, byId, call, check, countCharacters, nested, quiet, randomKey, refuse, show, tell, text, write } from "./shared.js";

const form = byId("ask");
const summary = byId("ask-errors");
const region = form.querySelector(".status");
const begun = Date.now();
let attempt = randomKey();

countCharacters(form);
form.addEventListener("input", () => (attempt = randomKey()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wrong = [...check(form), ...contactRefusal()];
  if (wrong.length) {
    quiet(region);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  busy(form.querySelector("[type=submit]"), region, send);
});

function contactRefusal() {
  const { "party.email": email, "party.phone": phone } = answers(form);
  return Boolean(email) === Boolean(phone) ? [{ field: "party", message: text("error.field.ONE_CONTACT") }] : [];
}

async function send() {
  const said = answers(form);
  const body = nested({ ...said, elapsed: Date.now() - begun });
  const path = `/api/ideas/${encodeURIComponent(form.dataset.idea)}/interests`;
  const result = await call("POST", path, { body, headers: { "Idempotency-Key": attempt } });
  quiet(region);
  if (result.ok) {
    show(byId("ask-details"), false);
    write(byId("asked-next"), `ask.done.${result.data.contact}`, { address: said["party.email"] ?? said["party.phone"] });
    byId("asked-open").href = result.data.followLink;
    show(byId("asked")).focus();
  } else if (result.data?.errors?.length) {
    refuse(form, summary, result.data.errors);
  } else {
    tell(region, result);
  }
}
