import { arrive, announce, inRegion, read, status } from "./desk.js";
import { byId, busy, daysAgo, dateTime, has, make, nameOf, pageOf, show, text } from "./shared.js";

const list = byId("queue");
const more = byId("more");
let region;
let next;

more.addEventListener("click", () => busy(more, status, async () => {
  const [first] = await load(next);
  first?.querySelector("a").focus();
}));

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "MODERATOR", begin)) announce(true, text("desk.noRegion.title"), text("desk.noRegion.text"));
}

function begin(chosen) {
  region = chosen;
  list.replaceChildren();
  show(byId("waiting"), false);
  show(byId("empty"), false);
  return load(null);
}

/** Adds a page of the queue to the list; gives what it added. */
async function load(cursor) {
  const asked = region;
  const page = await read(`/api/desk/queue?${new URLSearchParams(cursor ? { region, cursor } : { region })}`);
  if (!page || asked !== region) return [];
  const items = page.items.map(itemOf);
  list.append(...items);
  next = page.next;
  show(more, Boolean(next));
  show(byId("waiting"), list.children.length > 0);
  show(byId("empty"), list.children.length === 0);
  return items;
}

function itemOf({ id, title, province, sector, revision, correction, flags, since }) {
  const marks = [
    ...(correction ? [make("li", {}, text("desk.queue.correction", { number: revision }))] : []),
    ...(flags ?? []).filter((flag) => flag !== "CORRECTED")
      .map((flag) => make("li", { class: "warn" }, has(`flag.${flag}`) ? text(`flag.${flag}`) : flag)),
  ];
  return make("li", { class: "card" },
    make("h2", {}, make("a", { href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id })}` }, make("bdi", {}, title))),
    make("p", { class: "quiet" }, make("time", { datetime: since, title: dateTime(since) }, daysAgo(since)), ` · ${nameOf(province)} · ${nameOf(sector)}`),
    marks.length ? make("ul", { class: "tags" }, ...marks) : null);
}
