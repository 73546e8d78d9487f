"""The example organisation: invented, the same every time, with stories to find."""

from stakeholders.example.load import NotEmptyError, load

__all__ = ["NotEmptyError", "load"]
