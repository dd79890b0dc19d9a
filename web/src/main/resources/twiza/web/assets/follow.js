import { needsOfProvince } from "./answering.js";
import { decimal, spoken } from "./said.js";
import { sheetOf } from "./sheet.js";
import { accept, answers, busy, byId, call, check, communesOfProvince, countCharacters, dateTimeWithZone, fromLink, historyOf, make, pageOf, quiet, refuse, say, show, tell, text, write } from "./shared.js";
import { openUptake } from "./uptake.js";

const token = fromLink("token");
const status = byId("status");
const form = byId("form");
const contactForm = byId("contact-form");
const dialogs = { withdraw: byId("withdraw-dialog"), leave: byId("leave-dialog"), erase: byId("erase-dialog") };
let idea;
let leaving;

countCharacters(form);
const narrowCommunes = communesOfProvince(form);
const chooseNeed = needsOfProvince(form);
listen();
if (token) open().then(tellMore);
else lost(text("js.noToken.title"), text("js.noToken.text"));

function listen() {
  form.addEventListener("submit", submitting(form, correct));
  contactForm.addEventListener("submit", submitting(contactForm, changeContact));
  byId("fix").addEventListener("click", () => {
    byId("correct-details").open = true;
    form.elements.namedItem(mayAnswer() ? "message" : "title").focus();
  });
  byId("withdraw").addEventListener("click", () => dialogs.withdraw.showModal());
  byId("erase").addEventListener("click", () => dialogs.erase.showModal());
  dialogs.withdraw.addEventListener("submit", (event) => event.submitter.value === "withdraw" && end(""));
  dialogs.leave.addEventListener("submit", (event) => event.submitter.value === "leave" && leave(leaving));
  dialogs.erase.addEventListener("submit", (event) => event.submitter.value === "erase" && erase());
}

function submitting(target, work) {
  const region = target.querySelector(".status");
  return (event) => {
    event.preventDefault();
    busy(target.querySelector("[type=submit]"), region, () => work(region));
  };
}

async function open() {
  say(status, text("follow.loading"));
  const result = await call("GET", "/api/my/idea", { token });
  if (result.ok) {
    say(status, "");
    render(result.data);
    openUptake(result.data.state);
  } else {
    show(byId("get-link"), result.status === 401 || result.status === 404);
    tell(status, result, { again: result.status === 0 || result.status >= 500 ? open : null });
  }
}

/** Whoever comes from the receipt to add details finds the questions open. */
function tellMore() {
  if (!fromLink("more") || !idea?.allowed.includes("CORRECT")) return;
  for (const part of ["correct-details", "details"]) byId(part).open = true;
  form.elements.namedItem("intention")[0].focus();
}

function lost(...lines) {
  status.classList.add("wrong");
  status.replaceChildren(...lines.map((line) => make("div", {}, line)));
  show(byId("get-link"));
}

function render(latest) {
  idea = latest;
  const may = (what) => idea.allowed.includes(what);
  renderState();
  renderRevisions();
  renderRounds();
  historyOf(idea.history, byId("history"));
  show(byId("correct"), may("CORRECT"));
  if (may("CORRECT")) fillForm();
  renderCorrecting();
  show(byId("fix"), may("CORRECT") && (idea.state === "CHANGES_REQUESTED" || mayAnswer()));
  renderContact(may("CHANGE_CONTACT"));
  show(byId("withdraw-part"), may("WITHDRAW"));
  show(byId("erase-part"), may("ERASE"));
  show(byId("end"), may("WITHDRAW") || may("ERASE"));
  show(byId("leave-choice"), idea.state === "PUBLISHED");
  show(byId("idea"));
}

function renderState() {
  byId("subject").textContent = newestFirst()[0].sheet.title;
  byId("state").textContent = text(`state.${idea.state}`);
  byId("state-text").textContent = text(`state.${idea.state}.text`);
  show(byId("proposed"), idea.state === "PUBLISHED" && idea.revisions.some(({ standing }) => standing === "PROPOSED"));
  write(byId("tracking"), "follow.code", { code: idea.trackingCode });
  const asked = [...idea.history].sort((one, other) => (one.at < other.at ? 1 : -1)).find(({ reason }) => reason);
  const waits = ["CHANGES_REQUESTED", "REJECTED", "UNPUBLISHED"].includes(idea.state);
  show(byId("reason"), Boolean(asked) && waits).querySelector("p").textContent = asked?.reason ?? "";
  const page = show(byId("public"), Boolean(idea.publicUrl));
  if (idea.publicUrl) page.href = idea.publicUrl;
  byId("receipt").href = `${pageOf("/receipt/")}#${new URLSearchParams({ token })}`;
  show(byId("again"), idea.state === "EXPIRED");
}

/** A rejection is answered once: in words, by correcting the text, or by both. */
const mayAnswer = () => idea.allowed.includes("ANSWER");

