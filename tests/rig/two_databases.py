"""What a person sees on a site whose replica lags behind; run inside that site's shell."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client

from stakeholders.models import Stakeholder, User
from stakeholders.standings import rebuild
from tests.records import make


def fall_behind() -> None:
    """Make the replica a copy of now, and let the database go on."""
    primary, replica = (settings.DATABASES[name]["NAME"] for name in ("default", "replica"))
    connections["default"].cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connections.close_all()
    shutil.copyfile(Path(primary), Path(replica))


def tell() -> None:
    """Print, step by step, whether a page shows somebody who was just added."""
    call_command("migrate", verbosity=0)
    user = User.objects.create_user("member", password="open sesame", role="member")
    dana = make.colleague()
    make.conversation(dana, make.person())
    rebuild()
    fall_behind()
    browser = Client(raise_request_exception=False, headers={"host": "localhost"})
    browser.force_login(user)

    def shown(when: str, page: str = "/people/") -> None:
        """Print whether the newest person is on a page."""
        print(when, "Newest Person" in browser.get(page).content.decode())

    browser.post(
        "/people/add/", {"name": "Newest Person", "layer": "peer", "criticality": 1}
    )
    newest = Stakeholder.objects.get(name="Newest Person")
    make.conversation(dana, newest)
    rebuild()
    shown("after writing")
    del browser.cookies["wrote"]
    shown("later")
    print("map", browser.get("/map/data.json").status_code)
    shown("editing", f"/people/{newest.pk}/edit/")
    print("copied", Stakeholder.objects.using("replica").filter(pk=newest.pk).exists())
