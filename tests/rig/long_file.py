"""A site with a file that is longer than what a network keeps for who reads slowly."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.core.management import call_command
from django.utils import timezone

from stakeholders.models import Interaction, User

LONG = 1_000  # characters of one note
MANY = 20_000


def fill():
    """Write the site's records; return the key of the session of who may read them."""
    call_command("migrate", verbosity=0)
    user = User.objects.create_superuser("dana", password="try-relmap")
    today = timezone.localdate()
    Interaction.objects.bulk_create(
        Interaction(happened_on=today, channel="call", summary="Spoke", notes="." * LONG)
        for _ in range(MANY)
    )
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[-1]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key
