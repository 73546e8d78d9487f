"""The example organisation: invented, the same every time, with stories to find."""

from stakeholders.example.load import NotEmptyError, load
from stakeholders.example.unload import NobodyManagesError, loaded, unload

__all__ = ["NobodyManagesError", "NotEmptyError", "load", "loaded", "unload"]
