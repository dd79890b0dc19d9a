// What the jury's marks come to, before the organisers: the ranking, its doubts, the awards, and the publication.
import { candidatesOf } from "./awards.js";
import { announce, arrive, read, tellAtDesk } from "./desk.js";
import { decimal, percentOf, spoken } from "./said.js";
import { ranges } from "./plot.js";
import { readerOf } from "./reviews.js";
import { accept, busy, byId, call, check, countCharacters, dateTimeWithZone, fromLink, make, number, pageOf, quiet, refuse, say, show, text, write } from "./shared.js";
import { joinLines, joinLists, takeAway } from "./takeaway.js";
import { watching } from "./watch.js";

const LANGUAGES = ["fr", "ar", "en", "zgh"];
const REQUIRED = ["fr", "ar"];
const FILES = ["ranking.csv", "ranking.json", "reviews.csv", "reviews.json"];
const TYPES = { csv: "text/csv;charset=utf-8", json: "application/json" };
const SURE = 0.99;
const LIKELY = 0.9;

const id = fromLink("id");
const path = `/api/desk/rounds/${encodeURIComponent(id)}`;
const form = byId("form");
const summary = byId("errors");
const progress = byId("progress");
const publishing = byId("publishing");
const letterForm = byId("letter-form");
let round;
let ranking;
let dirty = false;

const watch = watching(lookAgain);
const candidates = candidatesOf({ list: byId("candidates"), other: byId("f-other"), changed });
const reader = readerOf({ path, rubric: () => round.rubric, mayWithhold: () => round.phase === "CLOSED" });

listen();
open();

function listen() {
  countCharacters(form);
  form.addEventListener("input", () => (dirty = true));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(byId("keep"), byId("kept"), keep);
  });
  letterForm.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(letterForm.querySelector("[type=submit]"), letterForm.querySelector(".status"), previewLetter);
  });
  byId("compute").addEventListener("click", ({ currentTarget }) => busy(currentTarget, progress, compute));
  byId("more").addEventListener("click", ({ currentTarget }) => busy(currentTarget, progress, more));
  byId("publish").addEventListener("click", askToPublish);
  byId("publish-now").addEventListener("click", ({ currentTarget }) => busy(currentTarget, publishing.querySelector(".status"), publish));
  publishing.querySelector("[data-close]").addEventListener("click", () => publishing.close());
  addEventListener("beforeunload", (event) => dirty && event.preventDefault());
}

async function open() {
  if (!(await arrive())) return;
  if (!id) {
    announce(true, text("desk.round.none.title"), text("desk.round.none.text"));
    return;
  }
  for (const page of ["round", "jury"]) byId(`to-${page}`).href = `${pageOf(`/desk/${page}/`)}#${new URLSearchParams({ id })}`;
  await reload();
}

async function reload() {
  round = (await read(path)) ?? round;
  const found = round ? await read(`${path}/ranking`) : null;
  if (found) render(found);
  return Boolean(found);
}

function render(latest) {
  ranking = latest;
  renderState();
  show(byId("ranked"), isComputed());
  if (isComputed()) renderRanking();
  renderAwards();
  renderEnd();
  show(byId("results"));
  if (isComing(ranking)) watch();
}

// Where it stands

/** Also when no review counts, and no idea is ranked. */
const isComputed = () => Boolean(ranking.computedAt);
const isAnyRanked = () => ranking.standings.length > 0;

/** When the jury is done, its ranking is computed without anybody asking for it. */
const isComing = ({ state }) => state === "COMPUTING" || (round.phase === "CLOSED" && state !== "FROZEN");
const titles = () => Object.fromEntries(Object.entries(round.texts).map(([language, { title }]) => [language, title]));

function renderState() {
  byId("subject").replaceChildren(spoken("bdi", titles()));
  byId("phase").textContent = text(`phase.${round.phase}`);
  byId("state").textContent = text(round.phase === "PUBLISHED" ? "desk.results.state.published" : `desk.results.state.${ranking.state}`);
  show(byId("computed"), Boolean(ranking.computedAt)).textContent = ranking.computedAt ? text("desk.results.computedAt", { date: dateTimeWithZone(ranking.computedAt) }) : "";
  show(byId("computing"), isComing(ranking));
  const mayCompute = round.phase === "JUDGING" || (round.phase === "CLOSED" && ranking.state !== "FROZEN");
  show(byId("compute"), mayCompute && ranking.state !== "COMPUTING").textContent = text(ranking.state === "NONE" ? "desk.results.compute" : "desk.results.compute.again");
  show(byId("public"), round.phase === "PUBLISHED").href = pageOf(`/rounds/${encodeURIComponent(id)}/results/`);
}

