/**
 * The token of each form against forgery. Signing in changes it in every tab: a form that was
 * open before is sent with the token of now, so that what was written in it is saved.
 */
const FIELD = "csrfmiddlewaretoken";

/**
 * @param {string} cookies as the document tells them
 * @returns {string | undefined} the token in them
 */
export function tokenIn(cookies) {
  return cookies.match(/(?:^|;\s*)csrftoken=([^;]+)/)?.[1];
}

/** Send every form of this document with the token of now. */
export function renewTokens() {
  document.addEventListener("submit", ({ target }) => renew(target), true);
  document.addEventListener("htmx:configRequest", ({ detail }) => {
    const token = tokenIn(document.cookie);
    if (!token) return;
    detail.headers["X-CSRFToken"] = token;
    if (FIELD in detail.parameters) detail.parameters[FIELD] = token;
  });
}

function renew(form) {
  const field = form.querySelector(`input[name="${FIELD}"]`);
  const token = tokenIn(document.cookie);
  if (field && token) field.value = token;
}
