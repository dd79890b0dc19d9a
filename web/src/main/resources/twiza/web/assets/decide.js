import { announce, deciding } from "./deciding.js";
import { call, fromLink, text } from "./shared.js";

const PATH = "/api/moderation/decision";
const token = fromLink("token");

if (token) deciding({ read: () => call("GET", PATH, { token }), send: (body) => call("POST", PATH, { token, body }) });
else announce(true, text("js.noToken.title"), text("js.noToken.text"));
