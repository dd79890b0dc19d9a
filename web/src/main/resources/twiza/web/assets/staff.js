import { announce, arrive, inRegion, mailsOf, may, read, tellAtDesk } from "./desk.js";
import { accept, answers, busy, byId, call, check, make, quiet, refuse, show, text, write } from "./shared.js";

const PATH = "/api/desk/staff";
const dialog = byId("member");
const removal = byId("removal");
const form = byId("member-form");
const summary = byId("errors");
const region = form.querySelector(".status");
const mails = mailsOf(form);
const NOBODY = { name: "", email: "", language: form.elements.language.value, mails: "EACH", digestHour: 8, roles: ["MODERATOR"] };

let me;
let where;
let chosen;

byId("add").addEventListener("click", () => edit(null));
byId("leave").addEventListener("click", () => dialog.close());
byId("stay").addEventListener("click", () => removal.close());
byId("remove").addEventListener("click", (event) => busy(event.currentTarget, removal.querySelector(".status"), remove));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("keep"), region, keep);
});

open();

async function open() {
  me = await arrive();
  if (me && !inRegion(me, "ORGANISER", list)) announce(true, text("desk.staff.forbidden.title"), text("desk.staff.forbidden.text"));
}

async function list(code) {
  where = code;
  show(byId("role-ADMIN"), me.admin);
  const team = await read(`${PATH}?${new URLSearchParams({ region: code })}`);
  if (!team || where !== code) return false;
  const byName = (one, other) => one.name.localeCompare(other.name);
  byId("people").replaceChildren(...team.items.sort(byName).map(personOf));
  show(byId("team"));
  return true;
}

function personOf(member) {
  const mail = member.mails === "DIGEST"
    ? text("desk.staff.daily", { hour: `${String(member.digestHour).padStart(2, "0")}:00` })
    : text(`mails.${member.mails}`);
  return make("li", { class: "person" },
    make("h2", {}, make("bdi", {}, member.name)),
    make("ul", { class: "tags" }, ...member.roles.map((role) => make("li", {}, text(`role.${role}`))),
      member.id === me.id ? make("li", { class: "own" }, text("desk.staff.you")) : null),
    make("p", {}, make("bdi", { dir: "ltr" }, member.email), make("br"), make("span", { class: "quiet" }, `${text("field.mails.label")} · ${mail}`)),
    mayTouch(member) ? make("p", { class: "actions" },
      action("second", "desk.staff.change", "desk.staff.change.title", member, edit),
      action("danger", "desk.staff.remove", "desk.staff.remove.label", member, askToRemove)) : null);
}

const mayTouch = (member) => me.admin || (may(me, "ORGANISER", where) && !member.roles.includes("ADMIN"));

function action(kind, words, label, member, work) {
  const button = make("button", { class: `button ${kind}`, type: "button", "aria-label": text(label, { name: member.name }) }, text(words));
  button.addEventListener("click", () => work(member));
  return button;
}

function edit(member) {
  chosen = member;
  const title = byId("member-title");
  if (member) write(title, "desk.staff.change.title", { name: member.name });
  else title.textContent = text("desk.staff.add");
  byId("keep").textContent = text(member ? "desk.staff.change.button" : "desk.staff.add.button");
  const { name, email, language, roles } = form.elements;
  const shown = member ?? NOBODY;
  name.value = shown.name;
  email.value = shown.email;
  language.value = shown.language;
  roles.forEach((role) => (role.checked = shown.roles.includes(role.value)));
  mails.fill(shown);
  accept(form, summary);
  quiet(region);
  dialog.showModal();
  title.focus();
}

async function keep() {
  const wrong = check(form);
  if (wrong.length) {
    quiet(region);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  const roles = [...form.elements.roles].filter(({ checked }) => checked).map(({ value }) => value);
  const body = { ...answers(form), roles };
  const query = `?${new URLSearchParams({ region: where })}`;
  const result = chosen
    ? await call("PUT", `${PATH}/${encodeURIComponent(chosen.id)}${query}`, { body })
    : await call("POST", `${PATH}${query}`, { body });
  if (result.ok) {
    quiet(region);
    dialog.close();
    if (await list(where)) done(chosen ? "desk.staff.changed" : "desk.staff.added", body.name);
  } else if (result.data?.errors?.length) {
    quiet(region);
    refuse(form, summary, result.data.errors);
  } else {
    tellAtDesk(region, result);
  }
}

function askToRemove(member) {
  chosen = member;
  write(byId("removal-title"), "desk.staff.remove.title", { name: member.name });
  show(byId("removal-admin"), member.roles.includes("ADMIN"));
  quiet(removal.querySelector(".status"));
  removal.showModal();
  byId("removal-title").focus();
}

async function remove() {
  const beside = removal.querySelector(".status");
  const result = await call("DELETE", `${PATH}/${encodeURIComponent(chosen.id)}?${new URLSearchParams({ region: where })}`);
  if (!result.ok) {
    tellAtDesk(beside, result);
    return;
  }
  removal.close();
  if (await list(where)) done("desk.staff.removed", chosen.name);
}

function done(key, name) {
  announce(false, write(make("p"), key, { name }));
}
