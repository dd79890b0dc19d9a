import { busy, byId, call, date, make, quiet, tell, text, write } from "./shared.js";

listen(byId("link"), "email", async (email, status) => {
  const result = await call("POST", "/api/my/link", { body: { email } });
  if (!result.ok) return result;
  status.replaceChildren(make("div", {}, text("link.sent.title")), write(make("p"), "link.sent.text", { address: email }));
  return result;
});

listen(byId("tracking"), "trackingCode", async (code, status) => {
  const result = await call("GET", `/api/tracking/${encodeURIComponent(code)}`);
  if (result.status === 404) return { ok: false, data: { errors: [{ message: text("link.code.unknown") }] } };
  if (!result.ok) return result;
  const { trackingCode, state, submittedAt, changedAt } = result.data;
  status.replaceChildren(
    write(make("p"), "link.code.result", { code: trackingCode, state: text(`state.${state}`) }),
    make("p", { class: "quiet" }, text("link.code.dates", { submitted: date(submittedAt), changed: date(changedAt) })));
  return result;
});

/** One field, one button, one answer below it. */
function listen(form, name, work) {
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
