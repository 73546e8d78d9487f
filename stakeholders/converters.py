"""How ids stand in addresses and forms: as numbers no longer than a database keeps."""

from django.urls.converters import IntConverter

LONGEST_ID = 18  # digits; a longer number fits no database


class IdConverter(IntConverter):
    """An id in an address; a number that can be none leads nowhere."""

    regex = f"[0-9]{{1,{LONGEST_ID}}}"
