const SHORTCUTS = new Map([
  ["l", "log"],
  ["/", "find"],
  ["?", "help"],
]);

/**
 * Which shortcut a key press asks for.
 * @param {{key: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean, repeat?: boolean}} press
 * @param {{typing: boolean, enabled: boolean}} now whether the person is typing, and wants single keys
 * @returns {"log" | "find" | "help" | null}
 */
export function shortcutFor(press, { typing, enabled }) {
  if (typing || !enabled || press.repeat) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  return SHORTCUTS.get(press.key) ?? null;
}

/** Whether key presses on `element` are words being written. */
export function isTyping(element) {
  return Boolean(element?.matches?.("input, select, textarea, [contenteditable], [role='textbox']"));
}