async function compute() {
  const result = await call("POST", `${path}/ranking`, { body: {} });
  quiet(progress);
  if (!result.ok) {
    tellAtDesk(progress, result);
    return;
  }
  ranking.state = "COMPUTING";
  renderState();
  say(progress, text("desk.results.computing"));
  watch();
}

/** Whether there is something to wait for still. */
async function lookAgain() {
  const result = await call("GET", `${path}/ranking`);
  if (result.status === 401) {
    tellAtDesk(progress, result);
    return false;
  }
  if (!result.ok || isComing(result.data)) return true;
  render(result.data);
  say(progress, text("desk.results.done"));
  return false;
}

// The ranking

function renderRanking() {
  const { caveats, unranked } = ranking;
  show(byId("caveats-part"), caveats.length > 0);
  byId("caveats").replaceChildren(...caveats.map((caveat) => make("li", {}, text(`caveat.${caveat}`))));
  byId("official").textContent = text(`desk.results.official.${ranking.official}`);
  renderStandings();
  show(byId("none-ranked"), !isAnyRanked());
  for (const part of ["official", "scores-part", "interval", "standings-part"]) show(byId(part), isAnyRanked());
  show(byId("unranked-part"), unranked.length > 0).open = !isAnyRanked();
  byId("unranked-title").textContent = text("desk.results.unranked", { count: number(unranked.length) });
  byId("unranked").replaceChildren(...unranked.map(({ title }) => make("li", {}, make("bdi", {}, title))));
  renderJurors();
}

function renderStandings() {
  const { standings } = ranking;
  byId("scores").replaceChildren(...ranges(standings.map(({ rank, title, low, score, high, rawMean }) => ({ before: `${number(rank)}. `, name: title, low, value: score, high, other: rawMean }))));
  byId("standings").replaceChildren(headOf(["rank", "idea", "score", "interval", "chance", "rawMean", "otherRank", "reviews"], round.rubric.map(({ title }) => title)),
    make("tbody", {}, ...standings.map(standingOf)));
  show(byId("more"), Boolean(ranking.next));
}

const headOf = (names, spokenNames = []) => make("thead", {}, make("tr", {},
  ...names.map((name) => make("th", { scope: "col" }, text(`desk.results.column.${name}`, { count: ranking.prizes }))),
  ...spokenNames.map((title) => spoken("th", title, { scope: "col" }))));

function standingOf(standing) {
  const { idea, title, rank, otherRank, tie, reviews, leftOut, rawMean, byCriterion, score, low, high, chance, provisional, forDeliberation, gone, place } = standing;
  const open = make("button", { class: "plain", type: "button", "aria-label": text("desk.results.reading.open", { title }) }, make("bdi", {}, title));
  open.addEventListener("click", () => reader.open({ idea, title }));
  const tags = [
    gone ? make("li", { class: "warn" }, text("desk.results.gone")) : null,
    place ? make("li", { class: "done" }, text(`award.${place}`)) : null,
    forDeliberation ? make("li", { class: "warn" }, text("desk.results.forDeliberation")) : null,
    provisional ? make("li", { class: "warn" }, text("desk.results.provisional")) : null,
    leftOut > 0 ? make("li", {}, text("desk.results.leftOut", { count: number(leftOut) })) : null,
    tie ? make("li", {}, text("desk.results.tie", { by: tieName(tie) })) : null,
  ].filter(Boolean);
  return make("tr", {},
    make("td", {}, number(rank)),
    make("th", { scope: "row" }, open, tags.length ? make("ul", { class: "tags" }, ...tags) : null),
    make("td", {}, make("strong", {}, decimal(score))),
    make("td", {}, make("bdi", { dir: "ltr" }, `${decimal(low)} – ${decimal(high)}`)),
    make("td", {}, inWords(chance)),
    ...[decimal(rawMean), number(otherRank), number(reviews), ...round.rubric.map(({ code }) => decimal(byCriterion[code]))].map((cell) => make("td", {}, cell)));
}

const tieName = (tie) => text(tie === "DRAW" ? "desk.results.tie.DRAW" : `desk.round.tie.${tie}`);

