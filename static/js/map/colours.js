/** Colours of the map, from the same tokens as every other page. */

/**
 * Work out what CSS colours are now, as "rgb(...)"; WebGL cannot read light-dark().
 * @param {Element} inside whose theme counts
 * @param {Record<string, string>} colours name to any CSS colour
 * @returns {Record<string, string>}
 */
export function resolve(inside, colours) {
  const probe = document.createElement("i");
  probe.style.forcedColorAdjust = "none"; // where colours are forced, those that tell things apart stay
  inside.append(probe);
  const found = {};
  for (const [name, colour] of Object.entries(colours)) {
    probe.style.color = colour;
    found[name] = getComputedStyle(probe).color;
  }
  probe.remove();
  return found;
}

/** The tokens the map uses, each as its CSS variable. */
export const TOKENS = Object.fromEntries(
  [
    "page surface sunken ink soft line edge accent",
    "healthy cooling one-sided strained unknown",
    "peer shareholder customer vendor user team",
  ]
    .join(" ")
    .split(" ")
    .map((name) => [name, `var(--${name})`]),
);

/** Channels of "rgb(1, 2, 3)" or "rgba(1, 2, 3, 0.5)". */
export function channels(rgb) {
  return rgb.match(/[\d.]+/g).slice(0, 3).map(Number);
}

/** Whether a ground is dark, so that what stands on it must be light. */
export function isDark(rgb) {
  const [red, green, blue] = channels(rgb);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

const known = new Map(); // a hundred thousand strokes share a few hundred inks

/** The same colour, let through by `alpha` from 0 (not seen) to 1, in steps of 0.01. */
export function faint(rgb, alpha) {
  const key = `${rgb}${Math.round(alpha * 100)}`;
  if (!known.has(key)) known.set(key, `rgba(${channels(rgb).join(",")},${alpha.toFixed(2)})`);
  return known.get(key);
}

/** A colour between two: 0 is all `ground`, 1 all `colour`. */
export function blend(ground, colour, share) {
  const below = channels(ground);
  const mixed = channels(colour).map((value, i) => below[i] + (value - below[i]) * share);
  return `rgb(${mixed.map(Math.round).join(",")})`;
}

/** One of many colours far apart in hue, readable on a light or a dark ground. */
export function hue(index, dark) {
  const turn = (index * 137.508 + 205) % 360;
  const [strength, light] = dark ? [0.55, 0.7] : [0.6, 0.36];
  const reach = strength * Math.min(light, 1 - light);
  const channel = (offset) => {
    const place = (offset + turn / 30) % 12;
    return Math.round(255 * (light - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))));
  };
  return `rgb(${channel(0)},${channel(8)},${channel(4)})`;
}
