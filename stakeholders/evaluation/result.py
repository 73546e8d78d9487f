"""The result of one protocol, as JSON and as a table to read."""

from dataclasses import dataclass, field
from typing import Any, Final

from stakeholders.evaluation.measures import Figures

Said = dict[str, Any]
COLUMN: Final = 24  # characters


@dataclass(frozen=True, slots=True)
class Result:
    """What each predictor reached, on what."""

    protocol: str
    ours: str  # which of `predictors` is ours
    n: int  # cases scored; of a network, its people
    split: Said  # what was trained and scored on
    predictors: dict[str, Figures]
    notes: Said = field(default_factory=dict)  # chosen parameters and side tables

    def as_json(self) -> Said:
        """Return the result as one plain object; what cannot be said is null."""
        return {name: getattr(self, name) for name in self.__slots__}

    def as_table(self) -> str:
        """Return the result for a person to read: figures, and their 95 % intervals."""
        width = max(len(name) for name in self.predictors)
        lines = [f"{self.protocol}, n = {self.n:,}"]
        lines += [f"{name}: {_shown(value)}" for name, value in self.split.items()]
        lines += ["", *_rows(self.predictors, width, self.ours), ""]
        for name, note in self.notes.items():
            lines += _note(name, note, width)
        return "\n".join(lines)


def _rows(predictors: dict[str, Figures], width: int, ours: str = "") -> list[str]:
    """Return a header and one line per predictor; ours has a star."""
    names = [name for name in next(iter(predictors.values())) if not _is_end(name)]
    header = " " * (width + 2) + "".join(f"{name:>{COLUMN}}" for name in names)
    return [header.rstrip()] + [
        f"{'*' if name == ours else ' '} {name:<{width}}"
        + "".join(_cell(figures, column) for column in names)
        for name, figures in predictors.items()
    ]


def _is_end(name: str) -> bool:
    """Return whether `name` is an end of an interval."""
    return name.endswith(("_low", "_high"))


def _cell(figures: Figures, name: str) -> str:
    """Return one figure with its interval, where it has one."""
    shown = _shown(figures.get(name))
    if figures.get(f"{name}_low") is not None:
        shown += f" [{_shown(figures[f'{name}_low'])} {_shown(figures[f'{name}_high'])}]"
    return f"{shown:>{COLUMN}}"


def _shown(value: Any) -> str:
    """Return a value short enough to compare; a dash where it cannot be said."""
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:.4f}".replace("0.", ".", 1) if abs(value) < 1 else f"{value:,.4g}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _note(name: str, note: Any, width: int) -> list[str]:
    """Return a side table, or one line."""
    if isinstance(note, dict) and all(isinstance(value, dict) for value in note.values()):
        return [f"{name}:", *_rows(note, width), ""]
    if isinstance(note, dict):
        note = ", ".join(f"{key} {_shown(value)}" for key, value in note.items())
    return [f"{name}: {note if isinstance(note, str) else _shown(note)}"]
