// A long form, one topic a screen: the way on and back, and what was answered so far.
import { answers, byId, has, make, show, text } from "./shared.js";

/**
 * The browser's own way back leads to the screen before.
 * @param wrongIn what keeps the reader from leaving a section, as `check` says it; refused shows that, or, where there is nothing, that all is well
 */
export function stepsOf(form, { wrongIn, refused }) {
  const sections = [...form.querySelectorAll(".step")];
  const check = sections.length - 1;
  const title = document.title;
  let at = 0;
  let away = 0;

  byId("back").addEventListener("click", () => history.back());
  addEventListener("popstate", ({ state }) => state && "step" in state && comeTo(state));
  byId("errors").addEventListener("click", openWhatIsWrong, true);
  history.replaceState({ step: 0 }, "");
  render();

  return { isLast: () => at === check, next, show: (field) => goTo(holding(field)) };

  function next() {
    const wrong = wrongIn(sections[at]);
    refused(wrong);
    if (wrong.length) return;
    if (away) history.go(-away);
    else goTo(at + 1);
  }

  /** Who leaves the check to change something returns to it: `away` says by how many entries of the history. */
  function goTo(step) {
    if (step < 0 || step === at) return;
    away = at === check ? 1 : away && away + 1;
    history.pushState({ step, away }, "");
    turnTo(step);
  }

  function comeTo(state) {
    away = state.away ?? 0;
    turnTo(Math.min(state.step, check));
  }

  function turnTo(step) {
    at = step;
    render();
    const heading = sections[at].querySelector("h2");
    heading.tabIndex = -1;
    heading.focus();
    byId("place").scrollIntoView({ block: "start" });
  }

  function render() {
    const last = at === check;
    const step = text("submit.step", { number: at + 1, total: sections.length });
    sections.forEach((section, i) => show(section, i === at));
    byId("place").textContent = step;
    document.title = at ? text("submit.step.title", { step, page: title }) : title;
    for (const part of ["before", "codes"]) show(byId(part), at === 0);
    show(byId("on"), !last);
    show(byId("send"), last);
    show(byId("afterwards"), last);
    show(byId("back"), at > 0);
    show(byId("given"), last);
    if (last) renderGiven();
  }

  function holding(field) {
    return sections.findIndex((section) => section.contains(byId(`f-${field}`)));
  }

  /** A link of the summary may lead to another screen. */
  function openWhatIsWrong({ target }) {
    const link = target.closest("a");
    if (link) goTo(sections.findIndex((section) => section.contains(byId(link.hash.slice(1)))));
  }

  // What was answered

  function renderGiven() {
    byId("given").replaceChildren(
      make("h3", {}, text("submit.given")),
      ...sections.slice(0, -1).map(partOf),
      make("p", { class: "hint" }, text("submit.given.details")));
  }

  function partOf(section, step) {
    const heading = section.querySelector("h2").textContent;
    const change = make("button", { class: "plain", type: "button", "aria-label": text("submit.given.change.label", { section: heading }) }, text("submit.given.change"));
    change.addEventListener("click", () => goTo(step));
    return make("section", { class: "given" },
      make("div", { class: "given-head" }, make("h4", {}, heading), change),
      make("dl", { class: "answers" }, ...Object.keys(answers(form)).filter((field) => holding(field) === step && has(`field.${field}.label`)).map(answerTo)));
  }

  function answerTo(field) {
    return make("div", {}, make("dt", {}, text(`field.${field}.label`)), make("dd", { dir: "auto" }, said(form.elements.namedItem(field))));
  }

  /** An answer in the words that the form showed. */
  function said(field) {
    if (field instanceof RadioNodeList) return [...field].find(({ checked }) => checked).labels[0].textContent.trim();
    return field.selectedOptions ? field.selectedOptions[0].textContent : field.value.trim();
  }
}