function inWords(chance) {
  const sure = chance >= SURE ? "CERTAIN" : chance >= LIKELY ? "LIKELY" : chance > 0.5 ? "RATHER" : chance > 1 - LIKELY ? "OPEN" : chance > 1 - SURE ? "UNLIKELY" : "HARDLY";
  return `${text(`desk.results.chance.${sure}`)} (${percentOf(chance)})`;
}

async function more() {
  const result = await call("GET", `${path}/ranking?${new URLSearchParams({ cursor: ranking.next })}`);
  quiet(progress);
  if (!result.ok) {
    tellAtDesk(progress, result);
    return;
  }
  const first = ranking.standings.length;
  ranking.standings.push(...result.data.standings);
  ranking.next = result.data.next;
  renderStandings();
  candidates.offer(ranking.standings);
  fillLetters();
  byId("standings").querySelectorAll("tbody button")[first]?.focus();
}

function renderJurors() {
  const { jurors, panels, bridges, fit } = ranking;
  const marked = jurors.filter(({ mean }) => mean !== null);
  byId("spreads").replaceChildren(...ranges(marked.map(({ name, pseudonym, mean, spread, constant }) =>
    ({ name: name || pseudonym, low: mean - (spread ?? 0), value: mean, high: mean + (spread ?? 0), other: fit?.mean, hollow: constant }))));
  byId("jurors").replaceChildren(headOf(["juror", "marked", "mean", "spread", "leniency"]),
    make("tbody", {}, ...jurors.map(({ name, pseudonym, reviews, mean, spread, leniency, constant }) => make("tr", {},
      make("th", { scope: "row" }, make("bdi", {}, name || pseudonym), constant ? make("ul", { class: "tags" }, make("li", { class: "warn" }, text("desk.results.constant"))) : null),
      ...[number(reviews), decimal(mean), decimal(spread), leniencyOf(leniency)].map((cell) => make("td", {}, cell))))));
  show(byId("bridges"), panels.length > 1 && bridges.length > 0);
  byId("bridge-list").replaceChildren(...bridges.map((bridge) =>
    write(make("li"), "desk.results.bridge", { juror: bridge.name, idea: bridge.title })));
}

/** By how much a juror gives more, or less, than a usual one. */
function leniencyOf(leniency) {
  if (leniency === null || leniency === undefined) return "–";
  const way = Math.abs(leniency) < 0.05 ? "usual" : leniency > 0 ? "lenient" : "severe";
  return text(`desk.results.leniency.${way}`, { by: decimal(Math.abs(leniency)) });
}

// The awards

const mayAward = () => round.phase === "CLOSED" && ranking.state === "FROZEN";

function renderAwards() {
  show(byId("awards-part"), mayAward());
  if (!mayAward() || dirty) return;
  for (const part of ["awards-hint", "f-winners", "reason-part"]) show(byId(part), isAnyRanked());
  byId("awards-hint").textContent = text("desk.results.awards.hint", { count: number(ranking.prizes) });
  candidates.fill(ranking);
  form.elements.reason.value = ranking.reason ?? "";
  for (const language of LANGUAGES) form.elements.namedItem(`statement.${language}`).value = ranking.statement?.[language] ?? "";
  form.querySelectorAll("[data-max]").forEach((field) => field.dispatchEvent(new Event("input")));
  accept(form, summary);
  dirty = false;
  show(byId("departs"), candidates.departs());
}

function changed() {
  dirty = true;
  show(byId("departs"), candidates.departs());
}

const statement = () => Object.fromEntries(LANGUAGES.map((language) => [language, form.elements.namedItem(`statement.${language}`).value.trim()]).filter(([, words]) => words));

