"""Refusals: what is wrong with a file or a row, as a sentence for the person."""

import re

# PostgreSQL keeps no NUL; no database keeps half of a surrogate pair.
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
SHOWN = 60  # characters of a cell that a sentence quotes


class FileError(Exception):
    """The file as a whole cannot be imported; the text says why."""


class OpenError(FileError):
    """What the file leaves open, so that the person has to say it."""

    def __init__(self, option: str, sentence: str) -> None:
        """Name the one of the `Options` that settles it."""
        super().__init__(sentence)
        self.option = option


class EncodingError(OpenError):
    """The bytes of the file are not text in the encoding they were read in."""

    def __init__(self, sentence: str) -> None:
        """Leave the encoding open."""
        super().__init__("encoding", sentence)


class RowError(Exception):
    """One row cannot be imported; the text names the field and says why."""

    def __init__(self, field: str, sentence: str) -> None:
        """Put the name of the `field` before the `sentence`."""
        super().__init__(f"{field}: {sentence}")


def quoted(text: str) -> str:
    """Return `text` between quotation marks, cut where it is long, safe to store."""
    shown = UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", text)
    return f"“{shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + '…'}”"
