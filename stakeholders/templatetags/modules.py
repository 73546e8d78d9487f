"""ES modules of a page, asked for at once instead of one import after another."""

import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from posixpath import normpath

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.safestring import SafeString

from stakeholders.templatetags.markup import format_html, format_html_join

# What a module names after "from", or imports for its effect, lies beside it or below.
IMPORTED = re.compile(r'(?:^import|\sfrom) "(\.{1,2}/[^"]+)"', re.MULTILINE)


@lru_cache
def imported(path: str) -> tuple[str, ...]:
    """Return `path` and the static files of all that it imports, each once."""
    found: dict[str, None] = {}
    waiting = [path]
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            waiting += _beside(name)
    return tuple(found)


def _beside(name: str) -> list[str]:
    """Return the static files that the module `name` imports itself."""
    place = finders.find(name)
    if not isinstance(place, str):
        raise template.TemplateSyntaxError(f"There is no module called {name!r}.")
    folder = PurePosixPath(name).parent
    paths = IMPORTED.findall(Path(place).read_text())
    return [normpath(folder / path) for path in paths]


@lru_cache
def module(path: str, *later: str) -> SafeString:
    """Return the script `path`; browsers fetch all that it and `later` import at once."""
    names = dict.fromkeys(name for one in (path, *later) for name in imported(one))
    ahead = [(static(name),) for name in names if name != path]
    script = format_html('<script type="module" src="{}"></script>', static(path))
    return script + format_html_join("", '<link rel="modulepreload" href="{}">', ahead)
