const YEAR = 365 * 24 * 3600; // seconds

/**
 * The cookie that remembers a theme; the server draws the next page with it, so nothing flashes.
 * @param {"light" | "dark" | ""} theme "" follows the system
 */
export function themeCookie(theme) {
  if (!["light", "dark", ""].includes(theme)) throw new RangeError(`there is no theme ${theme}`);
  return `theme=${theme}; path=/; max-age=${theme ? YEAR : 0}; samesite=lax`;
}
