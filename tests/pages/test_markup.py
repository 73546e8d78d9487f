"""Markup is what Django would write."""

from datetime import date

import pytest
from django.utils import html
from django.utils.safestring import SafeString

from stakeholders.templatetags import markup

VALUES = ["<b>&'\"", "", SafeString("<b>"), 3, 2.5, None, date(2026, 3, 1), "{}"]


@pytest.mark.parametrize("value", VALUES)
def test_a_value_is_escaped_unless_it_is_markup(value):
    form = '<p title="{}">{}</p>'
    assert markup.format_html(form, value, value) == html.format_html(form, value, value)


def test_rows_are_joined_and_the_whole_is_markup():
    rows = [(one, number) for number, one in enumerate(VALUES)]
    told = [f.format_html_join("<", "<li>{}, {}</li>", rows) for f in (markup, html)]
    assert told[0] == told[1]
    assert markup.harmless(told[0]) == told[0]
