// What the system works out in its own time is asked for again, less and less often, and not while nobody looks.
const FIRST = 700;
const LONGEST = 10_000;

/** Calls `ask` until it answers false: nothing is left to wait for. A second call while one is under way does nothing. */
export function watching(ask) {
  let timer = null;
  let wait = FIRST;
  let asking = false;

  addEventListener("visibilitychange", () => {
    if (document.hidden || timer === null) return;
    wait = FIRST;
    again();
  });

  function again() {
    clearTimeout(timer);
    timer = setTimeout(look, wait);
  }

  async function look() {
    if (document.hidden || asking) return;
    asking = true;
    const goOn = await ask();
    asking = false;
    wait = Math.min(LONGEST, wait * 1.6);
    if (goOn) again();
    else timer = null;
  }

  return () => {
    if (timer !== null) return;
    wait = FIRST;
    again();
  };
}
