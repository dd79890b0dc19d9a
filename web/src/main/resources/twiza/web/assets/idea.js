// The page of a published idea: asking to build it, and telling that something is wrong with it.
import "./ask.js";
import "./report.js";
