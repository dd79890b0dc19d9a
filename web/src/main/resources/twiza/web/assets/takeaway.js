// Files that come in parts, each of which names the next in its header Link: taken away as one.
import { language, make } from "./shared.js";

const NEXT = /<(.*)>; rel="next"/;
const NAMED = /filename="(.*)"/;

/**
 * @param path of the file, without what is asked of it
 * @param name of the file; without one the answer's own
 * @param join makes one text of the texts of all parts
 * @returns {Promise<{ok: boolean, status: number, data?: object}>} like a call's result; the file is saved when it is ok
 */
export async function takeAway({ path, asked = "", name, type, join }) {
  const parts = [];
  let own = "";
  for (let address = path + asked; address;) {
    const answer = await fetch(address, { cache: "no-store", headers: { "Accept-Language": language } }).catch(() => null);
    if (!answer?.ok) return { ok: false, status: answer?.status ?? 0, data: await answer?.json().catch(() => null) };
    own = NAMED.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? "";
    parts.push(await answer.text());
    const on = NEXT.exec(answer.headers.get("Link") ?? "");
    address = on ? path + on[1] : "";
  }
  save(join(parts), name || own, type);
  return { ok: true, status: 200 };
}

/** Every part begins with the line that names the columns. Reading took the byte order mark away, without which spreadsheets misread what is not Latin. */
export const joinLines = (parts) => "\ufeff" + parts.map((lines, at) => (at ? lines.slice(lines.indexOf("\r\n") + 2) : lines)).join("");

/** What is a list in the first part goes on in the others. */
export function joinLists(list) {
  return (parts) => {
    if (parts.length === 1) return parts[0];
    const all = parts.map((part) => JSON.parse(part));
    return JSON.stringify({ ...all[0], [list]: all.flatMap((part) => part[list]) });
  };
}

function save(text, name, type) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  URL.revokeObjectURL(link.href);
}
