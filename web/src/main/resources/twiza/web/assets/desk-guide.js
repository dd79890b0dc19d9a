import { announce, arrive, inRegion, read, tellAtDesk } from "./desk.js";
import { accept, busy, byId, call, dateTime, figure, make, quiet, refuse, show, text, write } from "./shared.js";

const NUMBERS = ["members", "capital", "share"];
const LISTS = ["financing", "training"];
const MOST = 10;
const LANGUAGES = [...byId("languages").content.querySelectorAll("option")].map(({ value, dir, textContent }) => ({ tag: value, dir, name: textContent }));

const form = byId("form");
const progress = byId("progress");

let region;
let version;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("keep"), progress, keep);
});
for (const list of LISTS) byId(`add-${list}`).addEventListener("click", () => add(list));

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "ORGANISER", enter)) announce(true, text("desk.staff.forbidden.title"), text("desk.guide.forbidden"));
}

const path = () => `/api/desk/guide?${new URLSearchParams({ region })}`;

async function enter(code) {
  region = code;
  show(byId("guide"), false);
  const guide = await read(path());
  if (!guide || region !== code) return false;
  fill(guide);
  return true;
}

function fill(guide) {
  version = guide.version;
  for (const name of NUMBERS) {
    form.elements[`${name}.least`].value = guide[name]?.least ?? "";
    form.elements[`${name}.confirmed`].checked = guide[name]?.confirmed ?? false;
  }
  for (const { tag } of LANGUAGES) form.elements[`steps.${tag}`].value = (guide.steps[tag] ?? []).join("\n");
  for (const list of LISTS) lay(list, guide[list]);
  const { last } = guide;
  if (last) write(byId("last"), "desk.region.last", { name: last.name || text("desk.audit.gone"), at: dateTime(last.at) });
  else byId("last").textContent = text("desk.guide.house");
  accept(form, byId("errors"));
  show(byId("guide"));
}

function lay(list, places) {
  byId(list).replaceChildren(...places.map((place, i) => placeOf(list, place, i)));
  show(byId(`add-${list}`), places.length < MOST);
}

/** A link: its address, and its title in each language. Names follow the paths of the API. */
function placeOf(list, place, i) {
  const at = `${list}[${i}]`;
  const remove = make("button", { class: "plain", type: "button" }, text("desk.guide.remove"));
  remove.addEventListener("click", () => {
    lay(list, places(list).toSpliced(i, 1));
    byId(`add-${list}`).focus();
  });
  return make("fieldset", { class: "box pair" }, make("legend", {}, text("desk.guide.place", { number: i + 1 })),
    fieldOf(`${at}.address`, text("desk.guide.address"), place.address, { type: "url", dir: "ltr" }),
    ...LANGUAGES.map(({ tag, dir, name }) =>
      fieldOf(`${at}.title.${tag}`, [text("desk.guide.name"), " · ", make("bdi", { lang: tag }, name)], place.title[tag], { lang: tag, dir })),
    remove);
}

function fieldOf(name, label, value, attributes) {
  return make("div", { class: "field" },
    make("label", { for: `f-${name}` }, ...[label].flat()),
    make("p", { class: "error", id: `e-${name}`, hidden: true }),
    make("input", { id: `f-${name}`, name, type: "text", autocomplete: "off", "aria-describedby": `e-${name}`, value: value ?? "", ...attributes }));
}

/** What stands in a list, line by line. */
function places(list) {
  return [...byId(list).children].map((_, i) => {
    const value = (name) => form.elements[`${list}[${i}].${name}`].value.trim();
    const titles = LANGUAGES.map(({ tag }) => [tag, value(`title.${tag}`)]).filter(([, title]) => title);
    return { address: value("address"), title: Object.fromEntries(titles) };
  });
}

function add(list) {
  lay(list, [...places(list), { address: "", title: {} }]);
  byId(list).lastElementChild.querySelector("input").focus();
}

function content() {
  const whole = { version, steps: {} };
  for (const name of NUMBERS) {
    const least = form.elements[`${name}.least`].value.trim();
    if (least) whole[name] = { least: figure(least), confirmed: form.elements[`${name}.confirmed`].checked };
  }
  for (const { tag } of LANGUAGES) whole.steps[tag] = form.elements[`steps.${tag}`].value.split("\n");
  for (const list of LISTS) whole[list] = places(list);
  return whole;
}

async function keep() {
  accept(form, byId("errors"));
  const result = await call("PUT", path(), { body: content() });
  quiet(progress);
  if (result.ok) {
    fill(result.data);
    announce(false, text("desk.guide.saved"));
  } else if (result.data?.errors?.length) reject(result.data.errors);
  else if (result.status === 409) announce(true, text("desk.region.conflict.title"), text("desk.region.conflict.text"), startAgain());
  else tellAtDesk(progress, result);
}

function reject(wrong) {
  refuse(form, byId("errors"), wrong.map(({ field, message }) => ({ field, message: text("error.field.at", { label: labelOf(field), message }) })));
}

/** What a field is called, with the link or the list that it belongs to. */
function labelOf(field) {
  const input = byId(`f-${field}`);
  const heading = byId(`${field}-title`)?.textContent;
  const link = input?.closest("fieldset")?.querySelector("legend").textContent;
  const label = input?.labels[0].textContent ?? heading ?? field;
  return link ? `${link} · ${label}` : label;
}

function startAgain() {
  const button = make("button", { class: "button second", type: "button" }, text("desk.region.conflict.button"));
  button.addEventListener("click", async () => (await enter(region)) && announce(false, text("desk.region.reloaded")));
  return button;
}
