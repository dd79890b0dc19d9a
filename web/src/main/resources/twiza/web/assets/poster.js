import { announce, arrive, read } from "./desk.js";
import { byId, draw, fromLink, pageOf, root, show, text } from "./shared.js";

const id = fromLink("id");
const path = `/api/desk/rounds/${encodeURIComponent(id)}`;

byId("print").addEventListener("click", () => print());
open();

async function open() {
  if (!(await arrive())) return;
  const round = id ? await read(path) : null;
  if (!round) return;
  byId("back").href = `${pageOf("/desk/round/")}#${new URLSearchParams({ id })}`;
  if (!round.roomCode) {
    announce(true, text("desk.poster.none"));
    return;
  }
  const poster = await read(`${path}/poster`);
  if (poster) fill(round, poster);
}

function fill(round, { roomCode, addresses, qr }) {
  for (const language of ["fr", "ar"]) byId(`title-${language}`).textContent = round.texts[language].title;
  document.querySelectorAll(".when").forEach((place) => (place.textContent = when(round.local)));
  byId("code").textContent = roomCode;
  byId("address").textContent = typed(addresses[root.lang] ?? addresses.fr);
  draw(qr, byId("qr"));
  show(byId("print"));
  show(byId("poster"));
}

/** Nobody types the id of a round: the list of rounds leads to it. */
const typed = (address) => address.replace(/^https?:\/\//, "").replace(/[^/]+\/submit\/.*$/, "");

/** In figures, which read the same in each language of the wall. */
function when({ opensAt, submissionsCloseAt }) {
  const [from, to] = [opensAt, submissionsCloseAt].map((local) => {
    const [day, time] = local.split("T");
    return { day: day.split("-").reverse().join("/"), time: time.slice(0, 5) };
  });
  return from.day === to.day ? `${from.day} ${from.time}–${to.time}` : `${from.day} ${from.time} – ${to.day} ${to.time}`;
}
