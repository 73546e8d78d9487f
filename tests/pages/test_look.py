"""Bands and layers differ by shape and word; undo leads only to our own site."""

import pytest
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.template import TemplateSyntaxError
from django.template.loader import render_to_string

from stakeholders.templatetags.look import (
    BANDS,
    LAYERS,
    band,
    band_bar,
    icon,
    layer,
    undo_address,
)


def test_each_band_has_a_shape_of_its_own():
    shapes = {band(name).split("<svg")[1].split("</svg>")[0] for name in BANDS}
    assert len(shapes) == len(BANDS)


@pytest.mark.parametrize("name", BANDS)
def test_a_band_says_its_word(name):
    assert BANDS[name] in band(name)


@pytest.mark.parametrize("nothing", ["", None])
def test_whoever_has_no_band_is_unknown(nothing):
    assert band(nothing) == band("unknown")


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_says_its_word(name):
    assert LAYERS[name] in layer(name)


def test_bands_with_nobody_in_them_are_left_out():
    assert "cooling" not in band_bar({"healthy": 3, "cooling": 0})


def test_an_icon_that_does_not_exist_is_named():
    with pytest.raises(TemplateSyntaxError, match="unicorn"):
        icon("unicorn")


@pytest.mark.parametrize(
    ("tags", "address"),
    [
        ("undo:/people/12/restore/", "/people/12/restore/"),
        ("safe undo:/x/", "/x/"),
        ("undo://evil.example/", ""),
        ("undo:https://evil.example/", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_undo_leads_only_to_our_own_addresses(tags, address):
    assert undo_address(Message(constants.SUCCESS, "Done.", tags)) == address


def test_the_page_for_our_own_errors_needs_no_manifest_of_static_files(settings):
    manifest = {"BACKEND": "relmap.storage.StaticFiles"}  # and nothing was collected
    settings.STORAGES = {**settings.STORAGES, "staticfiles": manifest}
    assert "Something broke on our side" in render_to_string("500.html")
