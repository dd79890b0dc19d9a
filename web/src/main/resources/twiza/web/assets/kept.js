// What a browser keeps by a key until it is told to forget it; where it keeps nothing, as long as the page is open.
const here = new Map();

export function keep(key, value) {
  here.set(key, value);
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // private browsing: everything works, only nothing outlives the page
  }
}

/** What was kept, or null. */
export function kept(key) {
  if (here.has(key)) return here.get(key);
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

export function forget(key) {
  here.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // a browser that keeps nothing has nothing to forget
  }
}
