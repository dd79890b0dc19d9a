import { announce, arrive, inRegion, read, tellAtDesk } from "./desk.js";
import { drawing, drawn } from "./chart.js";
import { accept, answers, busy, byId, call, check, date, dayOf, has, make, nameOf, number, pageOf, quiet, refuse, show, text } from "./shared.js";

const MILESTONES = ["RECEIVED", "APPROVED", "TAKEN_UP", "REGISTERED", "RUNNING"];
const PLOTS = [["ideas", ["RECEIVED", "APPROVED"]], ["built", ["TAKEN_UP", "REGISTERED", "RUNNING"]]];
const SIDES = { provinces: "province", sectors: "sector", kinds: "kind" };
const LISTS = {
  WAITING: "/desk/",
  OVERDUE: "/desk/",
  TO_CALL: "/desk/calls/",
  UNDECIDED_ENTRIES: "/desk/rounds/",
  RESERVATIONS_ENDING: "/desk/interests/",
  NEEDS_WITHOUT_IDEAS: "/desk/needs/",
};
const IN_HOURS = 48;

const form = byId("form");
const progress = byId("progress");

let region;
let today;

form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(byId("show"), progress, async () => (await load()) && byId("report-title").focus());
});
form.querySelectorAll("[data-preset]").forEach((button) => button.addEventListener("click", () => {
  fill(button.dataset.preset);
  busy(button, progress, load);
}));
byId("print").addEventListener("click", () => print());

open();

async function open() {
  const me = await arrive();
  today = dayOf(new Date().toISOString());
  fill("YEAR");
  if (me && !inRegion(me, "MODERATOR", enter)) announce(true, text("desk.noRegion.title"), text("desk.noRegion.text"));
}

async function enter(code) {
  region = code;
  show(byId("board"), false);
  const matters = await read(`/api/desk/today?${new URLSearchParams({ region })}`);
  if (!matters || region !== code) return;
  fillMatters(matters.items);
  show(byId("board"));
  await busy(byId("show"), progress, load);
}

function fillMatters(items) {
  const some = items.filter(({ count }) => count > 0);
  byId("matters").replaceChildren(...some.map(matterOf));
  show(byId("no-matters"), some.length === 0);
}

function matterOf({ kind, count, more, oldest }) {
  const when = kind === "RESERVATIONS_ENDING" ? "desk.board.today.until" : "desk.board.today.since";
  return make("li", { class: kind === "OVERDUE" ? "matter late" : "matter" },
    make("strong", {}, more ? text("desk.board.today.more", { count: number(count) }) : number(count)),
    make("a", { href: pageOf(LISTS[kind] ?? "/desk/") }, text(`desk.board.today.${kind}`)),
    oldest ? make("span", { class: "quiet" }, text(when, { date: date(oldest) })) : null);
}

/** The periods that one presses for; they end today, as nothing is known of later. */
function fill(preset) {
  const [year, month] = today.split("-").map(Number);
  const first = {
    MONTH: [year, month],
    QUARTER: [year, month - ((month - 1) % 3)],
    YEAR: [year, 1],
    TWELVE: month === 12 ? [year, 1] : [year - 1, month + 1],
  }[preset];
  form.elements.from.value = `${first[0]}-${String(first[1]).padStart(2, "0")}-01`;
  form.elements.to.value = today;
}

async function load() {
  const wrong = check(form);
  if (wrong.length) {
    refuse(form, byId("errors"), wrong);
    return false;
  }
  const asked = region;
  const result = await call("GET", `/api/desk/board?${new URLSearchParams({ region, ...answers(form) })}`);
  if (asked !== region) return false;
  quiet(progress);
  if (!result.ok) {
    if (result.data?.errors?.length) refuse(form, byId("errors"), result.data.errors);
    else tellAtDesk(progress, result);
    return false;
  }
  accept(form, byId("errors"));
  report(result.data);
  show(byId("report"));
  return true;
}

function report(figures) {
  byId("office").textContent = byId("offices").content.querySelector(`[value="${figures.region}"]`)?.textContent ?? "";
  for (const id of ["span", "span-again"]) byId(id).textContent = text("desk.board.span", { from: day(figures.from), to: day(figures.to) });
  byId("made").textContent = text("desk.board.made", { date: date(new Date().toISOString()) });
  for (const milestone of MILESTONES) byId(`total-${milestone}`).textContent = number(figures.totals[milestone]);
  byId("steps-title").textContent = text(`desk.board.steps.${figures.step}`);
  byId("charts").replaceChildren(...PLOTS.map(([name, milestones]) => plotOf(name, milestones, figures)));
  byId("steps").replaceChildren(tableOf(text(`desk.board.step.${figures.step}`), figures.steps.map((step) => [nameOfStep(step, figures.step), step.counts]), figures.totals));
  for (const [side, name] of Object.entries(SIDES)) fillSide(side, name, figures);
  fillDecisions(figures.decisions);
  byId("shares").replaceChildren(shareOf("women", figures.women), shareOf("youth", figures.youth));
}

