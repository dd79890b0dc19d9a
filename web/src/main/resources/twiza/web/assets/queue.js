import { announce, arrive, inRegion, listing } from "./desk.js";
import { byId, daysAgo, dateTime, has, make, nameOf, pageOf, text } from "./shared.js";

const queue = listing(byId("queue"), "/api/desk/queue", itemOf);

open();

async function open() {
  const me = await arrive();
  if (me && !inRegion(me, "MODERATOR", queue.begin)) announce(true, text("desk.noRegion.title"), text("desk.noRegion.text"));
}

function itemOf({ id, title, province, sector, revision, correction, flags, since, late }) {
  const marks = [
    ...(late ? [make("li", { class: "late" }, text("desk.queue.late"))] : []),
    ...(correction ? [make("li", {}, text("desk.queue.correction", { number: revision }))] : []),
    ...(flags ?? []).filter((flag) => flag !== "CORRECTED")
      .map((flag) => make("li", { class: "warn" }, has(`flag.${flag}`) ? text(`flag.${flag}`) : flag)),
  ];
  return make("li", { class: late ? "card late" : "card" },
    make("h2", {}, make("a", { href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id })}` }, make("bdi", {}, title))),
    make("p", { class: "quiet" }, make("time", { datetime: since, title: dateTime(since) }, daysAgo(since)), ` · ${nameOf(province)} · ${nameOf(sector)}`),
    marks.length ? make("ul", { class: "tags" }, ...marks) : null);
}
