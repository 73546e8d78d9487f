/** Gives the frame of every page its behaviour; pages bring modules of their own. */
import { AddNewcomer } from "./elements/add-newcomer.js";
import { CommandPalette } from "./elements/command-palette.js";
import { KeyboardRows } from "./elements/keyboard-rows.js";
import { KeyboardShortcuts } from "./elements/keyboard-shortcuts.js";
import { KeptFold } from "./elements/kept-fold.js";
import { PeoplePicker } from "./elements/people-picker.js";
import { PrintButton } from "./elements/print-button.js";
import { QuickLog } from "./elements/quick-log.js";
import { ThemeSwitch } from "./elements/theme-switch.js";
import { ToastMessage, say } from "./elements/toast-message.js";
import { WhyPanel } from "./elements/why-panel.js";
import "./focus.js";
import "./menus.js";
import { renewTokens } from "./token.js";
import { sentence } from "./trouble.js";

customElements.define("add-newcomer", AddNewcomer);
customElements.define("command-palette", CommandPalette);
customElements.define("keyboard-rows", KeyboardRows);
customElements.define("keyboard-shortcuts", KeyboardShortcuts);
customElements.define("kept-fold", KeptFold);
customElements.define("people-picker", PeoplePicker);
customElements.define("print-button", PrintButton);
customElements.define("quick-log", QuickLog);
customElements.define("theme-switch", ThemeSwitch);
customElements.define("toast-message", ToastMessage);
customElements.define("why-panel", WhyPanel);

renewTokens();
document.addEventListener("htmx:responseError", (event) => say(sentence(event.detail.xhr.status)));
document.addEventListener("htmx:sendError", () => say(sentence(0)));