function renderCorrecting() {
  const way = mayAnswer() ? "answer" : "correct";
  for (const part of ["title", "text", "open", "button"]) byId(`correct-${part}`).textContent = text(`follow.${way}.${part}`);
  byId("fix").textContent = text(`follow.${way}.open`);
  show(byId("answer"), mayAnswer());
}

const newestFirst = () => [...idea.revisions].sort((one, other) => other.number - one.number);

function renderRevisions() {
  byId("revisions").replaceChildren(...newestFirst().map(({ number, standing, sheet }, i) => {
    const about = make("summary", {}, text("follow.revision", { number }), " · ", text(`follow.standing.${standing}`));
    return make("details", { open: i === 0 }, about, sheetOf(sheet));
  }));
}

/** The rounds that the idea is in, and those that it may enter. */
function renderRounds() {
  const taken = idea.rounds ?? [];
  const open = (idea.openRounds ?? []).filter(({ id }) => !taken.some((round) => round.id === id && round.standing !== "OUT"));
  byId("rounds").replaceChildren(...taken.map(roundOf), ...open.map(openRoundOf));
  show(byId("rounds-part"), taken.length + open.length > 0);
}

const titleOfRound = ({ id, title }) => make("h3", {}, make("a", { href: pageOf(`/rounds/${id}/`) }, make("bdi", {}, title)));

function roundOf(round) {
  return make("li", { class: "person" }, titleOfRound(round), round.results ? resultsOf(round) : make("p", {}, text(`follow.rounds.standing.${round.standing}`)),
    round.canLeave ? make("p", { class: "actions" }, action("button second", "follow.rounds.leave", round.title, () => {
      leaving = round.id;
      dialogs.leave.showModal();
    })) : null);
}

/** What the jury gave the idea: to its author alone. */
function resultsOf({ id, title, results }) {
  const { place, reviews, comments } = results;
  return make("section", { class: "own-results" },
    make("h4", {}, text("follow.results.title")),
    make("p", {}, make("strong", {}, text(`follow.results.${place ?? "none"}`))),
    reviews > 0 ? marksOf(results) : make("p", { class: "quiet" }, text("follow.results.unread")),
    comments.length > 0 ? make("h5", {}, text("follow.results.comments")) : null,
    ...comments.map((comment) => make("blockquote", {}, make("p", { dir: "auto" }, comment))),
    place === "WINNER" ? namingOf(id, title, results.naming) : null,
    make("p", {}, make("a", { class: "alone", href: pageOf(`/rounds/${id}/results/`) }, text("follow.results.page"))));
}

function marksOf({ byCriterion, rawMean, score, reviews }) {
  const row = (name, mark) => make("tr", {}, name, make("td", {}, decimal(mark)));
  const named = (key) => make("th", { scope: "row" }, text(key));
  return make("div", {},
    make("p", { class: "quiet" }, text("follow.results.reviews", { count: reviews })),
    make("table", { class: "figures" },
      make("caption", { class: "quiet" }, text("follow.results.marks")),
      make("thead", {}, make("tr", {}, ...["criterion", "mean"].map((key) => make("th", { scope: "col" }, text(`follow.results.${key}`))))),
      make("tbody", {}, ...byCriterion.map(({ title: words, mean }) => row(spoken("th", words, { scope: "row" }), mean)),
        row(named("follow.results.whole"), rawMean), row(named("follow.results.score"), score))));
}

/** Winners say themselves whether their name stands on the page of results. */
function namingOf(roundId, title, naming) {
  const region = make("div", { class: "status", role: "status", "aria-live": "polite" });
  const ask = (named) => action(named ? "button" : "button second", `follow.results.naming.${named ? "yes" : "no"}`, title,
    (button) => busy(button, region, () => sayNaming(roundId, named, region)));
  return make("div", { class: "notice" },
    make("h5", {}, text("follow.results.naming")),
    naming === null ? null : make("p", {}, text(`follow.results.naming.${naming}`)),
    make("p", { class: "quiet" }, text("follow.results.naming.hint")),
    make("p", { class: "actions" }, naming === true ? null : ask(true), naming === false ? null : ask(false)), region);
}

async function sayNaming(roundId, named, region) {
  const result = await call("PUT", `/api/my/results/${encodeURIComponent(roundId)}`, { token, body: { named } });
  if (result.ok) {
    await open();
    announce(text(`follow.results.naming.${named}`));
  } else tell(region, result);
}

function openRoundOf(round) {
  const until = round.needsLateCode ? ["follow.rounds.late", round.judgingOpensAt] : ["follow.rounds.until", round.submissionsCloseAt];
  return make("li", { class: "person" }, titleOfRound(round),
    make("p", {}, text(until[0], { date: dateTimeWithZone(until[1]) })),
    round.needsLateCode ? lateCodeOf(round) : null,
    make("p", { class: "actions" }, action("button", "follow.rounds.enter", round.title, (button) => busy(button, status, () => enterRound(round)))));
}

