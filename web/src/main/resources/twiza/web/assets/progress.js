// Saying how it is going: one press when nothing has changed, or else one choice, and what belongs to it.
import { accept, answers, busy, byId, check, countCharacters, nested, quiet, refuse, show, tell, text } from "./shared.js";

const form = byId("say");
const summary = byId("say-errors");
const region = form.querySelector(".status");
const still = byId("still");

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
    busy(form.querySelector("[type=submit]"), region, () => deliver(nested(said())));
  });
  still.addEventListener("click", () => {
    accept(form, summary);
    busy(still, region, () => deliver({ stage: still.value }));
  });

  async function deliver(body) {
    const result = await send(body);
    quiet(region);
    if (result.ok) {
      fill({});
      done(result.data);
    } else if (result.data?.errors?.length) {
      form.elements.stage.value = body.stage;
      askWhatBelongs();
      refuse(form, summary, result.data.errors);
    } else tell(region, result);
  }
}

/** What is hidden is not said. */
function said() {
  const found = Object.entries(answers(form));
  return Object.fromEntries(founded() ? found : found.filter(([name]) => !name.startsWith("registration.")));
}

const founded = () => ["REGISTERED", "RUNNING"].includes(form.elements.stage.value);

/** Nothing is marked beforehand: whoever says it chooses. */
export function fill({ stage, members, registration }) {
  form.reset();
  const unchanged = { AGREED: "IN_PREPARATION", IN_PREPARATION: "IN_PREPARATION", REGISTERED: "REGISTERED", RUNNING: "RUNNING" }[stage];
  show(still, Boolean(unchanged));
  still.value = unchanged ?? "";
  still.textContent = stage === "AGREED" ? text("said.IN_PREPARATION") : text("interest.say.still", { stage: unchanged ? text(`interest.stage.${unchanged}`) : "" });
  form.elements.members.value = members ?? "";
  form.elements.namedItem("registration.name").value = registration?.name ?? "";
  form.elements.namedItem("registration.number").value = registration?.number ?? "";
  form.elements.namedItem("registration.on").value = registration?.on ?? "";
  accept(form, summary);
  askWhatBelongs();
}

function askWhatBelongs() {
  show(byId("say-registration"), founded());
  show(byId("say-learnt"), form.elements.stage.value === "STOPPED");
}
