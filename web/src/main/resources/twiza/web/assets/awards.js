// Who wins and who is a finalist: the ideas that may be chosen, with what the ranking says of each.
import { decimal, percent } from "./said.js";
import { make, number, show, text } from "./shared.js";

const PLACES = ["", "WINNER", "FINALIST"];
const AT_LEAST = 8;

/**
 * @param list where the choices stand
 * @param other a choice of the ideas that are not in it
 * @param changed called when a choice was made
 */
export function candidatesOf({ list, other, changed }) {
  let winners = 1;
  let standings = [];

  list.addEventListener("change", changed);
  other.addEventListener("change", () => {
    const chosen = standings.find(({ idea }) => idea === other.value);
    if (!chosen) return;
    const element = candidateOf(chosen, "FINALIST");
    list.append(element);
    offer(standings);
    element.querySelector("select").focus();
    changed();
  });

  function fill(ranking) {
    ({ winners } = ranking);
    const shown = ranking.standings.filter(({ rank, place, forDeliberation }) => place || forDeliberation || rank <= Math.max(AT_LEAST, 2 * winners));
    const settled = ranking.standings.some(({ place }) => place);
    list.replaceChildren(...shown.map((standing) => candidateOf(standing, standing.place ?? (settled || standing.rank > winners ? "" : "WINNER"))));
    offer(ranking.standings);
  }

  /** The ideas that can be added to the list. */
  function offer(all) {
    standings = all;
    const listed = new Set([...list.querySelectorAll("select")].map(({ dataset }) => dataset.idea));
    const left = standings.filter(({ idea }) => !listed.has(idea));
    other.replaceChildren(make("option", { value: "" }, text("desk.results.awards.other.none")),
      ...left.map(({ idea, rank, title }) => make("option", { value: idea, dir: "auto" }, `${number(rank)}. ${title}`)));
    show(other.parentElement, left.length > 0);
  }

  function candidateOf({ idea, title, rank, score, chance, forDeliberation }, place) {
    const field = make("select", { id: `place-${idea}`, "data-idea": idea, "data-rank": rank, autocomplete: "off" },
      ...PLACES.map((one) => make("option", { value: one }, text(one ? `place.${one}` : "desk.results.awards.nothing"))));
    field.value = place;
    return make("li", { class: "candidate" },
      make("label", { for: field.id }, `${number(rank)}. `, make("bdi", {}, title),
        make("span", { class: "optional" }, text("desk.results.awards.about", { score: decimal(score), chance: percent(chance) }),
          forDeliberation ? ` · ${text("desk.results.forDeliberation")}` : "")),
      field);
  }

  const inOrder = () => [...list.querySelectorAll("select")].sort((one, another) => one.dataset.rank - another.dataset.rank);
  const of = (place) => inOrder().filter(({ value }) => value === place).map(({ dataset }) => dataset.idea);

  function chosen() {
    return { winners: of("WINNER"), finalists: of("FINALIST") };
  }

  /** Whether winners or finalists are others than the official ranking has it. */
  function departs() {
    const order = [...standings].sort((one, another) => one.rank - another.rank).map(({ idea }) => idea);
    const isFirst = (ideas) => order.slice(0, ideas.length).every((idea) => ideas.includes(idea));
    const { winners: best, finalists } = chosen();
    return best.length !== Math.min(winners, order.length) || !isFirst(best) || !isFirst([...best, ...finalists]);
  }

  return { fill, offer, chosen, departs };
}
