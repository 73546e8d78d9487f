"""The same form sent many times at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from stakeholders.models import Interaction, Tie
from tests.pages.desk import answers, desk

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_form_sent_eight_times_at_once_is_saved_once(client):
    at = desk(client)
    form = answers(at.dana, at.omar)

    def send(_):
        browser = Client()
        browser.cookies = client.cookies
        try:
            return browser.post("/log/", form).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as together:
        codes = list(together.map(send, range(8)))
    assert codes == [302] * 8
    assert Interaction.objects.count() == 1
    assert Tie.objects.count() == 2