async function keep() {
  const region = byId("kept");
  const reason = form.elements.reason.value.trim();
  const wrong = check(form);
  const twice = candidates.givenTwice();
  const skipped = candidates.skipped();
  if (twice) wrong.push({ field: "winners", message: text("desk.results.awards.twice", { prize: twice }) });
  else if (skipped) wrong.push({ field: "winners", message: text("desk.results.awards.skipped", { number: number(skipped) }) });
  if (candidates.departs() && !reason) wrong.push({ field: "reason", message: text("desk.results.awards.reason.missing") });
  quiet(region);
  if (wrong.length) {
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  const body = { version: ranking.version, statement: statement(), ...candidates.chosen(), reason: reason || null };
  const result = await call("PUT", `${path}/results`, { body });
  if (result.ok) {
    dirty = false;
    if (await reload()) announce(false, text("desk.results.kept"));
  } else if (result.data?.errors?.length) refuse(form, summary, result.data.errors.map(atItsField));
  else tellAtDesk(region, result);
}

const atItsField = ({ field, message }) => {
  const name = field.replace(/\[.*/, "");
  return { field: byId(`f-${name}`) ? name : name === "finalists" ? "winners" : "reason", message };
};

// The end

function renderEnd() {
  const closed = mayAward();
  show(byId("letters-part"), closed);
  show(byId("publish-part"), closed);
  show(byId("downloads-part"), isComputed());
  if (closed) fillLetters();
  const lacking = notYet();
  show(byId("not-yet"), lacking.length > 0).replaceChildren(...lacking.map((key) => make("li", {}, text(key))));
  byId("publish").disabled = lacking.length > 0;
  byId("downloads").replaceChildren(...FILES.map((file) => make("li", {}, fileOf(file))));
  byId("engine").textContent = ranking.engine ?? "";
  byId("seed").textContent = ranking.seed ?? "";
  byId("inputs").textContent = ranking.inputs ?? "";
}

/** A link to the file; what is large comes in several parts, which are put together. */
function fileOf(file) {
  const link = make("a", { href: `${path}/${file}`, download: true }, text(`desk.results.file.${file.replace(".", "-")}`));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    busy(link, byId("downloading"), () => take(file));
  });
  return link;
}

async function take(file) {
  const kind = file.split(".")[1];
  const result = await takeAway({ path: `${path}/${file}`, type: TYPES[kind], join: kind === "csv" ? joinLines : joinLists("reviews") });
  if (result.ok) quiet(byId("downloading"));
  else tellAtDesk(byId("downloading"), result);
}

/** What has to be there before it can be published. */
function notYet() {
  const lacking = [];
  if (REQUIRED.some((language) => !ranking.statement?.[language])) lacking.push("desk.results.notYet.statement");
  if (ranking.standings.some(({ gone }) => !gone) && !ranking.standings.some(({ place }) => place) && !ranking.reason) lacking.push("desk.results.notYet.winners");
  return lacking;
}

function fillLetters() {
  const before = byId("f-letter").value;
  const all = [...ranking.standings, ...ranking.unranked];
  byId("f-letter").replaceChildren(...all.map(({ idea, title }) => make("option", { value: idea, dir: "auto" }, title)));
  if (all.some(({ idea }) => idea === before)) byId("f-letter").value = before;
}

async function previewLetter() {
  const region = letterForm.querySelector(".status");
  const result = await call("GET", `${path}/letters?${new URLSearchParams({ idea: letterForm.elements.idea.value })}`);
  quiet(region);
  show(byId("letter"), result.ok);
  if (!result.ok) {
    tellAtDesk(region, result);
    return;
  }
  const { mailed, language, dir, subject, text: words } = result.data;
  show(byId("letter-call"), !mailed);
  for (const [part, said] of [["subject", subject], ["text", words]]) {
    const element = byId(`letter-${part}`);
    element.textContent = said;
    element.lang = language;
    element.dir = dir;
  }
  byId("letter").focus();
}

function askToPublish() {
  const region = byId("publish-status");
  quiet(region);
  if (dirty) {
    say(region, text("desk.results.unsaved"));
    return;
  }
  byId("publishing-awards").replaceChildren(
    ...listed("WINNER", "ol", ranking.winners.map((idea, i) => prizeOf(idea, round.prizes[i]))),
    ...listed("FINALIST", "ul", ranking.finalists.map((idea) => prizeOf(idea))),
    ...(ranking.winners.length ? [] : [make("p", {}, text("desk.results.publish.nobody"))]));
  quiet(publishing.querySelector(".status"));
  publishing.showModal();
  byId("publishing-title").focus();
}

const listed = (place, tag, ideas) => (ideas.length ? [make("h3", {}, text(`desk.results.publish.${place}`)), make(tag, {}, ...ideas)] : []);

/** An idea, and what it gets. */
function prizeOf(idea, prize) {
  const title = make("bdi", {}, ranking.standings.find((standing) => standing.idea === idea)?.title ?? idea);
  return make("li", {}, title, ...(prize ? [make("br"), spoken("span", prize.title, { class: "quiet" })] : []));
}

async function publish() {
  const region = publishing.querySelector(".status");
  const result = await call("POST", `${path}/publication`, { body: { version: ranking.version } });
  quiet(region);
  if (!result.ok) {
    tellAtDesk(region, result);
    return;
  }
  publishing.close();
  if (await reload()) announce(false, text("desk.results.published"));
}
