// Who wins and who is a finalist: the ideas that may be chosen, with what the ranking says of each.
import { decimal, percentOf } from "./said.js";
import { make, number, show, text } from "./shared.js";

const AT_LEAST = 8;
const FINALIST = "FINALIST";

/**
 * @param list where the choices stand
 * @param other a choice of the ideas that are not in it
 * @param changed called when a choice was made
 */
export function candidatesOf({ list, other, changed }) {
  let prizes = 1;
  let standings = [];

  list.addEventListener("change", changed);
  other.addEventListener("change", () => {
    const chosenOne = standings.find(({ idea }) => idea === other.value);
    if (!chosenOne) return;
    const element = candidateOf(chosenOne, FINALIST);
    list.append(element);
    offer(standings);
    element.querySelector("select").focus();
    changed();
  });

  function fill(ranking) {
    ({ prizes } = ranking);
    const settled = ranking.version > 0;
    const still = ranking.standings.filter(({ gone }) => !gone);
    const shown = still.filter(({ place, mayWin }, i) => place || mayWin || i < Math.max(AT_LEAST, 2 * prizes));
    list.replaceChildren(...shown.map((standing) => candidateOf(standing, settled ? kept(standing, ranking) : first(standing, still))));
    offer(ranking.standings);
  }

  const kept = ({ idea, place }, { winners }) => (place === "WINNER" ? String(winners.indexOf(idea) + 1) : place ?? "");

  /** Before anybody has chosen, the prizes go to the first. */
  function first(standing, still) {
    const at = still.indexOf(standing);
    return at < prizes ? String(at + 1) : "";
  }

  /** The ideas that can be added to the list. */
  function offer(all) {
    standings = all.filter(({ gone }) => !gone);
    const listed = new Set([...list.querySelectorAll("select")].map(({ dataset }) => dataset.idea));
    const left = standings.filter(({ idea }) => !listed.has(idea));
    other.replaceChildren(make("option", { value: "" }, text("desk.results.awards.other.none")),
      ...left.map(({ idea, rank, title }) => make("option", { value: idea, dir: "auto" }, `${number(rank)}. ${title}`)));
    show(other.parentElement, left.length > 0);
  }

  function candidateOf({ idea, title, rank, score, chance, mayWin, forDeliberation }, place) {
    const prize = (_, i) => make("option", { value: i + 1 },
      prizes === 1 ? text("award.WINNER") : text("desk.results.awards.prize", { number: number(i + 1) }));
    const field = make("select", { id: `place-${idea}`, "data-idea": idea, autocomplete: "off" },
      make("option", { value: "" }, text("desk.results.awards.nothing")),
      ...(mayWin ? Array.from({ length: prizes }, prize) : []),
      make("option", { value: FINALIST }, text("award.FINALIST")));
    field.value = place;
    return make("li", { class: "candidate" },
      make("label", { for: field.id }, `${number(rank)}. `, make("bdi", {}, title),
        make("span", { class: "optional" }, text("desk.results.awards.about", { score: decimal(score), chance: percentOf(chance) }),
          forDeliberation ? ` · ${text("desk.results.forDeliberation")}` : "")),
      field);
  }

  const choices = () => [...list.querySelectorAll("select")].filter(({ value }) => value);

  function chosen() {
    const winners = choices().filter(({ value }) => value !== FINALIST).sort((one, another) => one.value - another.value);
    const finalists = choices().filter(({ value }) => value === FINALIST);
    return { winners: winners.map(({ dataset }) => dataset.idea), finalists: finalists.map(({ dataset }) => dataset.idea) };
  }

  /** The name of a prize that two ideas are to get, or nothing. */
  function givenTwice() {
    const given = choices().filter(({ value }) => value !== FINALIST);
    return given.find(({ value }, i) => given.findIndex((other) => other.value === value) !== i)?.selectedOptions[0].textContent ?? "";
  }

  /** The number of a prize that nobody is to get although a lesser one is given, or nothing. */
  function skipped() {
    const given = choices().map(({ value }) => value).filter((value) => value !== FINALIST).map(Number);
    return Array.from({ length: Math.max(0, ...given) }, (_, i) => i + 1).find((prize) => !given.includes(prize));
  }

  /** Whether the prizes go otherwise than in the order of the official ranking, one is not given, or finalists are others than those who follow. */
  function departs() {
    const order = standings.map(({ idea }) => idea);
    const { winners, finalists } = chosen();
    const placed = [...winners, ...finalists];
    return winners.length !== Math.min(prizes, order.length) || winners.some((idea, i) => idea !== order[i])
      || !order.slice(0, placed.length).every((idea) => placed.includes(idea));
  }

  return { fill, offer, chosen, givenTwice, skipped, departs };
}
