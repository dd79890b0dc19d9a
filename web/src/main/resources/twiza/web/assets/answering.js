// What the province of an idea needs, for its author to say that the idea answers it.
import { byId, call, make, show, text } from "./shared.js";
import { spoken } from "./said.js";
import { titlesOf } from "./sheet.js";

/**
 * Offers the open needs of the province that is chosen; where none is published, nothing is asked.
 * @returns choose(id): a need that was chosen before, on another page or in what was kept
 */
export function needsOfProvince(form) {
  const { province, answersNeed } = form.elements;
  let asked = "";
  province.addEventListener("change", () => offer(answersNeed.value));
  offer("");

  /** Whoever can't be told, because the line is down, is asked nothing. */
  async function offer(chosen) {
    const place = province.value;
    asked = place;
    const result = place ? await call("GET", `/api/needs?${new URLSearchParams({ province: place, limit: 100 })}`) : null;
    if (asked !== place) return;
    draw(result?.ok ? result.data.items : [], answersNeed.value || chosen);
  }

  function draw(items, chosen) {
    const listed = items.some(({ id }) => id === chosen);
    answersNeed.replaceChildren(
      make("option", { value: "" }, text("field.answersNeed.none")),
      ...(chosen && !listed ? [keptOf(chosen)] : []),
      ...items.map(optionOf));
    answersNeed.value = chosen;
    show(byId("need-field"), items.length > 0 || Boolean(chosen));
  }

  function choose(id) {
    if (id && ![...answersNeed.options].some(({ value }) => value === id)) answersNeed.append(keptOf(id));
    answersNeed.value = id;
    return offer(id);
  }

  return choose;
}

const keptOf = (id) => make("option", { value: id }, text("field.answersNeed.kept"));

const optionOf = (need) => spoken("option", titlesOf(need), { value: need.id });
