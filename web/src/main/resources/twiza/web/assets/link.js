import { askOne, byId, call, date, make, text, write } from "./shared.js";

askOne(byId("link"), "email", async (email, status) => {
  const result = await call("POST", "/api/my/link", { body: { email } });
  if (!result.ok) return result;
  status.replaceChildren(make("div", {}, text("link.sent.title")), write(make("p"), "link.sent.text", { address: email }));
  return result;
});

askOne(byId("tracking"), "trackingCode", async (code, status) => {
  const result = await call("GET", `/api/tracking/${encodeURIComponent(code)}`);
  if (result.status === 404) return { ok: false, data: { errors: [{ message: text("link.code.unknown") }] } };
  if (!result.ok) return result;
  const { trackingCode, state, submittedAt, changedAt } = result.data;
  status.replaceChildren(
    write(make("p"), "link.code.result", { code: trackingCode, state: text(`state.${state}`) }),
    make("p", { class: "quiet" }, text("link.code.dates", { submitted: date(submittedAt), changed: date(changedAt) })));
  return result;
});
