"""Programs started as a person would start them, and stopped when a test is done."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

PATIENCE = 90  # seconds a program gets to say what is waited for, on a busy machine


def until(condition: Callable[[], object]) -> None:
    """Return once `condition()` holds; fail when patience ends."""
    patience = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < patience, "in vain"
        time.sleep(0.05)


@dataclass
class Program:
    """A running program and what it has said so far."""

    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    news: threading.Condition = field(default_factory=threading.Condition)

    def __post_init__(self) -> None:
        """Listen from the beginning."""
        self.listener = threading.Thread(target=self.listen, daemon=True)
        self.listener.start()

    def listen(self) -> None:
        """Note every line until the program closes its output."""
        for line in self.process.stdout or ():
            with self.news:
                self.said.append(line)
                self.news.notify_all()

    def wait_for(self, words: str) -> str:
        """Return the first line that holds `words`."""
        with self.news:
            self.news.wait_for(lambda: self.line(words), timeout=PATIENCE)
        line = self.line(words)
        assert line, f"It never said {words!r}, but: {''.join(self.said)}"
        return line

    def line(self, words: str) -> str:
        """Return the first line so far that holds `words`, empty if none does."""
        return next((line for line in self.said if words in line), "")

    def stop(self) -> int:
        """Ask the program to end, as a service manager would, and return its exit code."""
        self.process.terminate()
        try:
            return self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise


@contextmanager
def started(command: Sequence[object], environment: Mapping[str, str]) -> Iterator[Program]:
    """Start `command`, and stop it in the end if it still runs."""
    program = Program(
        subprocess.Popen(
            [str(part) for part in command],
            env={**environment, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
    )
    try:
        yield program
    finally:
        if program.process.poll() is None:
            program.stop()
        program.listener.join(PATIENCE)
