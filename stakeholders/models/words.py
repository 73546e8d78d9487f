"""Words: what people can read."""

import unicodedata

from django.core.exceptions import ValidationError

SEEN = "LNPS"  # letters, numbers, punctuation, symbols: not spaces, marks or controls alone


def can_be_read(text: str) -> bool:
    """Return whether anything in `text` shows on a page."""
    return any(unicodedata.category(one)[0] in SEEN for one in text)


def refuse_unreadable(text: str) -> None:
    """Raise ValidationError where nothing in `text` shows, such as zero-width spaces."""
    if not can_be_read(text):
        raise ValidationError("Nothing of this can be read. Write a word.", "unreadable")