function lateCodeOf({ id }) {
  const name = `late-${id}`;
  return make("div", { class: "field" }, make("label", { for: name }, text("field.lateCode.label")),
    make("p", { class: "hint", id: `h-${name}` }, text("field.lateCode.hint")), make("p", { class: "error", id: `e-${name}`, hidden: true }),
    make("input", { id: name, dir: "ltr", autocomplete: "off", "aria-describedby": `e-${name} h-${name}` }));
}

/** Of several buttons with the same words each names its round. */
function action(kind, words, title, work) {
  const button = make("button", { class: kind, type: "button", "aria-label": `${text(words)} · ${title}` }, text(words));
  button.addEventListener("click", () => work(button));
  return button;
}

async function enterRound({ id, needsLateCode }) {
  const lateCode = needsLateCode ? byId(`late-${id}`).value.trim() : undefined;
  const wrong = lateCode === "" ? text("error.field.REQUIRED") : null;
  const result = wrong ? null : await call("POST", "/api/my/entries", { token, body: { roundId: id, lateCode } });
  const refused = wrong ?? result.data?.errors?.find(({ field }) => field === "lateCode")?.message;
  if (refused && needsLateCode) refuseCode(id, refused);
  else await changed(result, "follow.rounds.entered");
}

function refuseCode(id, message) {
  quiet(status);
  show(byId(`e-late-${id}`)).textContent = message;
  const field = byId(`late-${id}`);
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

async function leave(roundId) {
  say(status, text("js.sending"));
  await changed(await call("DELETE", `/api/my/entries/${encodeURIComponent(roundId)}`, { token }), "follow.rounds.left");
}

async function changed(result, done) {
  if (result.ok) {
    await open();
    announce(text(done));
  } else {
    tell(status, result);
    status.focus();
  }
}

function renderContact(mayChange) {
  const { email, phone, pendingEmail } = idea.author;
  write(byId("contact-now"), "follow.contact.now", { address: email ?? phone ?? "" });
  write(byId("contact-pending"), "follow.contact.pending", { address: pendingEmail ?? "" });
  show(byId("contact-pending"), Boolean(pendingEmail));
  show(byId("contact"), mayChange);
}

function fillForm() {
  const values = { ...newestFirst()[0].sheet, showName: idea.author.showName, fullSheetPublic: idea.author.fullSheetPublic };
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = values[field.name] ?? "";
    if (field.type === "radio") field.checked = field.value === String(value);
    else if (field.type === "checkbox") field.checked = value === true;
    else field.value = String(value);
  }
  chooseNeed(values.answersNeed ?? "");
  narrowCommunes();
  form.querySelectorAll("[data-max]").forEach((field) => field.dispatchEvent(new Event("input")));
}

async function correct(region) {
  const summary = byId("errors");
  const wrong = check(form);
  if (wrong.length) {
    quiet(region);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  const body = { ...answers(form), basedOn: newestFirst()[0].number };
  const answering = mayAnswer();
  const result = await call("PUT", "/api/my/idea", { token, body });
  if (result.ok && answering && result.data.state === "REJECTED") {
    quiet(region);
    refuse(form, summary, [{ field: "message", message: text("follow.answer.nothing") }]);
  } else if (result.ok) {
    quiet(region);
    byId("correct-details").open = false;
    render(result.data);
    announce(text(answering ? "follow.answer.done" : "follow.correct.done"));
  } else if (result.data?.errors?.length) {
    quiet(region);
    refuse(form, summary, result.data.errors);
  } else tell(region, result);
}

async function changeContact(region) {
  const { "author.email": email, "author.phone": phone } = answers(contactForm);
  const refused = byId("e-contact");
  show(refused, false);
  if (Boolean(email) === Boolean(phone)) {
    quiet(region);
    show(refused).textContent = text("error.field.ONE_CONTACT");
    return;
  }
  const result = await call("PUT", "/api/my/contact", { token, body: email ? { email } : { phone } });
  if (result.ok) {
    contactForm.reset();
    await open();
    if (result.status === 202) write(status, "follow.contact.sent", { address: email ?? phone });
    else say(status, text("follow.contact.done"));
    status.focus();
    quiet(region);
  } else if (result.data?.errors?.length) {
    quiet(region);
    show(refused).textContent = result.data.errors[0].message;
  } else tell(region, result);
}

async function end(query) {
  say(status, text("js.sending"));
  const result = await call("DELETE", `/api/my/idea${query}`, { token });
  if (!result.ok) {
    tell(status, result);
    status.focus();
  } else if (result.data.erased || query) {
    erased();
  } else {
    await open();
    announce(text("follow.withdraw.done"));
  }
}

function erase() {
  const leave = dialogs.erase.querySelector("[name=what]:checked").value === "leave" && idea.state === "PUBLISHED";
  end(leave ? "?erase=true&leave=true" : "?erase=true");
}

function erased() {
  say(status, "");
  show(byId("idea"), false);
  show(byId("erased")).querySelector("h2").focus();
}

function announce(message) {
  say(status, message);
  status.focus();
}
