import { kept } from "./kept.js";
import { byId, call, draw, fromLink, has, pageOf, say, show, tell, text, write, make } from "./shared.js";

const token = fromLink("token");
const status = byId("status");

byId("print").addEventListener("click", () => print());
show(byId("shared"), Boolean(kept("twiza.shared-device")));
if (!byId("receipt").dataset.filled && token) open();

/** What the link itself says stands there before anything is asked for, and if the line drops. */
function open() {
  const code = fromLink("code");
  const link = new URL(`${pageOf("/follow/")}#token=${encodeURIComponent(token)}`, location.href).href;
  byId("r-code").textContent = code;
  byId("r-link").textContent = link;
  byId("r-link").href = link;
  byId("r-open").href = link;
  byId("r-more").href = `${link}&more=yes`;
  tellOfRound();
  show(byId("next"), false);
  show(byId("empty"), false);
  if (code) showPaper();
  load();
}

async function load() {
  say(status, text("js.loading"));
  drawQr();
  const result = await call("GET", "/api/my/idea", { token });
  if (result.ok) {
    say(status, "");
    fill(result.data);
    showPaper();
  } else tell(status, result, { again: result.status === 0 || result.status >= 500 ? load : null });
}

function showPaper() {
  promoteHeading();
  show(byId("paper"));
  show(byId("actions"));
}

function fill(idea) {
  const contact = idea.author.email ?? idea.author.phone ?? "";
  byId("r-title").textContent = idea.revisions.reduce((last, one) => (one.number > last.number ? one : last)).sheet.title;
  byId("r-contact").textContent = contact;
  byId("r-code").textContent = idea.trackingCode;
  show(byId("more"), idea.allowed.includes("CORRECT"));
  next(idea.state, Boolean(idea.author.email), contact);
}

/** What became of an idea that was sent for a round, in the link only right after it was sent. */
function tellOfRound() {
  const told = `receipt.round.${fromLink("round")}`;
  show(byId("of-round"), has(told)).textContent = has(told) ? text(told) : "";
}

/** What the author does now: confirm, keep the paper, wait; or nothing. */
function next(state, byEmail, contact) {
  const kind = state === "UNCONFIRMED" ? "unconfirmed" : !byEmail ? "phone" : state === "PENDING" ? "pending" : "";
  show(byId("next"), Boolean(kind));
  if (!kind) return;
  const parts = [make("h2", {}, text(`receipt.${kind}.title`)), write(make("p"), `receipt.${kind}.text`, { address: contact })];
  if (kind === "unconfirmed") {
    parts.push(make("p", { class: "no-print" }, make("a", { class: "alone", href: pageOf("/confirm/") }, text("receipt.unconfirmed.code"))));
  }
  byId("next").replaceChildren(...parts);
}

function promoteHeading() {
  const heading = byId("paper").querySelector(".h1");
  if (heading) heading.replaceWith(make("h1", {}, heading.textContent));
  byId("empty")?.remove();
}

async function drawQr() {
  const result = await call("GET", "/api/my/qr", { token, headers: { Accept: "image/svg+xml" } });
  if (!result.ok) return;
  draw(result.data, byId("r-qr"));
}
