// The jury of a round before its organisers: who is in it, who reads what, and how far they are.
import { announce, arrive, read, tellAtDesk } from "./desk.js";
import { spoken } from "./said.js";
import { accept, answers, busy, byId, call, check, date, dateTimeWithZone, fromLink, list, make, number, pageOf, quiet, refuse, say, show, text, write } from "./shared.js";
import { watching } from "./watch.js";

const ASKED = ["INVITED", "ACCEPTED"];
const BEGUN = ["JUDGING", "CLOSED", "PUBLISHED"];
const ENDS = { SCREENING: "judgingOpensAt", JUDGING: "judgingClosesAt" };

const id = fromLink("id");
const path = `/api/desk/rounds/${encodeURIComponent(id)}`;
const form = byId("form");
const summary = byId("errors");
const told = byId("assignment-status");
const dialogs = { adding: byId("adding"), inviting: byId("inviting"), removing: byId("removing") };
let round;
let jury;
let chosen;
let computing = false;

const watch = watching(lookAgain);

listen();
open();

function listen() {
  byId("add").addEventListener("click", openForm);
  byId("leave").addEventListener("click", () => dialogs.adding.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    busy(byId("keep"), form.querySelector(".status"), enlist);
  });
  for (const dialog of [dialogs.inviting, dialogs.removing]) dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  byId("assign").addEventListener("click", ({ currentTarget }) => busy(currentTarget, told, assign));
  byId("invite").addEventListener("click", () => askToInvite(listed()));
  byId("invite-now").addEventListener("click", ({ currentTarget }) => busy(currentTarget, dialogs.inviting.querySelector(".status"), invite));
  byId("remove").addEventListener("click", ({ currentTarget }) => busy(currentTarget, dialogs.removing.querySelector(".status"), remove));
  byId("only-behind").addEventListener("change", renderJurors);
}

async function open() {
  if (!(await arrive())) return;
  if (!id) {
    announce(true, text("desk.round.none.title"), text("desk.round.none.text"));
    return;
  }
  byId("to-round").href = linkTo("round");
  round = await read(path);
  if (round) await reload();
}

const linkTo = (page) => `${pageOf(`/desk/${page}/`)}#${new URLSearchParams({ id })}`;

async function reload() {
  const found = await read(`${path}/jury`);
  if (found) render(found);
  return Boolean(found);
}

function render(latest) {
  jury = latest;
  computing = Boolean(jury.asked);
  renderState();
  renderCoverage();
  renderJurors();
  show(byId("jury"));
  if (computing) watch();
}

// Where it stands

/** Those who read: until the jury begins, also those who are only listed. */
const panel = () => jury.jurors.filter(({ state }) => ASKED.includes(state) || (state === "LISTED" && !BEGUN.includes(round.phase)));
const listed = () => jury.jurors.filter(({ state }) => state === "LISTED");
const mayChange = () => !["CLOSED", "PUBLISHED", "CANCELLED"].includes(round.phase);
const mayAsk = () => mayChange() && round.phase !== "DRAFT";
const titles = () => Object.fromEntries(Object.entries(round.texts).map(([language, { title }]) => [language, title]));

function renderState() {
  const { reviewsAsked, reviewsSubmitted } = jury.coverage;
  byId("subject").replaceChildren(spoken("bdi", titles()));
  byId("phase").textContent = text(`phase.${round.phase}`);
  const until = round[ENDS[round.phase]];
  byId("until").textContent = until ? text(`round.until.${round.phase}`, { date: dateTimeWithZone(until) }) : "";
  byId("accepted").textContent = text("desk.jury.of", { count: number(panel().filter(({ state }) => state === "ACCEPTED").length), total: number(panel().length) });
  byId("handed-in").textContent = text("desk.jury.of", { count: number(reviewsSubmitted), total: number(reviewsAsked) });
  byId("behind").textContent = number(jury.jurors.filter(({ behind }) => behind).length);
  const done = show(byId("done"), reviewsAsked > 0);
  done.max = Math.max(1, reviewsAsked);
  done.value = reviewsSubmitted;
  show(byId("to-results"), BEGUN.includes(round.phase)).href = linkTo("results");
}

// Who reads what

function renderCoverage() {
  const { wanting } = jury.coverage;
  byId("coverage").replaceChildren(make("ul", {}, ...sentences().map((sentence) => make("li", {}, sentence))));
  byId("coverage").classList.toggle("warn", isWanting());
  show(byId("wanting-part"), wanting.length > 0);
  byId("wanting").replaceChildren(...wanting.map(({ title, readers, allowed }) =>
    write(make("li"), allowed > readers ? "desk.jury.wanting.idea" : "desk.jury.wanting.nobody",
      { title, readers: number(readers), asked: number(jury.coverage.asked), allowed })));
  show(byId("computing"), computing);
  const button = show(byId("assign"), mayAsk() && panel().length > 0 && !computing);
  button.textContent = text(jury.assignedAt ? "desk.jury.topUp" : "desk.jury.assign");
}

