import { announce, deciding } from "./deciding.js";
import { arrive, tellAtDesk } from "./desk.js";
import { signInFirst } from "./door.js";
import { byId, call, fromLink, make, pageOf, text, write } from "./shared.js";

const id = fromLink("id");
const path = `/api/desk/ideas/${encodeURIComponent(id)}`;

open();

async function open() {
  if (!(await arrive())) return;
  if (id) deciding({ read: readIdea, send: (body) => call("POST", `${path}/decision`, { body }), refused: tellAtDesk, next });
  else announce(true, text("desk.idea.none.title"), text("desk.idea.none.text"));
}

async function readIdea() {
  const result = await call("GET", path);
  if (result.data?.trackingCode) write(byId("tracking"), "desk.idea.tracking", { code: result.data.trackingCode });
  if (result.status === 401) signInFirst();
  return result;
}

/** The way on to the idea that has waited longest of all others. */
async function next({ region }) {
  const result = await call("GET", `/api/desk/queue?${new URLSearchParams({ region })}`);
  if (!result.ok) return null;
  const other = result.data.items.find((item) => item.id !== id);
  return other
    ? make("p", { class: "actions" },
      make("a", { class: "button", href: `${pageOf("/desk/idea/")}#${new URLSearchParams({ id: other.id })}` }, text("desk.idea.next")))
    : text("desk.idea.last");
}
