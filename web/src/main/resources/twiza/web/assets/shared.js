// What every script of the site speaks: the page's messages, the API, forms and their refusals.

export const root = document.documentElement;
root.dataset.script = "";

export const language = root.dataset.language;
const { messages, names, standIns = [] } = globalThis.sentences;
const fragment = new URLSearchParams(location.hash.slice(1));

/** The credential or code that a link carries behind its #. */
export const fromLink = (name) => fragment.get(name) ?? "";
export const byId = (id) => document.getElementById(id);
export const pageOf = (path) => `/${language}${path}`;
export const has = (key) => key in messages || `${key}.other` in messages;
export const nameOf = (code) => names[code] ?? code;

/** A sentence with its {placeholders} filled; where it counts something, the first number among the values decides its form. */
export function text(key, values = {}) {
  const [sentence, written, isStandIn] = said(key, values);
  const filled = sentence.replace(/\{(\w+)\}/g, (whole, name) => written[name] ?? whole);
  return isStandIn ? `\u2067${filled.replace(/[\u2067\u2069]/g, "")}\u2069` : filled;
}

/** Writes a sentence into an element; the values, which a user may have written, stand isolated. */
export function write(element, key, values = {}) {
  const [sentence, written, isStandIn] = said(key, values);
  const parts = sentence.split(/\{(\w+)\}/).map((part, i) => (i % 2 ? isolated(written[part] ?? "") : part));
  element.replaceChildren(...(isStandIn ? [make("span", ARABIC, ...parts)] : parts));
  return element;
}

/** As the class Messages does: a key's sentence, or its form for what it counts, whose numbers are then written as the reader does. */
function said(key, values) {
  if (key in messages || !has(key)) return [messages[key] ?? key, values, standIns.includes(key)];
  const counted = Object.values(values).find((value) => typeof value === "number");
  const written = Object.entries(values).map(([name, value]) => [name, typeof value === "number" ? number(value) : value]);
  const isStandIn = standIns.includes(`${key}.other`);
  const form = formOf(isStandIn ? ARABIC.lang : root.lang, counted);
  return [messages[`${key}.${form}`] ?? messages[`${key}.other`], Object.fromEntries(written), isStandIn];
}

// Arabic that stands in for Tamazight stands isolated in a string, and in an element of its own once it is on the page.
const ARABIC = { lang: "ar", dir: "rtl" };
const ISOLATED = /\u2067([^\u2069]*)\u2069/;
if (standIns.length > 0) new MutationObserver(markStandIns).observe(root, { childList: true, subtree: true, characterData: true });

function markStandIns(changes) {
  for (const node of changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes])) {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let at = texts.currentNode; at; at = texts.nextNode()) if (ISOLATED.test(at.data ?? "")) found.push(at);
    for (const it of found.filter(({ parentElement }) => parentElement && !parentElement.matches("option, title, textarea"))) {
      it.replaceWith(...it.data.split(ISOLATED).map((part, i) => (i % 2 ? make("span", ARABIC, part) : part)));
    }
  }
}

/** The form of what is counted, after CLDR; a language without rules there has one. */
export function formOf(tag, count) {
  return Intl.PluralRules.supportedLocalesOf(tag).length ? new Intl.PluralRules(tag).select(count) : "other";
}

/** Addresses and phone numbers read from left to right, even where no letter says so. */
function isolated(value) {
  return make("bdi", { dir: /^[\x00-\x7f]*$/.test(value) ? "ltr" : null }, value);
}

/** An element with its attributes and children. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function show(element, shown = true) {
  element.hidden = !shown;
  return element;
}

/** Puts a drawing that the server made, as SVG, into an element. */
export function draw(svg, element) {
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (drawing.tagName === "svg") element.replaceChildren(document.importNode(drawing, true));
}

// Dates, numbers and money: the same patterns as in the pages and the mails.

const offsets = document.querySelector("meta[name=offsets]").content.split(" ").map((change) => change.split(":").map(Number));

export function date(instant) {
  const local = inMorocco(instant);
  const day = local.getUTCDate() === 1 ? text("format.firstDay") : local.getUTCDate();
  return text("format.date", { day, month: text(`month.${local.getUTCMonth() + 1}`), year: local.getUTCFullYear() });
}

export function dateTime(instant) {
  return text("format.dateTime", { date: date(instant), time: inMorocco(instant).toISOString().slice(11, 16) });
}

