/** Resolve once `element` comes near the screen, is about to be printed, or is gone. */
export function seen(element, signal) {
  return new Promise((done) => {
    const come = ([entry]) => entry.isIntersecting && done();
    const watch = new IntersectionObserver(come, { rootMargin: "400px" });
    watch.observe(element);
    signal.addEventListener("abort", () => {
      watch.disconnect();
      done();
    });
    addEventListener("beforeprint", done, { signal });
  });
}
