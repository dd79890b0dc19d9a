import { announce, arrive, inRegion, read, status, tellAtDesk } from "./desk.js";
import { busy, byId, call, dateTime, has, make, number, quiet, show, text } from "./shared.js";

const PATH = "/api/desk/imports";
const LARGEST = 1_500_000;
const MOST_SHOWN = 100;

const file = byId("f-file");
const dialog = byId("undoing");
let region;
let names = new Map();
let next;
let csv;
let chosen;

byId("template").addEventListener("click", (event) => busy(event.currentTarget, byId("template-status"), download));
byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("check"), byId("checked"), check);
});
file.addEventListener("change", () => {
  wrong("");
  show(byId("report"), false);
});
byId("import").addEventListener("click", (event) => busy(event.currentTarget, byId("imported"), bringIn));
byId("more").addEventListener("click", (event) => busy(event.currentTarget, status, () => list(next)));
byId("stay").addEventListener("click", () => dialog.close());
byId("undo").addEventListener("click", (event) => busy(event.currentTarget, dialog.querySelector(".status"), undo));

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "ORGANISER", begin)) announce(true, text("desk.forbidden.title"), text("desk.forbidden.text"));
}

const path = (more = {}) => `${PATH}?${new URLSearchParams({ region, ...more })}`;

async function begin(code) {
  region = code;
  wrong("");
  show(byId("report"), false);
  const team = await read(`/api/desk/staff?${new URLSearchParams({ region })}`);
  if (!team || region !== code) return;
  names = new Map(team.items.map(({ id, name }) => [id, name]));
  if (await list(null)) show(byId("work"));
}

// The template

async function download() {
  const beside = byId("template-status");
  const result = await call("GET", `${PATH}/template?${new URLSearchParams({ region })}`, { headers: { Accept: "text/csv" } });
  if (!result.ok) {
    tellAtDesk(beside, result);
    return;
  }
  quiet(beside);
  // The browser has taken the byte order mark off, by which spreadsheets know UTF-8.
  const address = URL.createObjectURL(new Blob(["\ufeff", result.data], { type: "text/csv" }));
  make("a", { href: address, download: "ideas.csv" }).click();
  URL.revokeObjectURL(address);
}

// The file

async function check() {
  csv = await textOf(file.files[0]);
  if (csv === null) {
    quiet(byId("checked"));
    return;
  }
  const result = await call("POST", path(), { body: { csv, dryRun: true } });
  answerTo(result, byId("checked"), tellChecked);
}

/** What the file says, or null once the page has said why it can't be read. */
async function textOf(chosenFile) {
  wrong("");
  if (!chosenFile) wrong(text("error.field.REQUIRED"));
  else if (chosenFile.size > LARGEST) wrong(text("desk.import.large"));
  else {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(await chosenFile.arrayBuffer());
    } catch {
      wrong(text("error.field.BAD_ENCODING"));
    }
  }
  return null;
}

function wrong(message) {
  const error = byId("e-file");
  error.textContent = message;
  show(error, Boolean(message));
  if (message) {
    show(byId("report"), false);
    file.setAttribute("aria-invalid", "true");
    file.focus();
  } else file.removeAttribute("aria-invalid");
}

function answerTo(result, beside, tell) {
  if (result.ok) {
    quiet(beside);
    tell(result.data);
  } else if (result.data?.errors?.length) {
    quiet(beside);
    wrong(result.data.errors[0].message);
  } else tellAtDesk(beside, result);
}

function tellChecked(report) {
  const { rows, already, errors } = report;
  const ready = errors.length === 0 && rows > already;
  const title = errors.length ? "desk.import.wrong" : ready ? "desk.import.ready" : "desk.import.nothing";
  show(byId("ready"), ready);
  tellReport(title, { count: number(errors.length || rows - already) }, report);
}