const isAssigned = () => jury.coverage.reviewsAsked > 0;
const isWanting = () => isAssigned() && (jury.coverage.wantingTotal > 0 || !jury.coverage.connected || jury.coverage.unevenness > 2);

/** What the assignment comes to, as one would tell it to somebody. */
function sentences() {
  const { asked, entries, wantingTotal, connected, panels, unevenness, reviewsAsked } = jury.coverage;
  if (entries === 0) return [text("desk.jury.coverage.noIdeas")];
  if (round.phase === "DRAFT") return [text("desk.jury.coverage.draft")];
  if (!isAssigned()) return [text("desk.jury.coverage.ideas", { entries: number(entries) }), text(panel().length ? "desk.jury.coverage.notYet" : "desk.jury.coverage.noJurors")];
  const loads = panel().map(({ load }) => load);
  return [
    text("desk.jury.coverage.total", { entries: number(entries), jurors: number(panel().length), reviews: number(reviewsAsked) }),
    text(wantingTotal === 0 ? "desk.jury.coverage.enough" : "desk.jury.coverage.wanting", { asked, count: number(wantingTotal) }),
    connected ? text("desk.jury.coverage.connected") : text("desk.jury.coverage.split", { count: panels.length, groups: panels.map(groupOf).join(" · ") }),
    text(unevenness <= 2 ? "desk.jury.coverage.even" : "desk.jury.coverage.uneven", { least: number(Math.min(...loads)), most: Math.max(...loads) }),
    ...(jury.assignedAt ? [text("desk.jury.coverage.at", { date: dateTimeWithZone(jury.assignedAt) })] : []),
  ];
}

const groupOf = ({ ideas, jurors }) => text("desk.jury.coverage.group", { ideas: number(ideas), jurors: number(jurors) });

async function assign() {
  const result = await call("POST", `${path}/assignments`, { body: {} });
  quiet(told);
  if (!result.ok) {
    tellAtDesk(told, result);
    return;
  }
  computing = true;
  renderCoverage();
  say(told, text("desk.jury.computing"));
  watch();
}

/** Whether there is something to wait for still. */
async function lookAgain() {
  const result = await call("GET", `${path}/jury`);
  if (result.status === 401) {
    tellAtDesk(told, result);
    return false;
  }
  if (!result.ok) return true;
  render(result.data);
  if (computing) return true;
  say(told, text("desk.jury.assigned"));
  return false;
}

// Who is in it

function renderJurors() {
  const only = byId("only-behind").checked;
  const late = jury.jurors.filter(({ behind }) => behind);
  const gone = jury.jurors.filter(({ state }) => !ASKED.includes(state));
  show(byId("only-behind-part"), late.length > 0);
  show(byId("no-jurors"), panel().length === 0);
  byId("jurors").replaceChildren(...panel().filter(({ behind }) => behind || !only || late.length === 0).map(jurorOf));
  show(byId("gone-part"), gone.length > 0);
  byId("gone-title").textContent = text("desk.jury.gone", { count: number(gone.length) });
  byId("gone").replaceChildren(...gone.map(jurorOf));
  show(byId("add"), mayChange());
  show(byId("invite"), mayAsk() && listed().length > 0).textContent = text("desk.jury.invite.all", { count: number(listed().length) });
}

