import { goIn, isOnTheWay } from "./door.js";
import { askOne, busy, byId, call, fromLink, make, quiet, say, show, tell, text, write } from "./shared.js";

const SESSION = "/api/staff/session";
const ASKED = "twiza.desk.asked";
const PARTS = ["ask", "asked", "by-link", "elsewhere"];

const token = fromLink("token");
const status = byId("status");
const otherTabs = new BroadcastChannel("twiza.desk");

askOne(byId("ask-form"), "email", async (email, region) => {
  const result = await call("POST", "/api/staff/sign-in", { body: { email } });
  if (result.ok) {
    quiet(region);
    quiet(status);
    awaitCode(email);
    byId("asked-title").focus();
  }
  return result;
});

askOne(byId("code-form"), "code", async (code, region) => {
  const result = await call("POST", SESSION, { body: { code } });
  if (result.ok) enter();
  else if (result.status === 401) {
    quiet(region);
    over();
  } else if (result.data?.errors?.length) return { ok: false, data: { errors: [{ message: text("desk.signIn.wrongCode") }] } };
  else return result;
  return { ok: true };
});

byId("again").addEventListener("click", () => {
  sessionStorage.removeItem(ASKED);
  quiet(status);
  showOnly("ask");
  byId("f-email").focus();
});

// Mail scanners open links and run scripts: only a press signs in.
byId("enter").addEventListener("click", (event) => busy(event.currentTarget, status, enterByLink));

// The link opened in another tab of this browser: who waits here is in as well.
otherTabs.addEventListener("message", () => {
  if (!byId("asked").hidden) enter(false);
});

begin();

function begin() {
  const address = sessionStorage.getItem(ASKED);
  if (token) {
    showOnly("by-link");
  } else if (address) {
    awaitCode(address);
  } else {
    showOnly("ask");
    if (fromLink("left")) say(status, text("desk.signIn.left"));
    else if (isOnTheWay()) say(status, text("desk.signIn.first"));
  }
}

function showOnly(part) {
  PARTS.forEach((id) => show(byId(id), id === part));
}

/** Kept for when a phone drops the page while its owner reads the mail. */
function awaitCode(address) {
  sessionStorage.setItem(ASKED, address);
  write(byId("asked-text"), "desk.signIn.asked.text", { address });
  byId("code-form").reset();
  showOnly("asked");
}

async function enterByLink() {
  const result = await call("POST", SESSION, { body: { token } });
  if (result.ok) {
    enter();
  } else if (result.data?.signInCode) {
    // A link that let them in before leads whoever is still signed in to the desk.
    if ((await call("GET", "/api/staff/me")).ok) {
      goIn();
      return;
    }
    quiet(status);
    byId("digits").textContent = result.data.signInCode;
    showOnly("elsewhere");
    byId("elsewhere-title").focus();
  } else if (result.status === 401) {
    over();
  } else {
    tell(status, result);
  }
}

function enter(telling = true) {
  sessionStorage.removeItem(ASKED);
  if (telling) otherTabs.postMessage("in");
  goIn();
}

function over() {
  sessionStorage.removeItem(ASKED);
  history.replaceState(null, "", location.pathname);
  showOnly("ask");
  status.classList.add("wrong");
  status.replaceChildren(make("div", {}, text("desk.signIn.over.title")), make("div", {}, text("desk.signIn.over.text")));
  status.focus();
}
