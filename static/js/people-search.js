const PAUSE = 150; // milliseconds of quiet before the server is asked

/** Asks the server for people; a newer question replaces an older one. */
export class PeopleSearch {
  /**
   * @param {string} address that the words are added to
   * @param {(options: Element[], words?: string) => void} show what was found, or words why nothing is
   */
  constructor(address, show) {
    Object.assign(this, { address, show });
  }

  /** Ask for `words` once the person pauses. */
  soon(words) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(words), PAUSE);
  }

  async now(words) {
    this.stop();
    const asked = (this.asked = new AbortController());
    try {
      const found = await ask(this.address + encodeURIComponent(words.trim()), asked.signal);
      this.show(found, found.length ? "" : `Nobody found for “${words.trim()}”`);
    } catch {
      if (!asked.signal.aborted) this.show([], "The search did not answer. Try again in a moment.");
    }
  }

  stop() {
    clearTimeout(this.timer);
    this.asked?.abort();
  }
}

/** Return the options of the fragment at `address`. Throws when the answer is not one. */
async function ask(address, signal) {
  const answer = await fetch(address, { signal, headers: { "HX-Request": "true" } });
  if (!answer.ok || answer.redirected) throw new Error(`no people at ${address}`);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return [...page.querySelectorAll("[role='option']")];
}
