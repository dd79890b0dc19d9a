import { announce, arrive, inRegion, read, tellAtDesk } from "./desk.js";
import { accept, answers, busy, byId, call, check, countCharacters, dateTime, make, nested, quiet, refuse, show, text, write } from "./shared.js";

const form = byId("form");
const progress = byId("progress");
const fields = [...form.elements].filter(({ name }) => name);

let region;
let version;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("keep"), progress, keep);
});
countCharacters(form);

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "ORGANISER", enter)) announce(true, text("desk.staff.forbidden.title"), text("desk.region.forbidden"));
}

const path = () => `/api/desk/region?${new URLSearchParams({ region })}`;

async function enter(code) {
  region = code;
  show(byId("region"), false);
  const said = await read(path());
  if (!said || region !== code) return false;
  fill(said);
  return true;
}

function fill(said) {
  version = said.version;
  for (const field of fields) {
    const value = field.name.split(".").reduce((at, step) => at?.[step], said) ?? "";
    field.value = Array.isArray(value) ? value.join("\n") : value;
    field.dispatchEvent(new Event("input"));
  }
  const { last } = said;
  if (last) write(byId("last"), "desk.region.last", { name: last.name || text("desk.audit.gone"), at: dateTime(last.at) });
  else byId("last").textContent = text("desk.region.untouched");
  accept(form, byId("errors"));
  show(byId("region"));
}

function statement() {
  const flat = answers(form);
  for (const name of Object.keys(flat)) {
    if (name.startsWith("reasons.")) flat[name] = flat[name].split("\n");
  }
  return { version, ...nested(flat) };
}

async function keep() {
  const wrong = check(form);
  if (wrong.length) {
    reject(wrong);
    return;
  }
  accept(form, byId("errors"));
  const result = await call("PUT", path(), { body: statement() });
  quiet(progress);
  if (result.ok) {
    fill(result.data);
    announce(false, text("desk.region.saved"));
  } else if (result.data?.errors?.length) reject(result.data.errors);
  else if (result.status === 409) announce(true, text("desk.region.conflict.title"), text("desk.region.conflict.text"), startAgain());
  else tellAtDesk(progress, result);
}

/** The same question stands in several languages: what is wrong names the one. */
function reject(wrong) {
  quiet(progress);
  refuse(form, byId("errors"), wrong.map(({ field, message }) => ({ field, message: text("error.field.at", { label: labelOf(field), message }) })));
}

function labelOf(field) {
  const input = byId(`f-${field}`);
  const language = input?.closest("details")?.querySelector("summary").textContent;
  const label = input?.labels[0].textContent ?? field;
  return language ? `${language} · ${label}` : label;
}

function startAgain() {
  const button = make("button", { class: "button second", type: "button" }, text("desk.region.conflict.button"));
  button.addEventListener("click", async () => (await enter(region)) && announce(false, text("desk.region.reloaded")));
  return button;
}
