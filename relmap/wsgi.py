"""The site as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "relmap.settings")

application = get_wsgi_application()

from stakeholders.views.paper import warm_up  # noqa: E402 needs the apps, now set up

warm_up()
