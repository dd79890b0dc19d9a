import { byDay, byKind } from "./chart.js";
import { countdown } from "./countdown.js";
import { announce, arrive, read, status, tellAtDesk } from "./desk.js";
import { accept, answers, busy, byId, call, check, countCharacters, dateTime, dateTimeWithZone, figure, fromLink, make, nameOf, number, pageOf, quiet, refuse, root, say, show, text, write } from "./shared.js";

const REQUIRED = ["fr", "ar"];
const OPTIONAL = ["en", "zgh"];
const LANGUAGES = [...REQUIRED, ...OPTIONAL];
const DATES = ["opensAt", "submissionsCloseAt", "judgingOpensAt", "judgingClosesAt"];
const WORDINGS = ["title", "theme", "eligibility", "complaints", "jury"];
const NUMBERS = ["graceMinutes", "entriesPerAuthor", "complaintDays", "seed"];
const TICKS = ["live", "namesHidden"];
const PLAN = ["texts", "entriesPerAuthor", "complaintDays", "prizes", ...DATES, "graceMinutes", "rubric", "reviews", "officialRanking", "tieBreaks", "priority",
  "seed", "live", "namesHidden"];
const ENDS = { ANNOUNCED: "opensAt", OPEN: "submissionsCloseAt", SCREENING: "judgingOpensAt", JUDGING: "judgingClosesAt" };

const id = fromLink("id");
const path = `/api/desk/rounds/${encodeURIComponent(id)}`;
const form = byId("form");
const summary = byId("errors");
const progress = byId("progress");
const kept = byId("kept");
const announcing = byId("announcing");
const closing = byId("closing");
const cancelling = byId("cancelling");
const cancelForm = byId("cancel-form");
let round;
let dirty = false;
let next;

listen();
open();

function listen() {
  countCharacters(form);
  form.addEventListener("input", () => (dirty = true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(byId("keep"), kept, keep);
  });
  byId("add-prize").addEventListener("click", () => addTo("prizes", prizeOf, { title: {} }));
  byId("add-criterion").addEventListener("click", () => addTo("rubric", criterionOf, { code: "", weight: null, title: {}, levels: {} }));
  byId("announce").addEventListener("click", () => (dirty ? say(progress, text("desk.round.unsaved")) : announcing.showModal()));
  announcing.addEventListener("submit", ({ submitter }) => submitter.value === "announce" && busy(byId("announce"), progress, makePublic));
  byId("close").addEventListener("click", () => (dirty ? say(progress, text("desk.round.unsaved")) : closing.showModal()));
  closing.addEventListener("submit", ({ submitter }) => submitter.value === "close" && busy(byId("close"), progress, endJudging));
  byId("cancel").addEventListener("click", () => {
    byId("cancelling-text").textContent = text(round.phase === "DRAFT" ? "desk.round.cancel.draft" : "desk.round.cancel.text");
    cancelling.showModal();
    byId("cancelling-title").focus();
  });
  byId("stay").addEventListener("click", () => cancelling.close());
  cancelForm.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(byId("cancel-now"), cancelForm.querySelector(".status"), cancel);
  });
  byId("more").addEventListener("click", (event) => busy(event.currentTarget, status, () => list(next)));
  asking("enter", enter);
  asking("late", giveLateCode);
  addEventListener("beforeunload", (event) => dirty && event.preventDefault());
}

async function open() {
  if (!(await arrive())) return;
  if (!id) announce(true, text("desk.round.none.title"), text("desk.round.none.text"));
  else await reload();
}

async function reload() {
  const found = await read(path);
  if (!found) return;
  fill(found);
  if (found.phase !== "DRAFT") await Promise.all([count(), list(null)]);
}

function fill(latest) {
  round = latest;
  renderState();
  renderChecks(round.missing);
  fillPlan();
  show(byId("round"));
}

// Where it stands

const titleOf = () => round.texts[root.lang]?.title || round.texts.fr?.title || round.texts.ar?.title || text("desk.round.title");

