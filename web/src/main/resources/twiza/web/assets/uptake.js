// On the page where authors follow their idea: who wants to build it, and their own way.
import { fill, progress } from "./progress.js";
import { busy, byId, call, date, fromLink, make, nameOf, number, say, show, tell, text, write } from "./shared.js";

const token = fromLink("token");
const status = byId("status");
let province;

progress((body) => call("PUT", "/api/my/idea/path", { token, body }), (data) => {
  byId("say-details").open = false;
  render(data);
  announce(text("interest.say.done"));
});
byId("start").addEventListener("click", (event) => busy(event.currentTarget, status, () =>
  changed("POST", "/api/my/idea/path", { province }, "follow.uptake.started")));

/** Shows it for an idea that is, or was, in the bank. */
export async function openUptake(state) {
  const result = await call("GET", "/api/my/idea/interests", { token });
  if (!result.ok) return;
  const { interests, path } = result.data;
  show(byId("uptake"), state === "PUBLISHED" || interests.length > 0 || Boolean(path));
  render(result.data);
}

function render(data) {
  province = data.province;
  renderOwn(data.path);
  show(byId("start-part"), data.mayStart);
  show(byId("no-requests"), data.interests.length === 0);
  byId("requests").replaceChildren(...[...data.interests].reverse().map(requestOf));
}

function renderOwn(path) {
  show(byId("own"), Boolean(path));
  if (!path) return;
  byId("own-stage").textContent = text(`interest.stage.${path.stage}`);
  if (path.reservedUntil) write(byId("own-reserved"), "interest.reserved", { date: date(path.reservedUntil) });
  show(byId("own-reserved"), Boolean(path.reservedUntil));
  byId("own-joined").textContent = text("follow.uptake.joined", { count: path.joined });
  show(byId("say-details"), path.mayReport);
  fill(path);
}

function requestOf(it) {
  const name = it.organisation ?? text(`party.kind.${it.kind}`);
  return make("li", { class: "person" },
    make("h4", {}, make("bdi", {}, name)),
    make("ul", { class: "tags" }, make("li", {}, text(`interest.stage.${it.stage}`)), make("li", {}, nameOf(it.province)),
      it.members ? make("li", {}, text("path.members", { count: number(it.members) })) : null),
    it.why ? make("blockquote", {}, make("p", { dir: "auto" }, it.why)) : null,
    make("p", { class: "quiet" }, text("follow.uptake.askedAt", { date: date(it.askedAt) })),
    it.contact ? contactOf(it.contact) : null,
    it.registration ? write(make("p"), "path.registration", { ...it.registration, date: date(`${it.registration.on}T12:00:00Z`) }) : null,
    it.learnt ? make("blockquote", {}, make("p", { dir: "auto" }, it.learnt)) : null,
    it.mayAnswer ? answering(it, name) : null);
}

function contactOf({ name, email, phone }) {
  const address = make("a", { dir: "ltr", href: email ? `mailto:${email}` : `tel:${phone}` }, email ?? phone);
  return make("p", { class: "notice" }, text("interest.contact.party"), make("br"), make("bdi", {}, name), " · ", address);
}

function answering(it, name) {
  return make("div", {}, make("p", {}, text("follow.uptake.consequence")), make("p", { class: "actions" },
    press("button", "follow.uptake.agree", name, () => answer(it, "AGREE", "follow.uptake.agreed")),
    press("button second", "follow.uptake.decline", name, () => answer(it, "DECLINE", "follow.uptake.declined"))));
}

/** Of several buttons with the same words each names whom it is about. */
function press(kind, words, name, work) {
  const button = make("button", { class: kind, type: "button", "aria-label": `${text(words)} · ${name}` }, text(words));
  button.addEventListener("click", () => busy(button, status, work));
  return button;
}

const answer = (it, said, done) => changed("POST", `/api/my/idea/interests/${encodeURIComponent(it.id)}/answer`, { answer: said }, done);

async function changed(method, path, body, done) {
  const result = await call(method, path, { token, body });
  if (result.ok) {
    render(result.data);
    announce(text(done));
  } else {
    tell(status, result);
    status.focus();
  }
}

function announce(message) {
  say(status, message);
  status.focus();
}
