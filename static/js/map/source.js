/** What the map draws, as a view asks for it: today's ties, a day gone by, certain conversations, other places. */
import { writeAddress } from "./address.js";
import { sentence } from "../trouble.js";
import { asksTalks } from "./kept.js";
import { unpack, unpackPlaces, unpackTies } from "./unpack.js";

const COMPARED = 91; // days between now and then
const KEPT = 60; // days gone by that are remembered
const EPOCH = 719163; // the day that computers count from, as the server counts days

/** "2026-05-01" of the server's number of a day. */
export function isoDay(day) {
  return new Date((day - EPOCH) * 86_400_000).toISOString().slice(0, 10);
}

/** The server's number of the day "2026-05-01". */
export function dayNumber(iso) {
  return Date.parse(iso) / 86_400_000 + EPOCH;
}

/** What to tell of an answer that is none. */
function why({ status, redirected }) {
  if (redirected) return sentence(401); // to the sign-in
  return status === 400 ? "That day cannot be shown; this is today. Choose another day." : sentence(status);
}

export class Source {
  /** Ask `data` for ties, `talks` for conversations and `together` for places until `signal` says to stop. */
  constructor({ data, talks, together }, signal) {
    Object.assign(this, { data, talks, together, signal, days: new Map(), spoken: new Map(), places: new Map() });
  }

  async open() {
    return (this.now = unpack(await this.fetch(this.data)));
  }

  /** The row of each pair's tie; only days gone by and conversations need it. */
  get rows() {
    const { people: { id }, ties: { low, high } } = this.now;
    return (this.found ??= new Map(low.map((one, row) => [pair(id[one], id[high[row]]), row])));
  }

  async fetch(address) {
    const answer = await fetch(address, { signal: this.signal });
    if (!answer.ok || answer.redirected) throw Object.assign(new Error(`${answer.status} at ${address}`), { told: why(answer) });
    return answer.json();
  }

  /** An answer about the people who are here, row by row; throws once somebody came or went. */
  async beside(address) {
    const answer = await this.fetch(address);
    if (answer.mark !== this.now.mark) throw Object.assign(new Error(), { told: "Somebody was added or put away meanwhile. Load the page again." });
    return answer;
  }

  /** The data that `view` asks for; people stand where they stand today. */
  async of(view) {
    const day = view.on ? dayNumber(view.on) : this.now.day;
    const [ties, before, talked, people] = await Promise.all([
      view.on ? this.day(view.on) : this.now.ties,
      view.colour === "change" ? this.day(isoDay(day - COMPARED)) : null,
      asksTalks(view) ? this.talk(view) : null,
      view.together ? this.placed(view.together) : this.now.people,
    ]);
    if (!view.on && !before && !talked && people === this.now.people) return this.now;
    return { ...this.now, day, talked, people, ties: before ? { ...ties, before } : ties };
  }

  /** Everybody where they stand when each unit, or layer, keeps together. */
  placed(by) {
    if (!this.places.has(by)) {
      const address = this.together.replace("unit", by);
      this.places.set(by, this.beside(address).then((answer) => ({ ...this.now.people, ...unpackPlaces(answer) })));
      this.places.get(by).catch(() => this.places.delete(by));
    }
    return this.places.get(by);
  }

  /** The ties of a day gone by, in the rows of today's. */
  day(iso) {
    if (!this.days.has(iso)) {
      if (this.days.size >= KEPT) this.days.delete(this.days.keys().next().value);
      this.days.set(iso, this.beside(`${this.data}?on=${iso}`).then((answer) => this.aligned(unpackTies(answer.ties))));
      this.days.get(iso).catch(() => this.days.delete(iso));
    }
    return this.days.get(iso);
  }

  aligned(then) {
    const { low, high } = this.now.ties;
    const { id } = this.now.people;
    const nothing = { there: 0, back: 0, band: "unknown", thread: false };
    const columns = Object.keys(then).filter((name) => name !== "low" && name !== "high");
    const found = { low, high, present: low.map(() => false) };
    for (const name of columns) found[name] = low.map(() => nothing[name] ?? null);
    then.low.forEach((one, at) => {
      const row = this.rows.get(pair(id[one], id[then.high[at]]));
      if (row === undefined) return;
      found.present[row] = true;
      for (const name of columns) found[name][row] = then[name][at];
    });
    return found;
  }

  /** For each tie whether the two spoke in the conversations that `view` asks for. */
  talk({ since, until, channel, formality, topic }) {
    const query = writeAddress({ since, until, channel, formality, topic });
    if (!this.spoken.has(query)) {
      this.spoken.set(query, this.fetch(this.talks + query).then(({ pairs }) => this.marked(pairs)));
      this.spoken.get(query).catch(() => this.spoken.delete(query));
    }
    return this.spoken.get(query);
  }

  marked(pairs) {
    if (!pairs) return null;
    const talked = this.now.ties.low.map(() => false);
    for (const [one, other] of pairs) if (this.rows.has(pair(one, other))) talked[this.rows.get(pair(one, other))] = true;
    return talked;
  }
}

function pair(one, other) {
  return one < other ? `${one}-${other}` : `${other}-${one}`;
}