function renderState() {
  byId("subject").textContent = titleOf();
  byId("phase").textContent = text(`phase.${round.phase}`);
  const inGrace = round.phase === "OPEN" && round.frozen.includes("SUBMISSIONS_CLOSE");
  const until = inGrace ? graceEnds() : round[ENDS[round.phase]];
  byId("until").textContent = until ? text(`round.until.${inGrace ? "GRACE" : round.phase}`, { date: dateTimeWithZone(until) }) : "";
  show(byId("countdown"), Boolean(until));
  show(byId("round"));
  if (until) countdown(byId("countdown"), until);
  show(byId("reason"), Boolean(round.reason)).querySelector("p").textContent = round.reason ?? "";
  write(show(byId("room-code"), Boolean(round.roomCode)), "desk.round.roomCode", { code: round.roomCode ?? "" });
  const over = ["PUBLISHED", "CANCELLED"].includes(round.phase);
  show(byId("announce"), round.phase === "DRAFT");
  show(byId("close"), round.live && round.phase === "JUDGING");
  show(byId("cancel"), !over);
  show(byId("public"), round.phase !== "DRAFT").href = pageOf(`/rounds/${round.id}/`);
  const shown = {
    jury: round.phase !== "CANCELLED",
    results: ["JUDGING", "CLOSED", "PUBLISHED"].includes(round.phase),
    room: Boolean(round.roomCode) && !over,
    poster: Boolean(round.roomCode) && !over,
  };
  for (const page of Object.keys(shown)) show(byId(`to-${page}`), shown[page]).href = `${pageOf(`/desk/${page}/`)}#${new URLSearchParams({ id })}`;
  for (const name of ["enter", "late"]) show(byId(name), ["OPEN", "SCREENING"].includes(round.phase));
  show(byId("figures"), round.phase !== "DRAFT");
  show(byId("entries-part"), round.phase !== "DRAFT");
}

const graceEnds = () => new Date(Date.parse(round.submissionsCloseAt) + round.graceMinutes * 60_000).toISOString();

function renderChecks(missing) {
  show(byId("checks"), round.phase === "DRAFT");
  show(byId("complete"), missing.length === 0);
  byId("missing").replaceChildren(...missing.map((lack) => {
    const { field, words } = lackOf(lack);
    const link = make("a", { href: `#f-${field}` }, words);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      byId(`f-${field}`)?.focus();
    });
    return make("li", {}, link);
  }));
}

/** The field that something missing is to be written into, and how to say so. */
function lackOf({ what, which }) {
  const steps = which.split(" ");
  const language = steps.pop()?.toLowerCase() ?? "";
  const name = steps.join(" ");
  const speak = (told) => text(`desk.round.missing.${what}`, { what: told, language: text(`language.${language || "fr"}`) });
  switch (what) {
    case "TEXT": return { field: `texts.${language}.${name.toLowerCase()}`, words: speak(text(`desk.round.field.${name.toLowerCase()}`)) };
    case "PRIZE": return { field: `prizes.${Number(name) - 1}.title.${language}`, words: speak(name) };
    case "CRITERION": return { field: `rubric.${round.rubric.findIndex(({ code }) => code === name)}.title.${language}`, words: speak(name) };
    case "WEIGHTS": return { field: "rubric.0.weight", words: speak("") };
    case "PRIORITY": return { field: "priority", words: speak("") };
    default: return { field: "opensAt", words: speak("") };
  }
}

// The plan

function fillPlan() {
  for (const language of LANGUAGES) {
    for (const name of WORDINGS) set(`texts.${language}.${name}`, round.texts[language]?.[name]);
  }
  for (const details of byId("form").querySelectorAll("[data-part] > details")) details.open = [...details.querySelectorAll("textarea")].some(({ value }) => value);
  for (const name of DATES) set(name, round.local[name]);
  for (const name of NUMBERS) set(name, round[name]);
  for (const name of TICKS) form.elements.namedItem(name).checked = round[name];
  set("reviews", round.reviews);
  form.elements.officialRanking.value = round.officialRanking;
  form.querySelectorAll("[name^='tieBreaks.']").forEach((field, i) => (field.value = round.tieBreaks[i] ?? ""));
  byId("prizes").replaceChildren(...round.prizes.map(prizeOf));
  byId("rubric").replaceChildren(...round.rubric.map(criterionOf));
  byId("f-priority").replaceChildren(...round.rubric.map(({ code, title }) => make("option", { value: code }, title[root.lang] || title.fr || code)));
  set("priority", round.priority);
  for (const part of form.querySelectorAll("[data-part]")) part.disabled = round.frozen.includes(part.dataset.part);
  byId("keep").disabled = !form.querySelector("[data-part]:not([disabled])");
  accept(form, summary);
  dirty = false;
}