/** The same with the zone it is told in, as a deadline has it. */
export function dateTimeWithZone(instant) {
  const offset = Math.round((inMorocco(instant).getTime() - Date.parse(instant)) / 3_600_000);
  return text("format.withZone", { dateTime: dateTime(instant), offset: `UTC+${offset}` });
}

/** A date whose UTC fields show what the clock on a Moroccan wall shows, by the server's own zone rules. */
function inMorocco(instant) {
  const at = Date.parse(instant);
  const [, minutes] = offsets.filter(([from]) => from * 1000 <= at).pop() ?? offsets[0];
  return new Date(at + minutes * 60_000);
}

/** The day that it is in Morocco, such as 2026-05-04. */
export const dayOf = (instant) => inMorocco(instant).toISOString().slice(0, 10);

const DAY = 86_400_000;

/** How many days ago something was, as one says it: today, yesterday, 3 days ago. */
export function daysAgo(instant) {
  const dayNumber = (at) => Math.floor(inMorocco(at).getTime() / DAY);
  const days = Math.max(0, dayNumber(new Date().toISOString()) - dayNumber(instant));
  return days > 1 ? text("format.daysAgo", { count: days }) : text(days ? "format.yesterday" : "format.today");
}

export const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, text("format.group"));
export const money = (value) => text("format.money", { amount: number(value) });

// The server's clock: a deadline is told by it, and that of a device may be far off.

let drift = 0;

export const now = () => Date.now() + drift;

/** What the way here may have taken is no drift. An answer that a cache has kept says for how long. */
function hear(response, asked) {
  const told = Date.parse(response.headers.get("Date")) + Number(response.headers.get("Age") ?? 0) * 1_000;
  const heard = Date.now();
  const apart = told - (asked + heard) / 2;
  if (Number.isNaN(apart)) return;
  drift = Math.abs(apart) > 1_000 + (heard - asked) / 2 ? apart : 0;
}

/** Things in a row, as one tells them. */
export const list = (items) => items.reduce((first, next, i) => text(i === items.length - 1 ? "format.list.last" : "format.list", { first, next }));

// The API

/**
 * Calls the API. Answers {ok, status, data}; status 0 when the line is down.
 * @param options token, body (sent as JSON), headers
 */
export async function call(method, path, { token = "", body, headers = {} } = {}) {
  const request = { method, cache: "no-store", headers: { Accept: "application/json", "Accept-Language": language, ...headers } };
  if (token) request.headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) {
    request.headers["Content-Type"] = "application/json";
    request.body = typeof body === "string" ? body : JSON.stringify(body);
  }
  try {
    const asked = Date.now();
    const response = await fetch(path, request);
    hear(response, asked);
    const answer = await response.text();
    const json = (response.headers.get("Content-Type") ?? "").includes("json");
    return { ok: response.ok, status: response.status, data: json && answer ? JSON.parse(answer) : answer };
  } catch {
    return { ok: false, status: 0, data: null };
  }
}

/** Says in a live region what went wrong and what to do next; `again` adds a button that tries again. */
export function tell(region, result, { offline = "js.failed", again = null } = {}) {
  const code = result.data?.code;
  const known = code && has(`error.${code}.title`);
  const fallback = result.status >= 500 ? "error.UNAVAILABLE" : "error.NOT_READABLE";
  const lines = result.status === 0
    ? [text(offline)]
    : known
      ? [text(`error.${code}.title`), text(`error.${code}.text`)]
      : [result.data?.title ?? text(`${fallback}.title`), result.data?.detail ?? text(`${fallback}.text`)];
  region.classList.add("wrong");
  region.replaceChildren(...lines.map((line) => make("div", {}, line)));
  if (again) {
    const button = make("button", { class: "button second", type: "button" }, text("js.retry"));
    button.addEventListener("click", () => {
      quiet(region);
      again();
    });
    region.append(button);
  }
}

export function say(region, message) {
  region.classList.remove("wrong");
  region.textContent = message;
}

export const quiet = (region) => say(region, "");

/** Runs what a button starts, once at a time, and says so. */
export async function busy(button, region, work) {
  if (button.disabled) return;
  button.disabled = true;
  say(region, text("js.sending"));
  try {
    await work();
  } finally {
    button.disabled = false;
  }
}

// Forms

