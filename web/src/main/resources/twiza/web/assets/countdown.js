// How long it is until an instant that the server named: in words, at the end of the line, where nothing moves beside it.
import { call, list, make, now, text } from "./shared.js";

const SECOND = 1000;
const UNITS = [["days", 86_400], ["hours", 3_600], ["minutes", 60], ["seconds", 1]];
const calm = matchMedia("(prefers-reduced-motion: reduce)");

const counted = document.querySelectorAll("[data-until]");
if (counted.length > 0) call("HEAD", location.pathname).then(() => counted.forEach((element) => countdown(element, element.dataset.until)));

/** Says in an element how long it is until an instant; the end is said aloud, the way there is not. */
export function countdown(element, instant) {
  const until = Date.parse(instant);
  const end = make("span", { role: "status" });
  const left = make("span", { "aria-live": "off" });
  element.replaceChildren(left, end);
  tick();

  function tick() {
    if (!left.isConnected) return;
    const seconds = Math.ceil((until - now()) / SECOND);
    if (seconds <= 0) {
      left.textContent = "";
      end.textContent = text("countdown.over");
      return;
    }
    left.textContent = text("countdown.left", { time: list(parts(seconds)) });
    const step = calm.matches || seconds > 3_600 ? 60 * SECOND : SECOND;
    setTimeout(tick, (until - now()) % step || step);
  }
}

/** The two largest units, days and hours or minutes and seconds; whoever wants no motion sees no seconds go by. */
function parts(seconds) {
  let rest = seconds;
  const amounts = UNITS.map(([unit, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return { unit, count };
  });
  const shown = amounts.filter(({ unit }) => unit !== "seconds" || (seconds < 3_600 && (!calm.matches || seconds < 60)));
  const first = shown.findIndex(({ count }) => count > 0);
  return shown.slice(first, first + 2).filter(({ count }) => count > 0).map(({ unit, count }) =>
    text(`format.${unit}`, { count }));
}