function set(name, value) {
  const field = form.elements.namedItem(name);
  field.value = value ?? "";
  field.dispatchEvent(new Event("input"));
}

/** A label, what is wrong, and a field that a script adds to the form. */
function fieldOf(name, label, value, { tag = "input", lang = null, ...attributes } = {}) {
  const dir = lang === "ar" ? "rtl" : "ltr";
  const field = make(tag, { id: `f-${name}`, name, dir, lang, autocomplete: "off", "aria-describedby": `e-${name}`, ...attributes });
  field.value = value ?? "";
  const own = lang ? make("span", { class: "optional", lang, dir }, ` ${ownNameOf(lang)}`) : null;
  return make("div", { class: "field" }, make("label", { for: `f-${name}` }, label, own), make("p", { class: "error", id: `e-${name}`, hidden: true }), field);
}

/** As the page calls it: browsers do not know every language. */
const ownNameOf = (lang) => form.querySelector(`label[for='f-texts.${lang}.title'] .optional`).textContent;

/** Fields in the languages that need not be there, out of the way until they say something. */
function others(words, ...fields) {
  return make("details", { open: OPTIONAL.some((lang) => words[lang]) }, make("summary", {}, text("desk.round.otherLanguages")), make("div", { class: "pair" }, ...fields));
}

function prizeOf(prize, i) {
  const at = `prizes.${i}`;
  const title = (lang) => fieldOf(`${at}.title.${lang}`, text("desk.round.field.name"), prize.title[lang], { lang });
  return block("prize", i,
    ...REQUIRED.map(title),
    fieldOf(`${at}.amount`, text("desk.round.field.amount"), prize.amount, { inputmode: "numeric", "data-number": true }),
    others(prize.title, ...OPTIONAL.map(title)));
}

function criterionOf(criterion, i) {
  const at = `rubric.${i}`;
  const title = (lang) => fieldOf(`${at}.title.${lang}`, text("desk.round.field.name"), criterion.title[lang], { lang });
  const levels = (lang) =>
    fieldOf(`${at}.levels.${lang}`, text("desk.round.field.levels"), (criterion.levels[lang] ?? []).join("\n"), { tag: "textarea", lang, rows: 6 });
  return block("criterion", i,
    fieldOf(`${at}.code`, text("desk.round.field.code"), criterion.code),
    fieldOf(`${at}.weight`, text("desk.round.field.weight"), criterion.weight, { inputmode: "numeric", "data-number": true }),
    ...REQUIRED.map(title), ...REQUIRED.map(levels),
    others({ ...criterion.levels, ...criterion.title }, ...OPTIONAL.map(title), ...OPTIONAL.map(levels)));
}

/** What stands together in the form. */
function block(kind, i, ...fields) {
  const remove = make("button", { class: "plain", type: "button" }, text(`desk.round.${kind}.remove`, { number: i + 1 }));
  const element = make("fieldset", { class: "box pair" }, make("legend", {}, text(`desk.round.field.${kind}`, { number: i + 1 })), ...fields, remove);
  remove.addEventListener("click", () => {
    const list = element.parentElement;
    element.remove();
    again(list);
    byId(list.id === "prizes" ? "add-prize" : "add-criterion").focus();
  });
  return element;
}

/** Writes a list anew from what its fields say, so that each stands under its number. */
function again(list) {
  const [of, read] = list.id === "prizes" ? [prizeOf, readPrizes] : [criterionOf, readRubric];
  list.replaceChildren(...read().map(of));
  dirty = true;
}

function addTo(name, of, empty) {
  const list = byId(name);
  const added = of(empty, list.children.length);
  list.append(added);
  added.querySelector("input").focus();
  dirty = true;
}

const typed = (element, end) => element.querySelector(`[name$='.${end}']`).value.trim();

/** What is said, by language; one in which nothing is said is missing. */
const said = (read) => Object.fromEntries(LANGUAGES.map((lang) => [lang, read(lang)]).filter(([, words]) => words.length));

const linesOf = (value) => (value ? value.split("\n") : []);
const amountOf = (value) => (value === "" ? null : figure(value));

