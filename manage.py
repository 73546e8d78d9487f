#!/usr/bin/env python
"""Run one of relmap's commands; `manage.py help` lists them."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relmap.settings")
    try:
        execute_from_command_line(sys.argv)
        if sys.argv[1:2] != ["serve"]:  # told to stop, a server stops at once
            from relmap.background import finish  # not before the settings are read

            finish()
    except ImproperlyConfigured as error:
        sys.exit(f"relmap cannot start: {error}")
