// Figures as plain drawings, each with the table that says the same.
import { date, make, number, text } from "./shared.js";

const SVG = "http://www.w3.org/2000/svg";
const DAY = 86_400_000;
const WIDE = 10;
const REM_A_DAY = 3;
const NARROWEST = 10;
const HIGH = 60;

export function drawn(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export const drawing = (width, height, ...bars) =>
  drawn("svg", { class: "chart", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...bars);

/** One column a day, those without anything too; the table folds away. */
export function byDay(counts) {
  const days = everyDay(Object.keys(counts).sort());
  const most = Math.max(1, ...Object.values(counts));
  const columns = days.map((day, i) => {
    const height = ((counts[day] ?? 0) / most) * HIGH;
    return drawn("rect", { x: i * WIDE + 1, y: HIGH - height, width: WIDE - 2, height });
  });
  const rows = days.filter((day) => counts[day]).map((day) => [dayOf(day), counts[day]]);
  return days.length === 0 ? [] : [
    narrow(days.length,
      make("div", { class: "columns-of-days" }, drawing((days.length === 1 ? 4 : days.length) * WIDE, HIGH, ...columns)),
      make("p", { class: "ends" }, make("span", {}, dayOf(days[0])), make("span", {}, days.length > 1 ? dayOf(days.at(-1)) : ""))),
    make("details", {}, make("summary", {}, text("desk.round.figures.table")), table(rows, null)),
  ];
}

/** The columns of a few days don't become walls. */
function narrow(days, ...drawn) {
  const box = make("div", {}, ...drawn);
  box.style.maxInlineSize = `${Math.max(NARROWEST, days * REM_A_DAY)}rem`;
  return box;
}

const dayOf = (day) => date(`${day}T12:00:00Z`);

function everyDay(known) {
  if (known.length === 0) return [];
  const days = [];
  for (let at = Date.parse(known[0]); at <= Date.parse(known.at(-1)); at += DAY) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** A row for each, the largest first, with a bar beside its number. */
export function byKind(counts, nameOf) {
  const rows = Object.entries(counts).filter(([, count]) => count > 0).sort(([, one], [, other]) => other - one);
  return rows.length === 0 ? [] : [table(rows.map(([code, count]) => [nameOf(code), count]), rows[0][1])];
}

function table(rows, most) {
  return make("table", { class: "figures" },
    make("thead", {}, make("tr", {}, make("th", { scope: "col" }, text("desk.round.figures.what")), make("th", { scope: "col" }, text("desk.round.figures.count")),
      most ? make("td", {}) : null)),
    make("tbody", {}, ...rows.map(([name, count]) => make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, number(count)),
      most ? make("td", { class: "bar" }, drawing(100, 10, drawn("rect", { x: 0, y: 0, width: (count / most) * 100, height: 10 }))) : null))));
}
