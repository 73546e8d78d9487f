"""Who imports in the tests, and the buttons they press."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from stakeholders.models import Batch

IMPORTS = "/import/"
GOOD = b"Name,Influence\r\nDana,1\r\nOmar,2\r\n"
ONE_BAD = b"Name,Influence\r\nDana,1\r\nOmar,9\r\n"


def upload(client, content, kind="people", name="people.csv"):
    """Upload a file and return the answer."""
    file = SimpleUploadedFile(name, content)
    return client.post(IMPORTS, {"kind": kind, "file": file})


def uploaded(client, content, **how):
    """Upload a file and return its batch."""
    upload(client, content, **how)
    return Batch.objects.latest("pk")


def page(batch):
    """Return the address of the page of `batch`."""
    return reverse("import", args=[batch.pk])


def send(client, batch, do, **more):
    """Press the button `do` on the page of `batch` as it is drawn, with `more` said."""
    form = client.get(page(batch)).context["form"]
    filled = {field.html_name: field.value() or "" for field in form}
    answer = client.post(page(batch), filled | more | {"do": do})
    batch.refresh_from_db()
    return answer
