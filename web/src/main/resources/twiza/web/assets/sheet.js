// An idea's sheet, as whoever judges or follows it reads it.
import { percent, spoken } from "./said.js";
import { call, make, money, nameOf, number, pageOf, text } from "./shared.js";

const ORDER = ["title", "summary", "need", "solution", "province", "commune", "sector", "answersNeed", "intention", "maturity", "beneficiaries", "socialImpact",
  "economicImpact", "novelty", "inputs", "market", "season", "membersNeeded", "jobsExpected", "womenPercent", "youthPercent", "investment"];

const CODED = ["province", "sector", "answersNeed", "intention", "maturity", "membersNeeded", "jobsExpected", "womenPercent", "youthPercent", "investment"];

/** The direction of an answer: its own where the author wrote it, the page's where the page names it. */
export const direction = (field) => (CODED.includes(field) ? null : "auto");

export function answer(field, value) {
  if (value === null || value === undefined || value === "") return text("value.none");
  if (field === "province" || field === "sector") return nameOf(value);
  if (field === "intention" || field === "maturity") return text(`${field}.${value}`);
  if (field === "investment") return money(value);
  if (field.endsWith("Percent")) return percent(value);
  if (field === "answersNeed") return needCalled(value);
  return typeof value === "number" ? number(value) : String(value);
}

/** A link to a need, which says its title once that is known. */
function needCalled(id) {
  const link = make("a", { href: pageOf(`/needs/${encodeURIComponent(id)}/`), target: "_blank" }, text("value.need"));
  call("GET", `/api/needs/${encodeURIComponent(id)}`).then((result) => {
    if (result.ok) link.replaceChildren(spoken("bdi", titlesOf(result.data)));
  });
  return link;
}

/** The titles of a need by language. */
export const titlesOf = ({ texts }) => Object.fromEntries(Object.entries(texts).map(([language, { title }]) => [language, title]));

/** The answers of a sheet that were given, as a list of terms. */
export function sheetOf(sheet) {
  const given = ORDER.filter((field) => sheet[field] !== null && sheet[field] !== undefined && sheet[field] !== "");
  return make("dl", { class: "answers" }, ...given.map((field) =>
    make("div", {}, make("dt", {}, text(`field.${field}.label`)), make("dd", { dir: direction(field) }, answer(field, sheet[field])))));
}
