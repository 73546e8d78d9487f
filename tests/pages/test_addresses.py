"""Addresses in templates are those that Django writes."""

from datetime import date

import pytest
from django.template import Context, Template
from django.urls import NoReverseMatch, reverse

from stakeholders.converters import IdConverter, MonthConverter
from stakeholders.templatetags.addresses import address
from stakeholders.urls import urlpatterns


def said(converter, number):
    """Return what could stand where `converter` reads."""
    kinds = {IdConverter: 7 + number, MonthConverter: date(2026, 1 + number, 1)}
    return kinds.get(type(converter), f"so-{number}")


def test_an_address_is_the_one_that_django_writes():
    for there in urlpatterns:
        for number in (0, 1, 5):  # the pattern of the first is kept
            values = [said(one, number) for one in there.pattern.converters.values()]
            assert address(there.name, *values) == reverse(there.name, args=values)


@pytest.mark.parametrize("pk", [-1, 10**17, 10**30, "7", True])
def test_what_is_no_usual_id_is_checked_by_django(pk):
    template = Template("{% url 'person' pk as there %}{{ there }}")
    try:
        there = reverse("person", args=[pk])
    except NoReverseMatch:
        there = ""
    assert template.render(Context({"pk": pk})) == there


def test_a_page_that_is_not_there_is_a_mistake_of_ours():
    with pytest.raises(NoReverseMatch):
        Template("{% url 'nowhere' %}").render(Context())
    assert Template("{% url 'nowhere' as there %}{{ there }}").render(Context()) == ""


def test_pages_of_others_are_found_by_name_and_keyword():
    assert Template("{% url 'admin:index' %}").render(Context()) == "/admin/"
    assert Template("{% url 'person' pk=7 %}").render(Context()) == "/people/7/"
