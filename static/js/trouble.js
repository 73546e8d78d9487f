/**
 * What to tell a person whose request failed.
 * @param {number} status of the HTTP answer, or 0 when none came
 * @returns {string} one sentence that says what to do next
 */
export function sentence(status) {
  if (status === 0) return "The server cannot be reached. What you wrote is still here; try again in a moment.";
  if (status === 401) return "You are signed out. What you wrote is still here: sign in in another tab, then try again.";
  if (status === 403) return "This is not allowed, or the page was open too long. Load it again and retry.";
  if (status === 404) return "This is no longer there. Load the page again to see what is.";
  if (status === 413) return "This is too large to send.";
  if (status === 429) return "That was too often. Wait a minute and try again.";
  if (status === 503) return "Something large is being saved, an import most likely. What you wrote is still here; try again in a minute.";
  return "Something broke on our side. What you wrote is still here; try again in a moment.";
}
