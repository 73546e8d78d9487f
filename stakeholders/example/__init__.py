"""The example organisation: invented, the same every time, with stories to find."""

from stakeholders.example.load import NotEmptyError, load
from stakeholders.example.unload import loaded, unload

__all__ = ["NotEmptyError", "load", "loaded", "unload"]
