// A juror's own page: the invitation, then the ideas to read, one at a time.
import { countdown } from "./countdown.js";
import { outboxOf } from "./outbox.js";
import { paperOf } from "./paper.js";
import { spoken } from "./said.js";
import { answers, busy, byId, call, check, dateTimeWithZone, fromLink, make, nameOf, now, number, quiet, refuse, say, show, tell, text, write } from "./shared.js";

const KINDS = ["OWN_IDEA", "SAME_ORGANISATION", "PERSONAL", "DECLARED"];
const VIEWS = ["expired", "gone", "invitation", "ballot", "idea"];
const MOVED = ["NOT_JUDGING", "JURY_OVER", "NOT_ASSIGNED"];
const LONGEST_WAIT = 2 ** 31 - 1;
const CLOCKS_APART = 5_000;

const token = fromLink("token");
const status = byId("status");
const answerForm = byId("answer");
const recusing = byId("recusing");
const recusal = byId("recusal");
let ballot;
let outbox;
let paper;
let chosen;
let alarm;

listen();
if (token) open();
else announce(true, text("js.noToken.title"), text("js.noToken.text"));

function listen() {
  byId("fresh").addEventListener("click", ({ currentTarget }) => busy(currentTarget, byId("fresh-status"), askForLink));
  answerForm.addEventListener("change", ({ target }) => target.name === "accept" && show(byId("accepting"), target.value === "true"));
  answerForm.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(answerForm.querySelector("[type=submit]"), answerForm.querySelector(".status"), reply);
  });
  byId("begin").addEventListener("click", () => go(nextToDo("")));
  byId("back").addEventListener("click", () => go(""));
  byId("recuse").addEventListener("click", () => askToRecuse(ballot.ideas.find(({ id }) => id === place())));
  byId("stay").addEventListener("click", () => recusing.close());
  recusal.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(recusal.querySelector("[type=submit]"), recusal.querySelector(".status"), recuse);
  });
  byId("leave").addEventListener("click", () => byId("leaving").showModal());
  byId("leaving").addEventListener("submit", ({ submitter }) => submitter.value === "leave" && busy(byId("leave"), status, leave));
  addEventListener("popstate", () => ballot && render());
  addEventListener("online", sendKept);
}

async function open() {
  say(status, text("js.loading"));
  const result = await call("GET", "/api/jury/ballot", { token });
  quiet(status);
  if (result.ok) enter(result.data);
  else refused(status, result, { again: result.status === 0 || result.status >= 500 ? open : null });
}

function enter(latest) {
  ballot = latest;
  outbox ??= outboxOf({ token, owner: `${ballot.round.id}.${ballot.juror.id}`, told });
  paper ??= paperOf({ token, outbox, refused, go, nextToDo, announce });
  byId("round-title").replaceChildren(spoken("bdi", titles(ballot.round)));
  if (!isOver()) openWhenItTurns();
  sendKept();
  render();
}

const titles = ({ texts }) => Object.fromEntries(Object.entries(texts).map(([language, { title }]) => [language, title]));

/** What went wrong, in the view that has a way out of it where there is one. */
async function refused(region, result, options) {
  const code = result.data?.code;
  if (code === "EXPIRED") view("expired");
  else if (code === "NOT_IN_JURY") bidFarewell("jury.gone");
  else if (MOVED.includes(code)) {
    if (recusing.open) recusing.close();
    await open();
    tell(status, result);
    status.focus();
  } else tell(region, result, options);
}

async function askForLink() {
  const result = await call("POST", "/api/jury/link", { token });
  const region = byId("fresh-status");
  if (result.ok) say(region, text("jury.expired.sent"));
  else tell(region, result);
}

function announce(wrong, ...lines) {
  status.classList.toggle("wrong", wrong);
  status.replaceChildren(...lines.map((line) => (typeof line === "string" ? make("div", {}, line) : line)));
  status.focus();
}

// What is shown

const view = (name) => VIEWS.forEach((one) => show(byId(one), one === name));

/** The idea that is open; the address says it only to whoever comes by it. */
const place = () => (history.state ? history.state.idea : fromLink("idea"));

function go(idea) {
  history.pushState({ idea }, "", location.href);
  quiet(status);
  render();
  byId(idea ? "subject" : "ballot-title").focus();
}

const isJudging = () => ballot.round.phase === "JUDGING";
const isOver = () => ["CLOSED", "PUBLISHED"].includes(ballot.round.phase);

