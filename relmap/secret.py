"""The key that signs sessions: made once, kept beside the database."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key


def kept_secret(path: Path) -> str:
    """Return the key in `path`; the first call makes one that only its owner may read."""
    if not path.exists():
        make_secret(path)
    return path.read_text().strip()


def make_secret(path: Path) -> None:
    """Write a new key to `path` unless another process has just done so."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(get_random_secret_key())
    try:
        os.link(draft, path)  # whole or not at all, and never over another's key
    except FileExistsError:
        pass
    finally:
        draft.unlink()