function readPrizes() {
  return [...byId("prizes").children].map((element) => ({
    title: said((lang) => typed(element, `title.${lang}`)),
    amount: amountOf(typed(element, "amount")),
  }));
}

function readRubric() {
  return [...byId("rubric").children].map((element) => ({
    code: typed(element, "code"),
    weight: amountOf(typed(element, "weight")),
    title: said((lang) => typed(element, `title.${lang}`)),
    levels: said((lang) => linesOf(typed(element, `levels.${lang}`))),
  }));
}

function plan() {
  const value = (name) => form.elements.namedItem(name).value.trim();
  const body = Object.fromEntries(PLAN.map((name) => [name, round[name]]));
  body.texts = Object.fromEntries(LANGUAGES.map((lang) => [lang, Object.fromEntries(WORDINGS.map((name) => [name, value(`texts.${lang}.${name}`)]))]));
  // A time that the clock shows twice stays the one it is while nobody touches it.
  for (const name of DATES) if (value(name) !== round.local[name]) body[name] = value(name);
  for (const name of NUMBERS) body[name] = amountOf(value(name));
  for (const name of TICKS) body[name] = form.elements.namedItem(name).checked;
  body.reviews = amountOf(value("reviews"));
  body.officialRanking = form.elements.officialRanking.value;
  body.tieBreaks = [...form.querySelectorAll("[name^='tieBreaks.']")].map((field) => field.value).filter(Boolean);
  body.priority = value("priority");
  body.prizes = readPrizes();
  body.rubric = readRubric();
  return body;
}

async function keep() {
  const wrong = check(form);
  if (wrong.length) {
    reject(wrong);
    return;
  }
  accept(form, summary);
  const result = await call("PUT", path, { body: { ...plan(), version: round.version } });
  quiet(kept);
  if (result.ok) {
    const said = result.data.phase === "DRAFT" ? "desk.round.saved" : "desk.round.saved.public";
    fill(result.data);
    announce(false, text(said));
  } else if (result.data?.errors?.length) reject(result.data.errors);
  else if (result.data?.parts) reject(result.data.parts.map((part) => ({ field: firstOf(part), message: text(`error.${result.data.code}.title`) })));
  else answerTo(kept, result);
}

const firstOf = (part) => form.querySelector(`[data-part='${part}'] [name]`).name;

/** Somebody else changed the round: what was typed stays where it is. */
function answerTo(region, result) {
  if (result.data?.missing) renderChecks(result.data.missing);
  if (result.data?.code !== "ROUND_CHANGED") {
    tellAtDesk(region, result);
    return;
  }
  const button = make("button", { class: "button second", type: "button" }, text("desk.round.reload"));
  button.addEventListener("click", reload);
  announce(true, text("error.ROUND_CHANGED.title"), text("desk.round.kept"), button);
}

/** The API names lists as prizes[0].title.fr, the form as prizes.0.title.fr; what has no field of its own stands at the one it belongs to. */
function reject(wrong) {
  quiet(kept);
  refuse(form, summary, wrong.map(({ field, message }) => {
    let name = field.replace(/\[(\d+)\]/g, ".$1");
    while (name.includes(".") && !byId(`f-${name}`)) name = name.slice(0, name.lastIndexOf("."));
    const label = byId(`f-${name}`)?.labels?.[0]?.textContent;
    return { field: name, message: label ? text("error.field.at", { label, message }) : message };
  }));
}

// What is done with it

async function makePublic() {
  const result = await call("POST", `${path}/announcement`, { body: { version: round.version } });
  quiet(progress);
  if (result.ok) {
    await reload();
    announce(false, text("desk.round.announced"));
  } else answerTo(progress, result);
}

async function endJudging() {
  const result = await call("POST", `${path}/closing`, { body: { version: round.version } });
  quiet(progress);
  if (result.ok) {
    await reload();
    announce(false, text("desk.round.closed"));
  } else answerTo(progress, result);
}

async function cancel() {
  const region = cancelForm.querySelector(".status");
  const reason = cancelForm.elements.reason.value.trim();
  const refused = byId("e-reason");
  show(refused, !reason).textContent = reason ? "" : text("error.field.REQUIRED");
  quiet(region);
  if (!reason) {
    cancelForm.elements.reason.focus();
    return;
  }
  const result = await call("POST", `${path}/cancellation`, { body: { version: round.version, reason } });
  if (result.ok) {
    cancelling.close();
    dirty = false;
    await reload();
    announce(false, text("desk.round.cancelled"));
  } else if (result.data?.errors?.length) show(refused).textContent = result.data.errors[0].message;
  else tellAtDesk(region, result);
}