const western = (digits) => digits.replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15);

// The functions read forms by the same pattern (Figure), held to the same vectors.
const SPACE = "[ \\t\\u00a0\\u2007\\u2009\\u202f]";
const DIRHAMS = "(?:MAD|DHS?|DIRHAMS?|درهم(?:ا|اً|ًا)?|دراهم|د\\.?م)\\.?";
const CENTS = "[.,٫]0{1,2}";
const PLAIN = `(\\d+)(?:${CENTS})?`;
const GROUPED = `([1-9]\\d{0,2}(${SPACE}|[.,'’٬٫،])\\d{3}(?:\\4\\d{3})*)(?:(?!\\4)${CENTS})?`;
const FIGURE = new RegExp(`^${SPACE}*(?:${DIRHAMS}${SPACE}*)?(-?)(?:${PLAIN}|${GROUPED})${SPACE}*(?:${DIRHAMS})?${SPACE}*$`, "i");

/** A figure as people type it, "50 000", "50.000,00 DH" or "٥٠٬٠٠٠"; left as typed when it is none, or not a whole one. */
export function figure(typed) {
  const [, sign, plain, grouped] = FIGURE.exec(western(typed).replace(/[\u200e\u200f\u061c]/g, "")) ?? [];
  const digits = (plain ?? grouped ?? "").replace(/\D/g, "");
  return digits && Number.isSafeInteger(Number(digits)) ? Number(`${sign}${digits}`) : typed.trim();
}

/** The form's answers by field name, blanks left out; ticks are true or false. */
export function answers(form) {
  const found = {};
  for (const field of form.elements) {
    if (!field.name || field.type === "hidden" || (field.type === "radio" && !field.checked)) continue;
    if (field.type === "checkbox") found[field.name] = field.checked;
    else if (field.value.trim() === "") continue;
    else if (field.type === "radio" && /^(true|false)$/.test(field.value)) found[field.name] = field.value === "true";
    else found[field.name] = "number" in field.dataset ? figure(field.value) : field.value.trim();
  }
  return found;
}

/** {"author.name": "x"} as {author: {name: "x"}}. */
export function nested(flat) {
  const whole = {};
  for (const [path, value] of Object.entries(flat)) {
    const steps = path.split(".");
    const last = steps.pop();
    steps.reduce((at, step) => (at[step] ??= {}), whole)[last] = value;
  }
  return whole;
}

const lengthOf = (value) => [...value.trim()].length;

/** What the browser can already tell is wrong: [{field, message}] in the order of the form. */
export function check(form) {
  const wrong = [];
  const seen = new Set();
  for (const field of form.elements) {
    if (!field.name || seen.has(field.name)) continue;
    seen.add(field.name);
    const message = refusal(form, field);
    if (message) wrong.push({ field: field.name, message });
  }
  return wrong;
}

function refusal(form, field) {
  const { min, max } = field.dataset;
  if (field.type === "checkbox") return field.required && !field.checked ? text("error.field.MUST_BE_TRUE") : "";
  const value = field.type === "radio" ? form.elements.namedItem(field.name).value : field.value;
  const length = lengthOf(value);
  if (length === 0) return field.required ? text("error.field.REQUIRED") : "";
  if ("number" in field.dataset && typeof figure(value) !== "number") return text("error.field.WRONG_TYPE");
  if (min && length < Number(min)) return text("error.field.TOO_SHORT", { min: Number(min) });
  return max && length > Number(max) ? text("error.field.TOO_LONG", { max: Number(max) }) : "";
}

/** Shows what is wrong beside each field and in the summary, and moves the focus there. */
export function refuse(form, summary, wrong) {
  accept(form, summary);
  const items = inOrderOfPage(wrong).map(({ field, message }) => {
    const target = byId(`f-${field}`);
    const beside = byId(`e-${field}`);
    if (beside) {
      beside.textContent = message;
      beside.hidden = false;
    }
    if (target && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) target.setAttribute("aria-invalid", "true");
    const label = has(`field.${field}.label`) ? text("error.field.at", { label: text(`field.${field}.label`), message }) : message;
    const link = make("a", { href: `#f-${field}` }, label);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      reach(target);
    });
    return make("li", {}, link);
  });
  summary.querySelector("h2").textContent = text("js.errors", { count: items.length });
  summary.querySelector("ul").replaceChildren(...items);
  show(summary).focus();
}