function render() {
  const accepted = ballot.juror.state === "ACCEPTED";
  const idea = ballot.ideas.find(({ id, state }) => id === place() && state !== "RECUSED");
  if (ballot.round.phase === "CANCELLED") bidFarewell("jury.cancelled");
  else if (!accepted && isOver()) bidFarewell("jury.over");
  else if (!accepted) renderInvitation();
  else if (idea && (isJudging() || isOver())) {
    view("idea");
    paper.open(ballot, idea);
  } else renderBallot();
}

function bidFarewell(key) {
  view("gone");
  byId("gone-title").textContent = text(`${key}.title`);
  byId("gone-text").textContent = text(`${key}.text`);
}

// The invitation

function renderInvitation() {
  const { round, juror, ideas } = ballot;
  byId("invitation-opens").textContent = dateTimeWithZone(round.judgingOpensAt);
  byId("invitation-closes").textContent = dateTimeWithZone(round.judgingClosesAt);
  byId("invitation-ideas").textContent = number(ballot.total);
  show(byId("invitation-ideas-part"), ballot.total > 0);
  byId("f-organisation").value = juror.organisation;
  byId("conflicts").replaceChildren(...ideas.map(linkOf));
  show(byId("f-conflicts"), ideas.length > 0);
  view("invitation");
}

/** An idea, and what ties the juror to it: nothing, unless they say so. */
function linkOf({ id, title }) {
  const field = make("select", { id: `conflict-${id}`, "data-idea": id, autocomplete: "off" },
    make("option", { value: "" }, text("jury.answer.conflicts.none")),
    ...KINDS.map((kind) => make("option", { value: kind }, text(`conflict.${kind}`))));
  return make("li", {}, make("label", { for: field.id }, make("bdi", {}, title)), field);
}

async function reply() {
  const region = answerForm.querySelector(".status");
  const summary = byId("answer-errors");
  const accept = answerForm.elements.accept.value;
  const reads = [...answerForm.elements.reads].filter(({ checked }) => checked).map(({ value }) => value);
  const wrong = check(answerForm);
  if (!accept) wrong.push({ field: "accept", message: text("jury.answer.choose") });
  if (accept === "true" && reads.length === 0) wrong.push({ field: "reads", message: text("jury.answer.reads.choose") });
  quiet(region);
  if (wrong.length) {
    refuse(answerForm, summary, wrong);
    return;
  }
  const conflicts = [...byId("conflicts").querySelectorAll("select")].filter(({ value }) => value)
    .map(({ dataset, value }) => ({ idea: dataset.idea, kind: value }));
  const { organisation = "" } = answers(answerForm);
  const body = accept === "true" ? { accept: true, organisation, reads, conflicts } : { accept: false };
  const result = await call("POST", "/api/jury/answer", { token, body });
  if (result.ok && body.accept) {
    enter(result.data);
    announce(false, text("jury.answer.accepted"));
  } else if (result.ok) sayGoodbye();
  else if (result.data?.errors?.length) refuse(answerForm, summary, result.data.errors.map(({ field, message }) => ({ field: field.replace(/[.[].*/, ""), message })));
  else refused(region, result);
}

function sayGoodbye() {
  bidFarewell("jury.declined");
  byId("gone-title").focus();
}

async function leave() {
  const result = await call("POST", "/api/jury/answer", { token, body: { accept: false } });
  quiet(status);
  if (result.ok) sayGoodbye();
  else refused(status, result);
}

// The list

const left = () => ballot.ideas.filter(({ state }) => state === "UNMARKED" || state === "DRAFT").length;
const counted = () => ballot.ideas.filter(({ state }) => state !== "RECUSED").length;

function renderBallot() {
  const { round, ideas } = ballot;
  const stage = isOver() ? "over" : !isJudging() ? "waiting" : counted() > 0 && left() === 0 ? "done" : "judging";
  byId("ballot-title").textContent = text(stage === "judging" ? "jury.ballot.left" : `jury.ballot.${stage}`, { left: left(), total: counted() });
  byId("ballot-lead").textContent = text(`jury.ballot.${stage}.text`, { date: dateTimeWithZone(round.judgingClosesAt) });
  renderTime(stage);
  const progress = show(byId("ballot-progress"), isJudging() && counted() > 0);
  progress.max = Math.max(1, counted());
  progress.value = counted() - left();
  show(byId("begin"), stage === "judging" && left() > 0).textContent = text(left() < counted() ? "jury.ballot.on" : "jury.ballot.begin");
  show(byId("no-ideas"), ideas.length === 0);
  byId("ideas").replaceChildren(...ideas.map(cardOf));
  show(byId("leaving-part"), !isOver());
  view("ballot");
}

function renderTime(stage) {
  const until = stage === "waiting" ? ballot.round.judgingOpensAt : ballot.round.judgingClosesAt;
  for (const part of ["until", "countdown"]) show(byId(`ballot-${part}`), stage !== "over");
  byId("ballot-until").textContent = text(stage === "waiting" ? "round.until.SCREENING" : "round.until.JUDGING", { date: dateTimeWithZone(until) });
  if (stage === "over") return;
  show(byId("ballot"));
  countdown(byId("ballot-countdown"), until);
}

/** Whoever is before the page when judging opens or closes need not reload it. */
function openWhenItTurns() {
  const left = Date.parse(isJudging() ? ballot.round.judgingClosesAt : ballot.round.judgingOpensAt) - now();
  const wait = Math.max(CLOCKS_APART, left + 1_000);
  clearTimeout(alarm);
  if (wait <= LONGEST_WAIT && (left > 0 || !isJudging())) alarm = setTimeout(open, wait);
}

function cardOf({ id, title, province, sector, state }) {
  const mayOpen = (isJudging() || isOver()) && state !== "RECUSED";
  const words = make("bdi", {}, title);
  const link = make("a", { href: `#${new URLSearchParams({ token, idea: id })}` }, words);
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(id);
  });
  const tie = make("button", { class: "button second", type: "button", "aria-label": `${text("jury.recuse.open")} · ${title}` }, text("jury.recuse.open"));
  tie.addEventListener("click", () => askToRecuse({ id, title }));
  return make("li", { class: "card" },
    make("h4", {}, mayOpen ? link : words),
    make("ul", { class: "tags" },
      isJudging() || isOver() || state === "RECUSED" ? make("li", { class: state === "DRAFT" ? "warn" : state === "SUBMITTED" ? "done" : null }, text(`jury.state.${state}`)) : null,
      outbox.pending(id) ? make("li", { class: "warn" }, text("jury.state.here")) : null),
    make("p", { class: "quiet" }, [sector, province].filter(Boolean).map(nameOf).join(" · ")),
    isJudging() || isOver() || state === "RECUSED" ? null : make("p", { class: "actions" }, tie));
}

