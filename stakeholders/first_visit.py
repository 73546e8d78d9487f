"""First visit: how an empty site gets its first administrator."""

from ipaddress import ip_address

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from stakeholders.models import User


def is_first_visit() -> bool:
    """Return whether nobody can sign in yet."""
    return not User.objects.exists()


def first_visit_code() -> str:
    """Return the code that lets somebody on another machine go first.

    It follows from the site's secret, so nothing is stored, every process knows
    it, and it is worth nothing once the site has a user.
    """
    return salted_hmac("relmap.first_visit", "code", algorithm="sha256").hexdigest()[:12]


def is_right_code(code: str) -> bool:
    """Return whether `code` is the one printed where the site was started."""
    return constant_time_compare(code.strip().lower(), first_visit_code())


def comes_from_this_machine(request: HttpRequest) -> bool:
    """Return whether the browser certainly runs where the site runs.

    Behind a proxy everybody seems to, so there nobody does.
    """
    forwarded = {"HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP"}
    if settings.BEHIND_PROXY or forwarded & request.META.keys():
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


@transaction.atomic
def make_first_administrator(user: User) -> bool:
    """Save `user` as administrator; return False if somebody else was first."""
    # There is no user to lock yet, so two first visitors queue at the table's own row.
    tables = ContentType.objects.select_for_update()
    tables.get_or_create(app_label=User._meta.app_label, model=User._meta.model_name)
    if not is_first_visit():
        return False
    user.role = User.Role.ADMINISTRATOR
    user.save()
    return True
