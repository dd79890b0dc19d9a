// What the territory needs, for organisers to publish, change, close and open again.
import { announce, arrive, inRegion, listing, tellAtDesk } from "./desk.js";
import { best, spoken } from "./said.js";
import { titlesOf } from "./sheet.js";
import { accept, answers, busy, byId, call, check, communesOfProvince, countCharacters, date, make, nameOf, nested, number, quiet, refuse, show, text, write } from "./shared.js";

const PATH = "/api/desk/needs";
const dialog = byId("need");
const form = byId("need-form");
const summary = byId("errors");
const region = form.querySelector(".status");
const provinces = [...form.elements.province.options];
const list = listing(byId("items"), PATH, itemOf);

let where;
let chosen;

countCharacters(form);
const narrowCommunes = communesOfProvince(form);
byId("add").addEventListener("click", () => edit(null));
byId("leave").addEventListener("click", () => dialog.close());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("keep"), region, () => keep(said(), chosen ? chosen.open : true));
});

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "ORGANISER", enter)) announce(true, text("desk.staff.forbidden.title"), text("desk.needs.forbidden"));
}

function enter(code) {
  where = code;
  form.elements.province.replaceChildren(...provinces.filter(({ dataset }) => !dataset.region || dataset.region === code));
  show(byId("needs"));
  return list.begin(code);
}

const titleOf = (need) => best(titlesOf(need))[1];

function itemOf(need) {
  const { province, commune, sector, open: wanted, ideas, publishedAt } = need;
  const tag = !wanted ? make("li", {}, text("desk.needs.closed")) : ideas === 0 ? make("li", { class: "warn" }, text("desk.needs.unanswered")) : null;
  return make("li", { class: "person" },
    spoken("h2", titlesOf(need)),
    make("ul", { class: "tags" }, tag),
    make("p", {}, nameOf(province), " · ", commune ? make("bdi", {}, commune) : text("desk.needs.provinceWide"), " · ", sector ? nameOf(sector) : text("needs.anySector"), make("br"),
      make("span", { class: "quiet" }, text("desk.needs.ideas", { ideas: number(ideas) }), " · ", text("needs.published", { date: date(publishedAt) }))),
    make("p", { class: "actions" },
      action("button second", "desk.needs.change", need, () => edit(need)),
      action("button second", wanted ? "desk.needs.close" : "desk.needs.reopen", need, (button) => busy(button, byId("status"), () => turn(need)))));
}

function action(kind, key, need, work) {
  const button = make("button", { class: kind, type: "button", "aria-label": text(`${key}.title`, { title: titleOf(need) }) }, text(key));
  button.addEventListener("click", () => work(button));
  return button;
}

function edit(need) {
  chosen = need;
  const title = byId("need-title");
  if (need) write(title, "desk.needs.change.title", { title: titleOf(need) });
  else title.textContent = text("desk.needs.add");
  for (const field of form.elements) {
    if (field.name) field.value = field.name.split(".").reduce((at, step) => at?.[step], need) ?? "";
  }
  narrowCommunes();
  form.querySelectorAll("[data-max]").forEach((field) => field.dispatchEvent(new Event("input")));
  accept(form, summary);
  quiet(region);
  dialog.showModal();
  title.focus();
}

const said = () => nested(answers(form));

/** The same, closed or open again. */
async function turn(need) {
  chosen = need;
  const { province, commune, sector, texts } = need;
  await keep({ province, commune: commune ?? "", sector: sector ?? "", texts }, !need.open);
}

async function keep(body, wanted) {
  const wrong = dialog.open ? check(form) : [];
  if (wrong.length) {
    quiet(region);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  const query = `?${new URLSearchParams({ region: where })}`;
  const result = chosen
    ? await call("PUT", `${PATH}/${encodeURIComponent(chosen.id)}${query}`, { body: { ...body, open: wanted, version: chosen.version } })
    : await call("POST", `${PATH}${query}`, { body });
  const beside = dialog.open ? region : byId("status");
  quiet(beside);
  if (result.ok) {
    dialog.close();
    await list.begin(where);
    announce(false, write(make("p"), "desk.needs.kept", { title: titleOf(result.data) }));
  } else if (result.data?.errors?.length && dialog.open) refuse(form, summary, result.data.errors);
  else if (result.status === 409 && dialog.open) {
    beside.classList.add("wrong");
    beside.textContent = text("desk.needs.conflict");
    beside.focus();
  } else tellAtDesk(beside, result);
}
