// The private page of whoever asked to build an idea. Nothing happens before they press.
import { fill, progress } from "./progress.js";
import { busy, byId, call, date, fromLink, historyOf, make, nameOf, pageOf, say, show, tell, text, write } from "./shared.js";

const token = fromLink("token");
const confirmation = fromLink("confirm");
const status = byId("status");
const dialogs = { leave: byId("leave-dialog"), erase: byId("erase-dialog") };

progress((body) => call("PUT", "/api/my/interest", { token, body }), (data) => {
  render(data);
  announce(text("interest.say.done"));
});
byId("confirm").addEventListener("click", (event) => busy(event.currentTarget, status, confirm));
byId("leave").addEventListener("click", () => dialogs.leave.showModal());
byId("erase").addEventListener("click", () => dialogs.erase.showModal());
dialogs.leave.addEventListener("submit", (event) => event.submitter.value === "leave" && end(""));
dialogs.erase.addEventListener("submit", (event) => event.submitter.value === "erase" && end("?erase=true"));

if (token) open();
else tellNoLink();

function tellNoLink() {
  status.classList.add("wrong");
  status.replaceChildren(make("div", {}, text("js.noToken.title")), make("div", {}, text("js.noToken.text")));
}

async function open() {
  say(status, text("js.loading"));
  const result = await call("GET", "/api/my/interest", { token });
  if (result.ok) {
    say(status, "");
    render(result.data);
  } else tell(status, result, { again: result.status === 0 || result.status >= 500 ? open : null });
}

function render(it) {
  const may = (what) => it.allowed.includes(what);
  byId("subject").textContent = it.idea.title ?? "";
  byId("stage").textContent = text(`interest.stage.${it.stage}`);
  write(byId("where"), "interest.where", { province: nameOf(it.province) });
  if (it.reservedUntil) write(byId("reserved"), "interest.reserved", { date: date(it.reservedUntil) });
  show(byId("reserved"), Boolean(it.reservedUntil));
  byId("public").href = pageOf(`/ideas/${it.idea.id}/`);
  show(byId("public"), it.idea.published);
  show(byId("confirm-part"), may("CONFIRM"));
  byId("confirm-text").textContent = text(confirmation ? "interest.confirm.text" : "interest.confirm.wait");
  show(byId("confirm"), Boolean(confirmation));
  renderAuthor(it.author);
  show(byId("say-part"), may("REPORT"));
  if (may("REPORT")) fill(it);
  historyOf(it.history, byId("history"));
  show(byId("leave"), may("WITHDRAW"));
  show(byId("erase"), may("ERASE"));
  show(byId("end"), may("WITHDRAW") || may("ERASE"));
  show(byId("interest"));
}

function renderAuthor(author) {
  show(byId("author"), Boolean(author));
  if (!author) return;
  byId("author-name").textContent = author.name;
  byId("author-reach").textContent = author.email ?? author.phone;
  byId("author-reach").href = author.email ? `mailto:${author.email}` : `tel:${author.phone}`;
}

async function confirm() {
  const result = await call("POST", "/api/my/interest/confirmation", { body: { token: confirmation } });
  if (!result.ok) {
    tell(status, result);
    status.focus();
    return;
  }
  await open();
  announce(text("interest.confirm.done"));
}

async function end(query) {
  say(status, text("js.sending"));
  const result = await call("DELETE", `/api/my/interest${query}`, { token });
  if (!result.ok) {
    tell(status, result);
    status.focus();
  } else if (result.data.erased) {
    show(byId("interest"), false);
    announce(text("interest.erase.done"));
  } else {
    await open();
    announce(text("interest.leave.done"));
  }
}

function announce(message) {
  say(status, message);
  status.focus();
}
