// What every page of the desk does: who is there, where they work, and what happens when they are signed out.
import { signInFirst } from "./door.js";
import { busy, byId, call, make, pageOf, quiet, say, show, tell, text } from "./shared.js";

const REGION = "twiza.desk.region";
const RANKS = ["MODERATOR", "ORGANISER", "ADMIN"];

export const status = byId("status");

byId("sign-out").addEventListener("click", (event) => busy(event.currentTarget, status, async () => {
  const result = await call("DELETE", "/api/staff/session");
  if (result.ok || result.status === 401) location.assign(`${pageOf("/desk/sign-in/")}#left=1`);
  else tell(status, result);
}));

// A page that the browser kept may be of a session that is over.
addEventListener("pageshow", (event) => event.persisted && location.reload());

/** What the desk answers to a GET, or nothing once the page has said why. */
export async function read(path) {
  say(status, text("js.loading"));
  const result = await call("GET", path);
  if (result.ok) {
    quiet(status);
    return result.data;
  }
  if (result.status === 401) signInFirst();
  else tellAtDesk(status, result, { again: result.status === 0 || result.status >= 500 ? () => location.reload() : null });
  return null;
}

/** Who is signed in, or nothing once the page has said why. */
export async function arrive() {
  const me = await read("/api/staff/me");
  if (me) welcome(me);
  return me;
}

export function welcome(me) {
  byId("who-name").textContent = me.name;
  show(byId("who"));
  const organises = me.admin || me.roles.some(({ region }) => may(me, "ORGANISER", region));
  for (const id of ["to-rounds", "to-import", "to-staff", "to-audit", "to-region", "to-needs", "to-guide"]) show(byId(id), organises);
}

export function may(me, least, region) {
  const held = me.roles.find((place) => place.region === region)?.roles ?? [];
  return me.admin || held.some((role) => RANKS.indexOf(role) >= RANKS.indexOf(least));
}

/** Calls back with the region that somebody works in, again whenever they choose another; false when there is none. */
export function inRegion(me, least, work) {
  const choice = byId("f-region");
  const theirs = [...choice.options].filter(({ value }) => may(me, least, value));
  if (theirs.length === 0) return false;
  choice.replaceChildren(...theirs);
  const last = localStorage.getItem(REGION);
  choice.value = theirs.some(({ value }) => value === last) ? last : theirs[0].value;
  show(byId("region-field"), theirs.length > 1);
  choice.addEventListener("change", () => {
    localStorage.setItem(REGION, choice.value);
    work(choice.value);
  });
  work(choice.value);
  return true;
}

/**
 * A list of a region, turned over page by page: begin(region) shows the first one, settle() says what is true once items went.
 * @param asking what else the list is asked for
 * @param itemOf makes the element of an item; the first link or button in it takes the focus where a page begins
 */
export function listing(list, path, itemOf, asking = {}) {
  const more = byId("more");
  let region;
  let next;

  more.onclick = () => busy(more, status, async () => {
    const [first] = await load(next);
    first?.querySelector("a, button").focus();
  });

  async function load(cursor) {
    const asked = region;
    const page = await read(`${path}?${new URLSearchParams(cursor ? { region, ...asking, cursor } : { region, ...asking })}`);
    if (!page || asked !== region) return [];
    const items = page.items.map(itemOf);
    list.append(...items);
    next = page.next;
    settle();
    return items;
  }

  function settle() {
    const left = list.children.length > 0 || Boolean(next);
    show(more, Boolean(next));
    show(byId("waiting"), left);
    show(byId("empty"), !left);
  }

  function begin(chosen) {
    region = chosen;
    list.replaceChildren();
    show(byId("waiting"), false);
    show(byId("empty"), false);
    return load(null);
  }

  return { begin, settle };
}

/** Says what went wrong, as tell does; whoever is signed out gets a way in that leaves what they wrote where it is. */
export function tellAtDesk(region, result, options) {
  tell(region, result, options);
  if (result.data?.code === "FORBIDDEN") {
    region.replaceChildren(make("div", {}, text("desk.forbidden.title")), make("div", {}, text("desk.forbidden.text")));
  } else if (result.status === 401) {
    region.append(make("a", { class: "button second", href: pageOf("/desk/sign-in/"), target: "_blank", rel: "noopener" }, text("desk.signIn.link")));
  }
}

/** Something that is said once, in the place where the page says what it did. */
export function announce(wrong, ...lines) {
  status.classList.toggle("wrong", wrong);
  status.replaceChildren(...lines.map((line) => (typeof line === "string" ? make("div", {}, line) : line)));
  status.focus();
}

/** How somebody wants mails: the hour is asked for only where it counts. */
export function mailsOf(form) {
  const { mails, digestHour } = form.elements;
  const ask = () => show(byId("hour-field"), form.elements.mails.value === "DIGEST");
  mails.forEach((radio) => radio.addEventListener("change", ask));
  return {
    fill(member) {
      form.elements.mails.value = member.mails;
      digestHour.value = member.digestHour;
      ask();
    },
  };
}
