"""What a browser complains about while a test drives it."""

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

# No graphics card, and a finger that was answered late: slower, nothing wrong.
SLOW = ("GPU stall due to ReadPixels", "Ignored attempt to cancel a touch")
CANCELLED = "net::ERR_ABORTED"  # a page left, or a search typed over: nobody's fault


@dataclass
class Trouble:
    """Every console error, page error and failed request; CSP violations are among them.

    A test that provokes one on purpose names it: `trouble.expect("status of 422")`.
    """

    sentences: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Listen to every page of `context`, also to those it opens later."""
        context.on("console", self.hear_console)
        context.on("weberror", self.hear_error)
        context.on("requestfailed", self.hear_request)

    def hear_console(self, message: ConsoleMessage) -> None:
        """Note an error or a warning written to the console."""
        slow = any(part in message.text for part in SLOW)
        if message.type in {"error", "warning"} and not slow:
            where = message.location.get("url", "")
            self.sentences.append(f"console {message.type}: {message.text} {where}")

    def hear_error(self, error: WebError) -> None:
        """Note what a script of the page threw."""
        self.sentences.append(f"page error: {error.error}")

    def hear_request(self, request: Request) -> None:
        """Note a request that got no answer."""
        if request.failure != CANCELLED:
            self.sentences.append(f"failed request: {request.url} {request.failure}")

    def expect(self, part: str) -> None:
        """Allow sentences that contain `part`; the test fails if none does."""
        self.expected.append(part)

    def unexpected(self) -> list[str]:
        """Return what nobody expected, and what was expected in vain."""
        surprises = [
            heard
            for heard in self.sentences
            if not any(part in heard for part in self.expected)
        ]
        vain = [
            part for part in self.expected if not any(part in s for s in self.sentences)
        ]
        return surprises + [f"expected, but did not happen: {part}" for part in vain]
