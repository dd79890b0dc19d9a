// On the page of a published idea: telling the delegation that something is wrong with it.
import { accept, answers, busy, byId, call, check, countCharacters, quiet, refuse, show, tell } from "./shared.js";

const form = byId("report");
const summary = byId("errors");
const region = form.querySelector(".status");

countCharacters(form);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wrong = check(form);
  if (wrong.length) {
    quiet(region);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  busy(form.querySelector("[type=submit]"), region, send);
});

async function send() {
  const result = await call("POST", `/api/ideas/${encodeURIComponent(form.dataset.idea)}/reports`, { body: answers(form) });
  quiet(region);
  if (result.ok) {
    show(form, false);
    show(byId("reported")).focus();
  } else if (result.data?.errors?.length) {
    refuse(form, summary, result.data.errors);
  } else {
    tell(region, result);
  }
}
