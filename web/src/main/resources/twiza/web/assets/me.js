import { arrive, announce, mailsOf, tellAtDesk, welcome } from "./desk.js";
import { accept, answers, busy, byId, call, check, dateTime, quiet, refuse, show, text, write } from "./shared.js";

const form = byId("form");
const summary = byId("errors");
const region = form.querySelector(".status");
const mails = mailsOf(form);

form.addEventListener("submit", (event) => {
  event.preventDefault();
  busy(form.querySelector("[type=submit]"), region, keep);
});

open();

async function open() {
  const me = await arrive();
  if (me) fill(me);
}

function fill(me) {
  form.elements.name.value = me.name;
  form.elements.language.value = me.language;
  mails.fill(me);
  write(byId("address"), "desk.me.email", { address: me.email });
  write(byId("until"), "desk.me.until", { date: dateTime(me.expiresAt) });
  show(byId("me"));
}

async function keep() {
  const wrong = check(form);
  if (wrong.length) {
    quiet(region);
    refuse(form, summary, wrong);
    return;
  }
  accept(form, summary);
  const result = await call("PUT", "/api/staff/me", { body: answers(form) });
  if (result.ok) {
    quiet(region);
    welcome(result.data);
    fill(result.data);
    announce(false, text("desk.me.saved"));
  } else if (result.data?.errors?.length) {
    quiet(region);
    refuse(form, summary, result.data.errors);
  } else {
    tellAtDesk(region, result);
  }
}