/** Who judged long ago is known no more. */
function jurorOf(juror) {
  const { state, email, organisation, load, submitted, drafts, behind, changedAt } = juror;
  const name = juror.name || text("desk.jury.forgotten");
  const inJury = ASKED.includes(state);
  const conflicts = juror.conflictsTotal;
  const work = inJury
    ? [text("desk.jury.load", { load: number(load) }), text("desk.jury.submitted", { count: number(submitted) }), drafts > 0 ? text("desk.jury.drafts", { count: number(drafts) }) : null]
    : submitted > 0 ? [text("desk.jury.submitted", { count: number(submitted) })] : [];
  return make("li", { class: "person", "data-juror": juror.id },
    make("h3", {}, make("bdi", {}, name)),
    make("ul", { class: "tags" },
      make("li", { class: state === "ACCEPTED" ? "done" : state === "DECLINED" || state === "LEFT" ? "late" : null }, text(`juror.state.${state}`)),
      behind ? make("li", { class: "warn" }, text("desk.jury.isBehind")) : null),
    make("p", {}, make("bdi", { dir: "ltr" }, email ?? ""), organisation ? make("br") : null, organisation ? make("bdi", {}, organisation) : null),
    make("p", { class: "quiet" }, [
      text("desk.jury.since", { date: date(changedAt) }),
      ...work.filter(Boolean),
      state === "ACCEPTED" ? text("desk.jury.reads", { languages: languagesOf(juror.reads) }) : null,
      conflicts > 0 ? text("desk.jury.conflicts", { count: number(conflicts) }) : null,
    ].filter(Boolean).join(" · ")),
    mayChange() && inJury ? make("p", { class: "actions" },
      mayAsk() && state !== "ACCEPTED" ? action("second", state === "LISTED" ? "desk.jury.invite.one" : "desk.jury.invite.again", juror, () => askToInvite([juror])) : null,
      mayAsk() && state === "ACCEPTED" ? action("second", "desk.jury.invite.link", juror, () => askToInvite([juror])) : null,
      action("danger", "desk.jury.remove", juror, () => askToRemove(juror))) : null);
}

const languagesOf = (reads) => list(reads.map((tag) => text(`language.${tag.toLowerCase()}`)));

/** Of several buttons with the same words each names its juror. */
function action(kind, words, { name }, work) {
  const button = make("button", { class: `button ${kind}`, type: "button", "aria-label": `${text(words)} · ${name}` }, text(words));
  button.addEventListener("click", work);
  return button;
}

function openForm() {
  form.reset();
  accept(form, summary);
  quiet(form.querySelector(".status"));
  dialogs.adding.showModal();
  byId("adding-title").focus();
}

async function enlist() {
  const region = form.querySelector(".status");
  const wrong = check(form);
  if (wrong.length) {
    quiet(region);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  const body = answers(form);
  const result = await call("POST", `${path}/jurors`, { body });
  quiet(region);
  if (result.ok) {
    dialogs.adding.close();
    if (await reload()) announce(false, write(make("p"), "desk.jury.added", { name: body.name }));
  } else if (result.data?.errors?.length) refuse(form, summary, result.data.errors);
  else tellAtDesk(region, result);
}

/** Before mail goes out, it is said again what each of them would be asked to read. */
function askToInvite(jurors) {
  chosen = jurors;
  const again = jurors.length === 1 && jurors[0].state !== "LISTED";
  if (jurors.length === 1) write(byId("inviting-title"), again ? "desk.jury.invite.again.title" : "desk.jury.invite.one.title", { name: jurors[0].name });
  else byId("inviting-title").textContent = text("desk.jury.invite.all", { count: number(jurors.length) });
  byId("inviting-text").textContent = text(again ? "desk.jury.invite.again.text" : "desk.jury.invite.text");
  byId("inviting-coverage").replaceChildren(...(again ? [] : [make("ul", {}, ...sentences().map((sentence) => make("li", {}, sentence)))]));
  byId("inviting-coverage").className = isWanting() && !again ? "notice warn" : again ? "" : "notice";
  quiet(dialogs.inviting.querySelector(".status"));
  dialogs.inviting.showModal();
  byId("inviting-title").focus();
}

async function invite() {
  const region = dialogs.inviting.querySelector(".status");
  const result = await call("POST", `${path}/invitations`, { body: { jurors: chosen.map((juror) => juror.id) } });
  quiet(region);
  if (!result.ok) {
    tellAtDesk(region, result);
    return;
  }
  dialogs.inviting.close();
  render(result.data);
  announce(false, chosen.length === 1 ? write(make("p"), "desk.jury.invited.one", { name: chosen[0].name }) : text("desk.jury.invited.many", { count: number(chosen.length) }));
}

function askToRemove(juror) {
  chosen = juror;
  write(byId("removing-title"), "desk.jury.remove.title", { name: juror.name });
  byId("removing-text").textContent = text(juror.state === "LISTED" ? "desk.jury.remove.listed" : "desk.jury.remove.text");
  quiet(dialogs.removing.querySelector(".status"));
  dialogs.removing.showModal();
  byId("removing-title").focus();
}

async function remove() {
  const region = dialogs.removing.querySelector(".status");
  const result = await call("DELETE", `${path}/jurors/${encodeURIComponent(chosen.id)}`);
  quiet(region);
  if (!result.ok) {
    tellAtDesk(region, result);
    return;
  }
  dialogs.removing.close();
  if (await reload()) announce(false, write(make("p"), "desk.jury.removed", { name: chosen.name }));
}
