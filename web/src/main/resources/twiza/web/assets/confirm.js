import { accept, answers, busy, byId, call, check, fromLink, pageOf, quiet, refuse, show, tell } from "./shared.js";

const token = fromLink("token");
const status = byId("status");
const form = byId("form");
const summary = byId("errors");

// Mail scanners open links and run scripts: only a press confirms.
if (token) {
  show(byId("by-link"));
  byId("confirm").addEventListener("click", (event) => busy(event.currentTarget, status, () => confirm({ token })));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const wrong = check(form);
  if (wrong.length) return refuse(form, summary, wrong);
  accept(form, summary);
  return busy(form.querySelector("[type=submit]"), status, () => confirm(answers(form)));
});

async function confirm(body) {
  const result = await call("POST", "/api/ideas/confirmation", { body });
  if (result.ok) {
    location.assign(pageOf("/confirm/done/"));
  } else if (result.data?.errors?.length && !("token" in body)) {
    quiet(status);
    refuse(form, summary, result.data.errors);
  } else {
    tell(status, result);
  }
}
