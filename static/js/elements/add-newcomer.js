import { FormDialog } from "./form-dialog.js";

/** <add-newcomer data-address="/people/new/?name="> adds who a <people-picker> did not find, and hands them to it. */
export class AddNewcomer extends FormDialog {
  connectedCallback() {
    super.connectedCallback();
    this.on(document, "person-missing", (event) => this.ask(event));
    this.on(document, "person-added", (event) => this.hand(event.detail));
  }

  ask({ target, detail }) {
    this.asker = target;
    this.open(this.dataset.address + encodeURIComponent(detail.name));
  }

  hand({ pk, name }) {
    this.finish();
    this.asker.take(String(pk), name);
  }
}