function tellReport(title, values, { already, withoutConsent, errors }) {
  byId("report-title").textContent = text(title, values);
  const notes = errors.length ? [text("desk.import.wrong.text")] : [
    ...(already ? [text("desk.import.already", { count: number(already) })] : []),
    ...(withoutConsent ? [text("desk.import.withoutConsent", { count: number(withoutConsent) })] : []),
  ];
  byId("report-lines").replaceChildren(...notes.map((note) => make("li", {}, note)));
  byId("fault-rows").replaceChildren(...errors.slice(0, MOST_SHOWN).map(faultOf));
  show(byId("faults"), errors.length > 0);
  byId("more-faults").textContent = text("desk.import.more", { count: number(errors.length - MOST_SHOWN) });
  show(byId("more-faults"), errors.length > MOST_SHOWN);
  quiet(byId("imported"));
  show(byId("report"));
  byId("report-title").focus();
}

function faultOf({ row, field, value, message }) {
  return make("tr", {},
    make("td", {}, number(row)),
    make("td", {}, labelOf(field), field === "csv" ? null : make("code", { dir: "ltr" }, field)),
    make("td", {}, value ? make("b", {}, make("bdi", {}, value), " ") : null, message));
}

function labelOf(field) {
  if (field === "csv") return text("desk.import.whole");
  if (field === "consent") return text("import.consent");
  return has(`field.${field}.label`) ? text(`field.${field}.label`) : "";
}

async function bringIn() {
  show(byId("progress"));
  const result = await call("POST", path(), { body: { csv } });
  show(byId("progress"), false);
  answerTo(result, byId("imported"), async (report) => {
    if (!report.taken) {
      tellChecked(report);
      return;
    }
    show(byId("ready"), false);
    byId("form").reset();
    await list(null);
    tellReport("desk.import.done", { count: number(report.taken) }, report);
  });
}

// What was brought in

/** Adds a page to the list; the first one begins it anew. */
async function list(cursor) {
  const asked = region;
  const page = await read(path(cursor ? { cursor } : {}));
  if (!page || asked !== region) return false;
  const items = page.items.map(batchOf);
  if (cursor) byId("batches").append(...items);
  else byId("batches").replaceChildren(...items);
  next = page.next;
  show(byId("more"), Boolean(next));
  show(byId("none"), byId("batches").children.length === 0);
  return true;
}

function batchOf(batch) {
  const { at, by, rows, complete, undone } = batch;
  const button = make("button", { class: "button danger", type: "button", "aria-label": text("desk.import.undo.label", { date: dateTime(at) }) }, text("desk.import.undo"));
  button.addEventListener("click", () => ask(batch));
  const name = names.get(by);
  return make("li", { class: "person" },
    make("h3", {}, make("time", { datetime: at }, dateTime(at))),
    make("p", {}, text("desk.import.count", { count: number(rows) }), name ? " · " : null, name ? make("bdi", {}, name) : null),
    complete || undone ? null : make("p", {}, text("desk.import.interrupted")),
    undone ? make("p", { class: "quiet" }, text("desk.import.undone", { removed: number(undone.removed), kept: number(undone.kept) })) : null,
    undone ? null : make("p", { class: "actions" }, button));
}

function ask(batch) {
  chosen = batch;
  byId("undoing-text").textContent = text("desk.import.undo.text", { count: batch.rows, date: dateTime(batch.at) });
  quiet(dialog.querySelector(".status"));
  dialog.showModal();
  byId("undoing-title").focus();
}

async function undo() {
  const result = await call("DELETE", `${PATH}/${encodeURIComponent(chosen.id)}?${new URLSearchParams({ region })}`);
  if (!result.ok) {
    tellAtDesk(dialog.querySelector(".status"), result);
    return;
  }
  dialog.close();
  show(byId("report"), false);
  const { removed, kept } = result.data;
  if (await list(null)) announce(false, text("desk.import.undone", { removed: number(removed), kept: number(kept) }));
}
