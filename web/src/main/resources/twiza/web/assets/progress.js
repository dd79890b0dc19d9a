// Saying how it is going: one choice, and what belongs to it.
import { accept, answers, busy, byId, check, countCharacters, nested, quiet, refuse, show, tell } from "./shared.js";

const form = byId("say");
const summary = byId("say-errors");
const region = form.querySelector(".status");

/** Sends what is said by `send`, and calls back with the answer once it is kept. */
export function progress(send, done) {
  countCharacters(form);
  form.elements.stage.forEach((radio) => radio.addEventListener("change", askWhatBelongs));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = check(form);
    if (wrong.length) {
      quiet(region);
      refuse(form, summary, wrong);
      return;
    }
    accept(form, summary);
    busy(form.querySelector("[type=submit]"), region, async () => {
      const result = await send(nested(answers(form)));
      quiet(region);
      if (result.ok) {
        fill({});
        done(result.data);
      } else if (result.data?.errors?.length) refuse(form, summary, result.data.errors);
      else tell(region, result);
    });
  });
}

/** Nothing is marked beforehand: whoever says it chooses. */
export function fill({ members, registration }) {
  form.reset();
  form.elements.members.value = members ?? "";
  form.elements.namedItem("registration.name").value = registration?.name ?? "";
  form.elements.namedItem("registration.number").value = registration?.number ?? "";
  form.elements.namedItem("registration.on").value = registration?.on ?? "";
  accept(form, summary);
  askWhatBelongs();
}

function askWhatBelongs() {
  const stage = form.elements.stage.value;
  show(byId("say-registration"), stage === "REGISTERED" || stage === "RUNNING");
  show(byId("say-learnt"), stage === "STOPPED");
}
