"""Typed readers of the environment: an odd value is refused by the name of its variable."""

import math
import os
import re
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

PREFIX = "RELMAP_"
TESTS = ("RELMAP_TEST_", "RELMAP_DATA")  # what tests read, and no site
YES = frozenset({"1", "true", "yes", "on"})
NO = frozenset({"0", "false", "no", "off"})
FEW = 5  # names a sentence can hold
asked: set[str] = set()  # every name that was read so far


def refused(name: str, reason: str) -> ImproperlyConfigured:
    """Return the error that says why `name` cannot be used, without any password."""
    shown = re.sub(r"(://[^/@]*:)[^@]*@", r"\1***@", os.environ.get(name, ""))
    return ImproperlyConfigured(f"{name}={shown!r} {reason}")


def text(name: str, default: str) -> str:
    """Return the text of `name`; an empty variable counts as not given."""
    asked.add(name)
    return os.environ.get(name, "").strip() or default


def names(name: str, default: Sequence[str]) -> list[str]:
    """Return the comma-separated words of `name`."""
    given = text(name, ",".join(default))
    return [word.strip() for word in given.split(",") if word.strip()]


def flag(name: str, *, default: bool) -> bool:
    """Return whether `name` says yes; anything but yes or no is refused."""
    given = text(name, "on" if default else "off").lower()
    if given not in YES | NO:
        raise refused(name, "is neither on nor off")
    return given in YES


def choice(name: str, default: str, options: Sequence[str]) -> str:
    """Return the one of `options` that `name` asks for."""
    given = text(name, default)
    if given not in options:
        raise refused(name, f"is not one of: {_some(options, given)}")
    return given


def _some(options: Sequence[str], given: str) -> str:
    """Return all `options`, or of many the few most like what was `given`."""
    if len(options) <= FEW:
        return ", ".join(options)
    near = get_close_matches(given, options, FEW) or options[:FEW]
    return f"{', '.join(near)} and others"


def folder(name: str, default: Path) -> Path:
    """Return the folder that `name` asks for, made where it is missing."""
    given = Path(text(name, str(default)))
    try:
        given.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refused(name, f"is no folder to write in: {error.strerror}") from None
    return given


def number(name: str, default: float, *, above: float = -math.inf) -> float:
    """Return the finite number in `name`, greater than `above`."""
    try:
        given = float(text(name, str(default)))
    except ValueError:
        raise refused(name, "is not a number") from None
    if not math.isfinite(given):
        raise refused(name, "is not a finite number")
    if given <= above:
        raise refused(name, f"is not above {above:g}")
    return given


def whole(name: str, default: int, *, least: int, most: int) -> int:
    """Return the whole number in `name`, between `least` and `most` inclusive."""
    try:
        given = int(text(name, str(default)))
    except ValueError:
        raise refused(name, "is not a whole number") from None
    if not least <= given <= most:
        raise refused(name, f"is not between {least} and {most}")
    return given


def refuse_misspelt() -> None:
    """Refuse a name that looks like one of ours and is none; call when all were read."""
    ours = {name for name in os.environ if name.startswith(PREFIX)}
    for name in sorted(ours - asked):
        near = get_close_matches(name, asked, n=1, cutoff=0.85)
        if near and not name.startswith(TESTS):
            raise refused(name, f"is not known here; did you mean {near[0]}?")