function inOrderOfPage(wrong) {
  const following = (one, other) => one && other && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  return [...wrong].sort((one, other) => (following(byId(`f-${one.field}`), byId(`f-${other.field}`)) ? -1 : 1));
}

function reach(target) {
  if (!target) return;
  for (let details = target.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
  const field = target.matches("fieldset.choices") ? target.querySelector("input") ?? target : target;
  field.focus();
}

export function accept(form, summary) {
  show(summary, false);
  form.querySelectorAll(".error").forEach((error) => {
    error.textContent = "";
    error.hidden = true;
  });
  form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
}

/** One field, one button, one answer below it: the work takes the value and the region, and gives back a result. */
export function askOne(form, name, work) {
  const status = form.querySelector(".status");
  const field = form.elements.namedItem(name);
  const error = byId(`e-${name}`);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const value = field.value.trim();
    wrong(value ? "" : text("error.field.REQUIRED"));
    if (value) busy(form.querySelector("[type=submit]"), status, () => answerTo(value));
  });

  async function answerTo(value) {
    const result = await work(value, status);
    if (result.ok) return;
    const refused = result.data?.errors?.[0];
    if (refused) {
      quiet(status);
      wrong(refused.message);
    } else tell(status, result);
  }

  function wrong(message) {
    error.textContent = message;
    error.hidden = !message;
    field.toggleAttribute("aria-invalid", false);
    if (message) {
      field.setAttribute("aria-invalid", "true");
      field.focus();
    }
  }
}

/** What is wrong when a form names no contact, or two. */
export function contactRefusal(form) {
  const { "author.email": email, "author.phone": phone } = answers(form);
  return Boolean(email) === Boolean(phone) ? [{ field: "author", message: text("error.field.ONE_CONTACT") }] : [];
}

/** Names one attempt to send something, so that sending it again does nothing twice. */
export function randomKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const PAUSE = 1_500;

/** Counts the characters under each field that has a most. */
export function countCharacters(form) {
  for (const field of form.querySelectorAll("[data-max]")) {
    const line = make("p", { class: "count", "aria-hidden": "true" });
    field.after(line);
    const count = () => {
      const length = lengthOf(field.value);
      const { min, max } = field.dataset;
      const short = min && length > 0 && length < Number(min);
      line.textContent = short ? text("count.min", { min: Number(min) }) : text("count.characters", { count: length, max: Number(max) });
      line.classList.toggle("over", length > Number(max));
    };
    field.addEventListener("input", count);
    speakAfterPauses(field, line);
    count();
  }
}

/** What stands there once somebody pauses is said to whoever does not see it. */
function speakAfterPauses(field, line) {
  const spoken = make("p", { class: "aside-field", role: "status" });
  line.after(spoken);
  let pause;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    if (field === document.activeElement) pause = setTimeout(() => (spoken.textContent = line.textContent), PAUSE);
  });
}

/** Offers only the communes of the province chosen. */
export function communesOfProvince(form) {
  const list = byId("communes");
  const all = [...list.options];
  const province = form.elements.namedItem("province");
  const narrow = () => list.replaceChildren(...all.filter((option) => !province.value || option.dataset.province === province.value));
  province.addEventListener("change", narrow);
  narrow();
  return narrow;
}

/** The events of an idea, the newest first. */
export function historyOf(history, list) {
  const events = [...history].sort((one, other) => (one.at < other.at ? 1 : -1));
  list.replaceChildren(...events.map(({ at, kind, reason, by, detail }) =>
    make("li", {},
      make("span", {}, has(`history.${kind}`) ? text(`history.${kind}`) : text("history.OTHER"), detail ? ` · ${detail}` : ""),
      make("time", { datetime: at }, dateTime(at)),
      by ? write(make("span", { class: "quiet" }), "happening.by", { name: by }) : null,
      reason ? make("blockquote", {}, make("p", { dir: "auto" }, reason)) : null)));
}

// Skipping the header moves nothing but the focus: neither the address, which may hold a private link, nor the way back.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("content").focus();
});

// A private link stays with the page when the reader changes the language, and another one pasted over it opens like any other link.
if (location.hash.includes("=")) document.querySelectorAll(".languages a").forEach((link) => (link.hash = location.hash));
addEventListener("hashchange", () => location.hash.includes("=") && location.reload());
