// Where marks lie, a row for each, all on one scale. The table beside such a drawing says the same.
import { drawing, drawn } from "./chart.js";
import { make, number } from "./shared.js";

const HIGH = 10;

/**
 * @param rows {before, name, low, value, high, other, hollow}: a bar from low to high, a thick mark at the value, a thin one at the other
 * @returns elements, the scale first; none without rows
 */
export function ranges(rows) {
  if (rows.length === 0) return [];
  const least = Math.floor(Math.min(...rows.flatMap(({ low, other }) => [low, other ?? low])));
  const most = Math.max(least + 1, Math.ceil(Math.max(...rows.flatMap(({ high, other }) => [high, other ?? high]))));
  const at = (mark) => ((mark - least) / (most - least)) * 100;
  const wholes = Array.from({ length: most - least + 1 }, (_, i) => least + i);
  return [
    make("p", { class: "ends scale" }, ...wholes.map((mark) => make("span", {}, number(mark)))),
    ...rows.map((row) => make("div", { class: "range" }, make("span", { class: "range-name" }, row.before ?? "", make("bdi", {}, row.name)), rangeOf(row, at, wholes))),
  ];
}

function rangeOf({ low, value, high, other, hollow }, at, wholes) {
  const upright = (mark, kind) => drawn("line", { class: kind, x1: at(mark), x2: at(mark), y1: 0, y2: HIGH });
  return drawing(100, HIGH,
    ...wholes.map((mark) => upright(mark, "rule")),
    drawn("rect", { class: hollow ? "bar hollow" : "bar", x: at(low), width: Math.max(0.5, at(high) - at(low)), y: 3, height: HIGH - 6 }),
    ...(other === undefined ? [] : [upright(other, "other")]),
    upright(value, "value"));
}
