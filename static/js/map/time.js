/** The map through time: a slider over the weeks, play, and three months ago beside now. */
import { dayNumber, isoDay } from "./source.js";

const A_WEEK = 7;
const A_STEP = 600; // milliseconds between two weeks of a play

/** The day that the slider's place stands for: "" is now. */
export function dayAt(weeks, now) {
  return weeks ? isoDay(now - weeks * A_WEEK) : "";
}

/** How many whole weeks before now a day lies. */
export function weeksBefore(on, now) {
  return on ? Math.max(0, Math.round((now - dayNumber(on)) / A_WEEK)) : 0;
}

/** Let `map` be moved through time until `signal` says that it left the page. */
export function tell(map, signal) {
  const bar = map.querySelector(".map-time");
  const [slider, play, compare] = ["input[type=range]", "[data-play]", "[data-compare]"].map((one) => bar.querySelector(one));
  const { now } = map.source;
  let playing = null;
  const weeks = () => -Number(slider.value);
  const go = (on) => map.go({ ...map.view, on }, "replaceState");
  const stop = () => {
    clearTimeout(playing);
    playing = null;
    play.textContent = "Play";
  };
  const step = async () => {
    if (!weeks()) return stop();
    const next = weeks() - 1;
    if (next > 1) map.source.day(dayAt(next - 1, now.day)).catch(() => {}); // the week after, ahead of time
    await go(dayAt(next, now.day));
    if (playing) playing = setTimeout(step, A_STEP);
  };
  const start = async () => {
    play.textContent = "Pause";
    playing = -1;
    if (!weeks()) await go(dayAt(-Number(slider.min), now.day));
    if (playing) playing = setTimeout(step, A_STEP);
  };
  const show = () => {
    const { on, colour } = map.view;
    slider.value = -weeksBefore(on, now.day);
    const words = on ? `As it was on ${inWords(on)}` : "As it is now";
    slider.setAttribute("aria-valuetext", words);
    bar.querySelector("output").textContent = words;
    compare.setAttribute("aria-pressed", String(colour === "change"));
  };
  slider.addEventListener("input", () => (stop(), go(dayAt(weeks(), now.day))), { signal });
  play.addEventListener("click", () => (playing ? stop() : start()), { signal });
  compare.addEventListener("click", () => map.go({ ...map.view, colour: map.view.colour === "change" ? "" : "change" }, "replaceState"), { signal });
  map.addEventListener("map:shown", show, { signal });
  signal.addEventListener("abort", stop);
}

/** "1 May 2026" of "2026-05-01". */
export function inWords(iso) {
  return new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
