// What the pages gain where scripts run. Every page does its work without them.
import { confirms } from "./confirm.js";
import { dropZones } from "./drop.js";
import { linksBeside } from "./beside.js";
import { announcements } from "./live.js";
import { focusKept } from "./focus.js";
import { sliders } from "./slider.js";
import { sortableTables } from "./tables.js";
import { themes } from "./theme.js";
import { toasts } from "./toast.js";
import { meanings } from "./words.js";

// Once for the page: these listen on the document, so what arrives later is served too.
confirms();
linksBeside();
announcements();
focusKept();
themes();
toasts();
meanings();

// For each part of the page, as it arrives.
function enhance(part) {
  sortableTables(part);
  sliders(part);
  dropZones(part);
}
enhance(document);
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt));
