import { announce, arrive, inRegion, listing } from "./desk.js";
import { byId, call, daysAgo, dateTime, has, make, nameOf, pageOf, root, show, text, write } from "./shared.js";

const queue = listing(byId("queue"), "/api/desk/queue", itemOf);

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "MODERATOR", begin)) announce(true, text("desk.noRegion.title"), text("desk.noRegion.text"));
}

function begin(region) {
  showRooms(region);
  return queue.begin(region);
}

/** The way to the queue of each room that works at this time; without it the queue here does as well. */
async function showRooms(region) {
  const { ok, data } = await call("GET", `/api/rounds?${new URLSearchParams({ region })}`);
  const rooms = ok ? data.items.filter(({ live, phase }) => live && ["OPEN", "SCREENING"].includes(phase)) : [];
  byId("rooms").replaceChildren(...rooms.map(({ id, texts }) => {
    const link = make("a", { class: "alone", href: `${pageOf("/desk/room/")}#${new URLSearchParams({ id })}` });
    return make("li", {}, write(link, "desk.queue.room", { title: texts[root.lang]?.title || texts.fr.title }));
  }));
  show(byId("rooms"), rooms.length > 0);
}

function itemOf({ id, title, province, sector, revision, correction, flags, since, late }) {
  const marks = [
    ...(late ? [make("li", { class: "late" }, text("desk.queue.late"))] : []),
    ...(correction || flags?.includes("CORRECTED") ? [make("li", {}, text("desk.queue.correction", { number: revision }))] : []),
    ...(flags ?? []).filter((flag) => flag !== "CORRECTED")
      .map((flag) => make("li", { class: "warn" }, has(`flag.${flag}`) ? text(`flag.${flag}`) : flag)),
  ];
  return make("li", { class: late ? "card late" : "card" },
    make("h2", {}, make("a", { href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id })}` }, make("bdi", {}, title))),
    make("p", { class: "quiet" }, make("time", { datetime: since, title: dateTime(since) }, daysAgo(since)), ` · ${nameOf(province)} · ${nameOf(sector)}`),
    marks.length ? make("ul", { class: "tags" }, ...marks) : null);
}