/** A small form beside the plan, with its answer below it. */
function asking(name, work) {
  const small = byId(name);
  const region = small.querySelector(".status");
  small.addEventListener("submit", (event) => {
    event.preventDefault();
    small.querySelectorAll(".error").forEach((error) => show(error, false));
    busy(small.querySelector("[type=submit]"), region, async () => {
      const result = await work(small);
      quiet(region);
      if (result.ok) small.reset();
      else if (result.data?.errors?.length) {
        for (const { field, message } of result.data.errors) {
          const beside = byId(`e-${field}`) ?? small.querySelector(".error");
          show(beside).textContent = message;
        }
        small.querySelector("input").focus();
      } else tellAtDesk(region, result);
    });
  });
}

async function enter(small) {
  const result = await call("POST", `${path}/entries`, { body: answers(small) });
  if (result.ok) {
    await Promise.all([count(), list(null)]);
    announce(false, text("desk.round.entered"));
  }
  return result;
}

async function giveLateCode(small) {
  show(byId("late-code"), false);
  const result = await call("POST", `${path}/late-codes`, { body: answers(small) });
  if (result.ok) {
    show(byId("late-code")).querySelector(".code").textContent = result.data.code;
    byId("late-code").focus();
  }
  return result;
}

// Its ideas

async function list(cursor) {
  const page = await read(`${path}/entries${cursor ? `?${new URLSearchParams({ cursor })}` : ""}`);
  if (!page) return;
  const items = page.items.map(entryOf);
  if (cursor) byId("entries").append(...items);
  else byId("entries").replaceChildren(...items);
  next = page.next;
  show(byId("more"), Boolean(next));
  show(byId("no-entries"), byId("entries").children.length === 0);
  if (cursor) items[0]?.querySelector("a").focus();
}

function entryOf({ idea, title, standing, via, at, province, sector, byPhone }) {
  const leave = make("button", { class: "button second", type: "button", "aria-label": text("desk.round.entries.leave.label", { title }) }, text("desk.round.entries.leave"));
  leave.addEventListener("click", () => busy(leave, status, () => takeOut(idea)));
  return make("li", { class: "person" },
    make("h3", {}, make("a", { href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id: idea })}` }, make("bdi", {}, title))),
    make("ul", { class: "tags" },
      make("li", { class: standing === "READY" || standing === "ADMITTED" || standing === "OUT" ? null : "warn" }, text(`standing.${standing}`)),
      via === "AUTHOR" ? null : make("li", {}, text(`via.${via}`)),
      byPhone ? make("li", {}, text("desk.round.entries.byPhone")) : null),
    make("p", { class: "quiet" }, make("time", { datetime: at }, dateTime(at)), ` · ${nameOf(province)} · ${nameOf(sector)}`),
    standing === "OUT" ? null : make("p", { class: "actions" }, leave));
}

async function takeOut(idea) {
  const result = await call("DELETE", `${path}/entries/${encodeURIComponent(idea)}`);
  quiet(status);
  if (!result.ok) {
    tellAtDesk(status, result);
    return;
  }
  await Promise.all([count(), list(null)]);
  announce(false, text("desk.round.entries.left"));
}

// Its figures

async function count() {
  const figures = await read(`${path}/figures`);
  if (!figures) return;
  byId("sent").textContent = number(figures.sent);
  byId("total").textContent = number(figures.entered);
  byId("to-call").textContent = number(figures.toCall);
  byId("by-day").replaceChildren(...byDay(figures.byDay));
  byId("by-standing").replaceChildren(...byKind(figures.byStanding, (standing) => text(`standing.${standing}`)));
  byId("by-province").replaceChildren(...byKind(figures.byProvince, nameOf));
  byId("by-sector").replaceChildren(...byKind(figures.bySector, nameOf));
  for (const chart of ["day", "standing", "province", "sector"]) show(byId(`by-${chart}`).parentElement, byId(`by-${chart}`).children.length > 0);
}
