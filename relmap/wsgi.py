"""The site as a WSGI application."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relmap.settings")

application = get_wsgi_application()

import relmap.urls  # noqa: E402, F401 needs the apps; now no first visitor waits for it
from stakeholders.views.paper import warm_up  # noqa: E402 the same

warm_up()

# What is imported stays: the collector looks through all that is left 130 ms long, and
# whoever asks meanwhile waits for it.
gc.freeze()