function fillSide(side, name, figures) {
  const rows = figures[side].map(({ code, counts }) => [has(`kind.${code}`) ? text(`kind.${code}`) : nameOf(code), counts]);
  rows.sort(([, one], [, other]) => other.RECEIVED - one.RECEIVED || other.APPROVED - one.APPROVED);
  byId(side).replaceChildren(rows.length
    ? tableOf(text(`desk.board.${name}`), rows, null, true)
    : make("p", { class: "quiet" }, text("desk.board.nothing")));
}

/** A row for each, and their sum; beside each its part in what was received, where that is drawn. */
function tableOf(heading, rows, sum, bars = false) {
  const most = Math.max(1, ...rows.map(([, counts]) => counts.RECEIVED));
  const cells = (counts) => MILESTONES.map((milestone) => make("td", {}, number(counts[milestone])));
  const bar = (counts) => make("td", { class: "bar" },
    drawing(100, 10, drawn("rect", { x: 0, y: 0, width: (Math.max(0, counts.RECEIVED) / most) * 100, height: 10 })));
  return make("table", { class: "figures counts" },
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, heading),
      ...MILESTONES.map((milestone) => make("th", { scope: "col" }, text(`desk.board.column.${milestone}`))), bars ? make("td", {}) : null)),
    make("tbody", {}, ...rows.map(([name, counts]) => make("tr", {}, make("th", { scope: "row" }, name), ...cells(counts), bars ? bar(counts) : null))),
    sum ? make("tfoot", {}, make("tr", {}, make("th", { scope: "row" }, text("desk.board.all")), ...cells(sum))) : null);
}

/** Columns side by side for each step. The table below says the same. */
function plotOf(name, milestones, { steps, step }) {
  const most = Math.max(1, ...steps.flatMap(({ counts }) => milestones.map((milestone) => counts[milestone])));
  // The furthest is the darkest.
  const shade = (i) => `shade-${milestones.length - i}`;
  const column = (count, i) => {
    const share = (Math.max(0, count) / most) * 100;
    const label = make("b", {}, count > 0 ? number(count) : "");
    label.style.insetBlockEnd = `${share}%`;
    return make("span", { class: "column" }, label,
      drawing(10, 100, drawn("rect", { class: shade(i), x: 1, y: 100 - share, width: 8, height: share })));
  };
  return make("figure", { class: "plot" },
    make("figcaption", {}, text(`desk.board.chart.${name}`)),
    make("p", { class: "legend" }, ...milestones.map((milestone, i) =>
      make("span", {}, drawing(10, 10, drawn("rect", { class: shade(i), width: 10, height: 10 })), text(`desk.board.column.${milestone}`)))),
    make("div", { class: "columns-of-steps" }, ...steps.map((one, i) => make("div", {},
      make("div", { class: "columns-of-step" }, ...milestones.map((milestone, j) => column(one.counts[milestone], j))),
      make("span", { class: "step-name" }, ...shortNameOf(one, step, i))))));
}

/** As short as fits below a column: the number of the month or quarter, the year where it begins. */
function shortNameOf({ from }, step, place) {
  const [year, month] = from.split("-").map(Number);
  if (step === "YEAR") return [String(year)];
  const within = step === "MONTH" ? month : Math.ceil(month / 3);
  return [String(within), ...(place === 0 || within === 1 ? [make("small", {}, String(year))] : [])];
}

function nameOfStep({ from, to }, step) {
  const [year, month] = from.split("-").map(Number);
  const names = {
    MONTH: () => monthName(from),
    QUARTER: () => text("desk.board.quarter", { number: Math.ceil(month / 3), year }),
    YEAR: () => String(year),
  };
  const name = names[step]();
  return isWhole(from, to, step) ? name : text("desk.board.partly", { name });
}

function isWhole(from, to, step) {
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[step];
  const [year, month, first] = from.split("-").map(Number);
  const begins = first === 1 && (month - 1) % months === 0;
  return begins && to === new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
}

function fillDecisions({ count, medianHours, nineOfTenHours }) {
  const facts = count === 0 ? [] : [
    factOf("desk.board.decisions.count", number(count)),
    factOf("desk.board.decisions.median", lasting(medianHours)),
    factOf("desk.board.decisions.ninety", lasting(nineOfTenHours)),
  ];
  byId("decisions").replaceChildren(...facts);
  show(byId("no-decisions"), count === 0);
}

/** Whole hours are what has passed: it was less than one more. */
function lasting(hours) {
  const less = hours + 1;
  return less <= IN_HOURS ? text("format.hours", { count: less }) : text("format.days", { count: Math.ceil(less / 24) });
}

function factOf(key, value, ...more) {
  return make("div", {}, make("dt", {}, text(key)), make("dd", {}, value, ...more));
}

function shareOf(name, share) {
  if (!share) return factOf(`desk.board.${name}`, text("desk.board.few"));
  const key = share.from === share.to ? "desk.board.share.month" : "desk.board.share.span";
  const span = text(key, { from: monthName(`${share.from}-01`), to: monthName(`${share.to}-01`) });
  return factOf(`desk.board.${name}`, text("desk.board.share", { count: number(share.count), of: number(share.of) }), make("span", { class: "hint" }, span));
}

function monthName(from) {
  const [year, month] = from.split("-").map(Number);
  return text("format.month", { month: text(`month.${month}`), year });
}

const day = (iso) => date(`${iso}T12:00:00Z`);
