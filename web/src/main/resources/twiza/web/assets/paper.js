// One idea before a juror: what its author wrote, and the marks and words that the juror gives it.
import { same } from "./outbox.js";
import { best, percent, spoken } from "./said.js";
import { sheetOf, titlesOf } from "./sheet.js";
import { accept, byId, call, check, countCharacters, dateTime, make, nameOf, quiet, refuse, say, show, text } from "./shared.js";

const MARKS = [1, 2, 3, 4, 5];
/** Of the standard rubric: the fit with the territory. */
const TERRITORY = "TERRITORY";
const DIGITS = "12345١٢٣٤٥";

/**
 * @param refused says what went wrong; go(idea) opens another one, or the list; nextToDo(after) names it; announce says what was done
 */
export function paperOf({ token, outbox, refused, go, nextToDo, announce }) {
  const form = byId("paper");
  const status = byId("paper-status");
  const kept = byId("kept");
  let ballot;
  let idea;
  /** What the server has. */
  let paper;

  countCharacters(form);
  form.addEventListener("input", () => put(false));
  form.addEventListener("keydown", markByKey);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  byId("reopen").addEventListener("click", reopen);
  byId("to-marks").addEventListener("click", () => byId("marks-title").focus());
  byId("previous").addEventListener("click", () => go(beside(-1)));
  byId("next").addEventListener("click", () => go(beside(1)));
  byId("keep-mine").addEventListener("click", keepMine);
  byId("take-other").addEventListener("click", takeOther);

  async function open(latest, chosen) {
    ballot = latest;
    idea = chosen;
    renderPlace();
    for (const part of ["elsewhere", "errors", "others", "author"]) show(byId(part), false);
    for (const part of ["sheet", "others-marks", "others-notes"]) byId(part).replaceChildren();
    show(form, false);
    show(byId("recuse"), ballot.round.phase === "JUDGING");
    quiet(status);
    await load();
  }

  async function load() {
    const asked = idea.id;
    say(byId("status"), text("js.loading"));
    const result = await call("GET", `/api/jury/ideas/${encodeURIComponent(asked)}`, { token });
    if (asked !== idea.id) return;
    quiet(byId("status"));
    if (!result.ok) {
      refused(byId("status"), result, { again: result.status === 0 || result.status >= 500 ? load : null });
      return;
    }
    renderIdea(result.data);
    takeUp(result.data);
  }

  // The idea

  const judged = () => ballot.ideas.filter(({ state }) => state !== "RECUSED");
  const beside = (step) => judged()[judged().findIndex(({ id }) => id === idea.id) + step]?.id ?? "";

  function renderPlace() {
    const at = judged().findIndex(({ id }) => id === idea.id);
    byId("position").textContent = text("jury.idea.position", { number: at + 1, total: judged().length });
    byId("subject").replaceChildren(make("bdi", {}, idea.title));
    show(byId("previous"), at > 0);
    show(byId("next"), at < judged().length - 1);
  }

  function renderIdea({ sheet, author, needs }) {
    byId("sheet").replaceChildren(sheetOf(sheet));
    const parts = author ? [make("bdi", {}, make("strong", {}, author.name)), ` · ${text(`kind.${author.kind}`)}`] : [];
    show(byId("author"), Boolean(author)).replaceChildren(...parts);
    byId("criteria").replaceChildren(...ballot.round.rubric.map(criterionOf));
    if (needs.length > 0) (byId(`f-marks.${TERRITORY}`)?.querySelector(".error") ?? byId("criteria").lastElementChild).after(needsOf(needs, sheet));
    show(form);
  }

  /** Beside the fit with the territory; at the end where a rubric asks for no such thing. */
  function needsOf(needs, { answersNeed, province }) {
    return make("div", { class: "notice needs" },
      make("h4", {}, text("jury.marks.needs")),
      make("ul", {}, ...needs.map((need) => make("li", {},
        spoken("span", titlesOf(need)),
        need.province === province ? null : ` · ${nameOf(need.province)}`,
        need.id === answersNeed ? make("strong", {}, ` · ${text("jury.marks.needs.answered")}`) : null))));
  }

  function criterionOf({ code, weight, title, levels }) {
    const name = `marks.${code}`;
    const [language, words] = best(levels);
    const dir = language === "ar" ? "rtl" : "ltr";
    return make("fieldset", { class: "field choices criterion", id: `f-${name}`, tabindex: "-1", "data-code": code, "aria-describedby": `e-${name}` },
      make("legend", {}, spoken("span", title), make("span", { class: "optional" }, percent(weight))),
      make("p", { class: "error", id: `e-${name}`, hidden: true }),
      ...MARKS.map((mark) => make("label", { class: "choice mark" },
        make("input", { type: "radio", name, value: mark, autocomplete: "off" }),
        make("b", {}, mark), make("span", { lang: language, dir }, words[mark - 1] ?? ""))));
  }

  // What is written

  /** Begins with what the browser still holds where the server has nothing newer. */
  function takeUp(data) {
    paper = data.paper;
    const held = outbox.pending(idea.id);
    const settled = Boolean(held) && same(held, paper);
    if (held && (settled || !isJudging())) outbox.drop(idea.id);
    const mine = outbox.pending(idea.id);
    fill(mine ?? paper);
    renderOthers(data.others);
    if (mine) goOn(mine);
    else sayKept();
    if (held && !settled && !isJudging()) say(kept, text("jury.kept.tooLate"));
  }

  function goOn(mine) {
    const arrivedUntold = same(outbox.tried(idea.id) ?? mine, paper);
    if (mine.version !== paper.version && !arrivedUntold) {
      show(byId("elsewhere"));
      return;
    }
    say(kept, text("jury.kept.restored"));
    outbox.put(idea.id, { ...mine, version: paper.version }, 0);
  }

  const isJudging = () => ballot.round.phase === "JUDGING";

  function fill({ marks, comment, note, submitted }) {
    for (const { code } of ballot.round.rubric) {
      form.querySelectorAll(`[name="marks.${code}"]`).forEach((radio) => (radio.checked = Number(radio.value) === marks[code]));
    }
    form.elements.comment.value = comment;
    form.elements.note.value = note;
    form.querySelectorAll("[data-max]").forEach((field) => field.dispatchEvent(new Event("input")));
    freeze(submitted);
  }

  function freeze(submitted) {
    byId("fields").disabled = submitted || !isJudging();
    show(byId("submit"), !submitted && isJudging());
    show(byId("reopen"), submitted && isJudging());
  }

  function sayKept() {
    kept.textContent = paper.submitted ? text("jury.kept.submitted", { at: dateTime(paper.at) })
      : paper.version > 0 ? text("jury.kept.draft") : text("jury.kept.nothing");
  }

  function written() {
    const marks = {};
    for (const { code } of ballot.round.rubric) {
      const mark = form.querySelector(`[name="marks.${code}"]:checked`);
      if (mark) marks[code] = Number(mark.value);
    }
    return { marks, comment: form.elements.comment.value, note: form.elements.note.value };
  }

  /** A number that is typed on a criterion is its mark. */
  function markByKey(event) {
    const criterion = event.target.closest(".criterion");
    const at = event.key.length === 1 ? DIGITS.indexOf(event.key) : -1;
    if (!criterion || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const radio = criterion.querySelectorAll("input")[at % MARKS.length];
    radio.checked = true;
    radio.focus();
    radio.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function put(submitted, within) {
    if (!paper || byId("fields").disabled || !byId("elsewhere").hidden) return;
    const content = { version: paper.version, ...written(), submitted };
    if (!submitted && same(content, paper) && !outbox.pending(idea.id)) return;
    outbox.put(idea.id, content, within);
  }

  function submit() {
    const { marks } = written();
    const wrong = [
      ...ballot.round.rubric.filter(({ code }) => !marks[code]).map((criterion) => lacking(criterion)),
      ...check(form).filter(({ field }) => !field.startsWith("marks."))];
    quiet(status);
    if (wrong.length) {
      refuse(form, byId("errors"), wrong);
      return;
    }
    accept(form, byId("errors"));
    say(status, text("js.sending"));
    put(true, 0);
    freeze(true);
    show(byId("reopen"), false);
  }

  const lacking = ({ code, title }) => ({ field: `marks.${code}`, message: text("jury.marks.missing", { criterion: best(title)[1] }) });

  function reopen() {
    freeze(false);
    show(byId("others"), false);
    put(false, 0);
    byId("marks-title").focus();
  }

  // What became of it

  function told(what, more) {
    if (what === "sent") arrived(more);
    else if (what === "later") {
      const { submitted } = outbox.pending(idea.id);
      quiet(status);
      kept.textContent = text(submitted ? "jury.kept.later.submitted" : "jury.kept.later");
      show(byId("reopen"), submitted);
    } else turnedDown(more);
  }

  async function arrived(latest) {
    const before = paper;
    paper = latest;
    quiet(status);
    sayKept();
    if (!paper.submitted || before.submitted) return;
    await load();
    const next = nextToDo(idea.id);
    const button = make("button", { class: "button", type: "button" }, text(next ? "jury.submit.next" : "jury.submit.all"));
    button.addEventListener("click", () => go(next));
    announce(false, text("jury.submit.done"), make("p", { class: "actions" }, button));
  }

  async function turnedDown(result) {
    const wrong = result.data?.errors;
    quiet(status);
    if (result.data?.code === "PAPER_CHANGED") await load();
    else if (wrong?.length) {
      freeze(false);
      refuse(form, byId("errors"), wrong.map(({ field, message }) =>
        lackingAt(field) ?? { field: byId(`f-${field}`) ? field : "comment", message }));
    } else {
      freeze(paper.submitted);
      refused(status, result);
      status.focus();
    }
  }

  function lackingAt(field) {
    const criterion = ballot.round.rubric.find(({ code }) => field === `marks.${code}`);
    return criterion ? lacking(criterion) : null;
  }

  function keepMine() {
    show(byId("elsewhere"), false);
    freeze(false);
    outbox.put(idea.id, { version: paper.version, ...written(), submitted: false }, 0);
    byId("marks-title").focus();
  }

  function takeOther() {
    show(byId("elsewhere"), false);
    outbox.drop(idea.id);
    fill(paper);
    sayKept();
    byId("marks-title").focus();
  }

  // The others

  function renderOthers(others) {
    const theirs = others ?? [];
    show(byId("others"), Boolean(others) && paper.submitted);
    show(byId("no-others"), theirs.length === 0);
    show(byId("others-marks"), theirs.length > 0).replaceChildren(...(theirs.length > 0 ? [marksOf(theirs)] : []));
    byId("others-notes").replaceChildren(...theirs.filter(({ note }) => note).map(({ juror, note }) =>
      make("blockquote", {}, make("h4", {}, text("jury.others.note", { juror })), make("p", { dir: "auto" }, note))));
  }

  /** A line for each criterion, the juror's own marks first. */
  function marksOf(others) {
    const columns = [text("jury.others.you"), ...others.map(({ juror }) => text("jury.others.juror", { juror }))];
    return make("table", {},
      make("thead", {}, make("tr", {}, make("td", {}), ...columns.map((name) => make("th", { scope: "col" }, name)))),
      make("tbody", {}, ...ballot.round.rubric.map(({ code, title }) => make("tr", {},
        spoken("th", title, { scope: "row" }),
        ...[paper, ...others].map(({ marks }) => make("td", {}, marks[code] ?? "–"))))));
  }

  return { open, told };
}
