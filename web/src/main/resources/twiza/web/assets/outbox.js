// What a juror writes goes to the server as it is written, one sending at a time for each idea. What the server does not
// have yet stays in the browser, and goes again when the line is back.
import { forget, keep, kept } from "./kept.js";
import { call } from "./shared.js";

const SOON = 1_200;
const AGAIN = 10_000;

/**
 * @param owner whose papers they are
 * @param told called with the idea, "sent" and the paper that the server has; "later" when it will be tried again; or "refused" and the result
 */
export function outboxOf({ token, owner, told }) {
  const sending = new Set();
  const timers = new Map();
  const tried = new Map();
  const keyOf = (idea) => `twiza.paper.${owner}.${idea}`;
  const pending = (idea) => kept(keyOf(idea));

  function put(idea, content, within = SOON) {
    keep(keyOf(idea), content);
    later(idea, within);
  }

  function drop(idea) {
    clearTimeout(timers.get(idea));
    forget(keyOf(idea));
  }

  function later(idea, time) {
    clearTimeout(timers.get(idea));
    timers.set(idea, setTimeout(() => send(idea), time));
  }

  async function send(idea) {
    clearTimeout(timers.get(idea));
    const content = pending(idea);
    if (!content || sending.has(idea)) return;
    sending.add(idea);
    tried.set(idea, content);
    const result = await call("PUT", `/api/jury/reviews/${encodeURIComponent(idea)}`, { token, body: content });
    sending.delete(idea);
    if (result.ok) arrived(idea, content, result.data);
    else if (result.status === 0 || result.status === 429 || result.status >= 500) {
      later(idea, AGAIN);
      told(idea, "later", result);
    } else told(idea, "refused", result);
  }

  function arrived(idea, sent, paper) {
    const now = pending(idea);
    if (now && !same(now, sent)) put(idea, { ...now, version: paper.version }, 0);
    else drop(idea);
    told(idea, "sent", paper);
  }

  return { put, drop, pending, send, tried: (idea) => tried.get(idea) };
}

const parts = ({ marks, comment, note, submitted }) => [Object.entries(marks).sort(), comment.trim(), note.trim(), Boolean(submitted)];

/** Whether two papers say the same. */
export const same = (one, other) => JSON.stringify(parts(one)) === JSON.stringify(parts(other));
