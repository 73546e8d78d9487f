/** The map by keyboard: arrows walk, Enter opens, slash searches, Escape returns. */
import { follow, zoom } from "./camera.js";
import { pick } from "./picking.js";
import { ARROWS, nextPerson } from "./walk.js";
import { describePerson } from "./words.js";

export class Keys {
  constructor(map, signal) {
    this.map = map;
    map.stage.addEventListener("keydown", (press) => this.hear(press), { signal });
    map.stage.addEventListener("blur", () => map.drawing?.lift({ focused: null }), { signal });
    map.form.addEventListener("keydown", (press) => this.hearForm(press), { signal });
  }

  hear(press) {
    if (press.ctrlKey || press.altKey || press.metaKey) return;
    const act = ARROWS[press.key] ? () => this.walk(ARROWS[press.key]) : this.others[press.key];
    if (!act) return;
    press.preventDefault();
    press.stopPropagation();
    act(press);
  }

  others = {
    Enter: (press) => this.open(press.shiftKey),
    "/": () => this.map.form.elements.q.focus(),
    Escape: () => this.back(),
    "+": () => zoom(this.map.drawing, "in"),
    "-": () => zoom(this.map.drawing, "out"),
    0: () => zoom(this.map.drawing, "all"),
  };

  /** From the search, Enter and Escape lead back to the map. */
  hearForm(press) {
    if (press.target.name !== "q" || !["Enter", "Escape"].includes(press.key)) return;
    press.preventDefault();
    this.map.stage.focus();
    if (press.key === "Enter") this.walk(null);
  }

  /** Walk along the ties of the person in focus; where they have none, to whoever is near. */
  walk(arrow) {
    const { data, drawing } = this.map;
    const { seen, stays } = drawing.scene;
    const from = drawing.focused ?? drawing.chosen;
    if (from === null || !arrow) return this.stand(this.foremost(stays));
    const around = drawing.around[from].map((tie) => tie.other).filter((row) => seen[row]);
    const everybody = data.people.id.map((_, row) => row).filter((row) => seen[row]);
    const to = nextPerson(data.people, from, arrow, around.length ? around : everybody);
    if (to === null) this.map.say("Nobody they have a tie to stands that way.");
    else this.stand(to);
  }

  /** The best connected of those the filters keep. */
  foremost(stays) {
    const { contact } = this.map.data.people;
    return contact.reduce((best, many, row) => (stays[row] && !(many <= contact[best]) ? row : best), null);
  }

  stand(row) {
    if (row === null) return this.map.say("Nobody matches.");
    const { data, drawing } = this.map;
    drawing.lift({ focused: row });
    follow(drawing, row);
    this.map.say(describePerson(data, row, drawing.around[row]));
  }

  /** Open the person in focus; with Shift, take them into the group or out of it. */
  open(grouping) {
    const { data, drawing } = this.map;
    if (drawing.focused === null) this.walk(null);
    else pick(this.map, data.people.id[drawing.focused], grouping);
  }

  back() {
    this.map.drawing.lift({ focused: null });
    this.map.reaching = null;
    this.map.choose({});
  }
}