/** The next idea without marks after one, or the first there is; nothing when all is done. */
function nextToDo(after) {
  const at = ballot.ideas.findIndex(({ id }) => id === after);
  const ideas = [...ballot.ideas.slice(at + 1), ...ballot.ideas.slice(0, at + 1)];
  return ideas.find(({ id, state }) => id !== after && (state === "UNMARKED" || state === "DRAFT"))?.id ?? "";
}

// Conflicts

function askToRecuse(idea) {
  chosen = idea;
  byId("recusing-idea").replaceChildren(make("bdi", {}, idea.title));
  recusal.reset();
  show(byId("e-kind"), false);
  quiet(recusal.querySelector(".status"));
  recusing.showModal();
  byId("recusing-title").focus();
}

async function recuse() {
  const region = recusal.querySelector(".status");
  const kind = recusal.elements.kind.value;
  quiet(region);
  show(byId("e-kind"), !kind).textContent = kind ? "" : text("jury.recuse.choose");
  if (!kind) {
    recusal.elements.kind[0].focus();
    return;
  }
  const result = await call("POST", `/api/jury/recusals/${encodeURIComponent(chosen.id)}`, { token, body: { kind } });
  if (!result.ok) {
    refused(region, result);
    return;
  }
  outbox.drop(chosen.id);
  recusing.close();
  if (place()) history.pushState({ idea: "" }, "", location.href);
  enter(result.data);
  announce(false, write(make("p"), "jury.recuse.done", { title: chosen.title }));
}

// What is on its way

/** What was left behind when the line dropped, of ideas that are not open too. */
function sendKept() {
  if (ballot && isJudging()) ballot.ideas.forEach(({ id, state }) => state !== "RECUSED" && outbox.send(id));
}

function told(id, what, more) {
  const line = ballot.ideas.find((idea) => idea.id === id);
  if (line && what === "sent") line.state = more.submitted ? "SUBMITTED" : "DRAFT";
  if (id === place()) paper.told(what, more);
  else if (!place() && what === "sent") render();
}
