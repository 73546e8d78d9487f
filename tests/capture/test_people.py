"""People: rows become stakeholders with roles, and nobody comes in twice."""

import pytest

from stakeholders.capture.units import NAMED
from stakeholders.models import Batch, Role, Stakeholder, Tag, Unit
from tests.capture.files import PEOPLE, imported, reasons, written
from tests.records import make

pytestmark = pytest.mark.django_db


def bring(folder, *lines, **how):
    """Import people from a file of `lines` and return the batch."""
    return imported(written(folder, *lines), PEOPLE, **how)


def wrong(folder, *lines):
    """Return what is wrong with each row of a file of `lines`."""
    return reasons(written(folder, *lines), PEOPLE)


def test_a_row_becomes_a_person_with_all_its_facts(tmp_path):
    bring(
        tmp_path,
        "Name,Mail,Layer,Seniority,Influence,Interest,Notes,Id,Wanted rhythm",
        "Dana Levi,dana@example.org,Our team,executive,5,3,Likes maps,7,30",
    )
    dana = Stakeholder.objects.get()
    assert (dana.name, dana.email, dana.layer) == ("Dana Levi", "dana@example.org", "team")
    assert (dana.seniority, dana.influence, dana.interest) == (4, 5, 3)
    assert (dana.notes, dana.external_id, dana.cadence_days) == ("Likes maps", "7", 30)


def test_tags_are_divided_by_semicolon_or_comma_and_each_comes_once(tmp_path):
    batch = bring(tmp_path, "Name,Tags", 'Dana,"board; Key  account, board;"', "Omar,")
    worn = Tag.objects.values_list("stakeholder__name", "name", "batch")
    assert list(worn) == [("Dana", "Key account", batch.pk), ("Dana", "board", batch.pk)]


def test_unit_department_and_title_become_the_primary_role(tmp_path):
    bring(tmp_path, "name,department,unit,title", "Dana,Trading,West Power,VP")
    role = Role.objects.get()
    assert (str(role), role.primary) == ("VP, West Power", True)
    assert role.unit.parent.name == "Trading"


@pytest.mark.parametrize(
    ("above", "below", "layer", "kinds"),
    [
        ("Part of", "unit", "peer", ("division", "department")),
        ("Department", "unit", "peer", ("department", "team")),
        ("Division", "team", "peer", ("division", "team")),
        ("Company", "department", "peer", ("company", "department")),
        ("Department", "unit", "vendor", ("company", "department")),
    ],
)
def test_units_are_of_the_kind_that_side_or_column_says(
    tmp_path, above, below, layer, kinds
):
    bring(tmp_path, f"name,{above},{below}", "Dana,Trading,West Power", layer=layer)
    kind = dict(Unit.objects.values_list("name", "kind"))
    assert (kind["Trading"], kind["West Power"]) == kinds


@pytest.mark.parametrize("column", ["Organisational unit", "Organisation unit", "Plant"])
def test_a_column_of_units_is_none_of_companies_or_teams(column):
    assert not any(name.search(column) for name in NAMED.values())


def test_a_department_without_a_unit_is_where_the_role_is(tmp_path):
    bring(tmp_path, "name,department,unit,title", "Dana,Trading,,VP")
    assert str(Role.objects.get()) == "VP, Trading"


def test_units_that_are_here_are_used_whatever_their_case(tmp_path):
    here = make.unit("West Power", parent=make.unit("Trading"))
    bring(tmp_path, "name,department,unit", "Dana,TRADING,west  power")
    assert list(Role.objects.values_list("unit", flat=True)) == [here.pk]
    assert Unit.objects.count() == 2


def test_a_title_without_a_unit_is_kept_in_the_notes(tmp_path):
    bring(tmp_path, "name,title,notes", "Dana,VP,Likes maps")
    assert Stakeholder.objects.get().notes == "Title: VP\n\nLikes maps"


def test_first_and_last_names_are_put_together(tmp_path):
    bring(tmp_path, "First name,Last name", "Dana,Levi")
    assert Stakeholder.objects.get().name == "Dana Levi"


def test_whoever_names_no_layer_is_in_the_one_the_person_chose(tmp_path):
    bring(tmp_path, "Name,Layer", "Dana,", "Omar,supplier", layer="customer")
    people = Stakeholder.objects.order_by("name").values_list("layer", "internal")
    assert list(people) == [("customer", False), ("vendor", False)]


def test_each_person_begins_a_history_in_the_name_of_who_imported(tmp_path):
    manager = make.user("manager")
    bring(tmp_path, "Name,Unit", "Dana,Ops", by=manager)
    for record in (Stakeholder.objects.get(), Unit.objects.get(), Role.objects.get()):
        first = record.history.get()
        assert (first.history_type, first.history_user) == ("+", manager)
        assert first.history_change_reason == "Imported from file.csv"
        assert (record.created_by, record.batch) == (manager, Batch.objects.get())


def test_the_same_file_twice_adds_nobody(tmp_path):
    lines = ["Id,Name,Mail,Unit", "1,Dana,,Ops", ",Omar,omar@example.org,", ",Priya,,Ops"]
    first, second = (bring(tmp_path, *lines) for _ in range(2))
    assert (first.rows_added, second.rows_added, second.rows_known) == (3, 0, 3)


def test_somebody_renamed_since_is_known_by_what_they_came_in_as(tmp_path):
    bring(tmp_path, "Name", "Dana Levy")
    dana = Stakeholder.objects.get()
    dana.name = "Dana Levi"
    dana.save()
    assert bring(tmp_path, "Name", "Dana Levy").rows_known == 1


def test_an_archived_person_is_known(tmp_path):
    make.person("Dana")
    Stakeholder.objects.all().archive()
    assert bring(tmp_path, "Name", "Dana").rows_known == 1


def test_two_people_of_one_name_are_told_apart_by_mail(tmp_path):
    make.person("Dana", email="dana@example.org")
    assert bring(tmp_path, "Name,Mail", "Dana,other@example.org").rows_added == 1


def test_two_rows_of_one_name_that_differ_are_not_guessed_to_be_one(tmp_path):
    found = wrong(tmp_path, "Name,Unit", "Dana,Ops", "Dana,Legal", "Dana,Ops")
    assert list(found) == [3]
    assert "row 2 names the same person and says something else" in found[3]


def test_two_rows_that_differ_only_in_what_is_left_out_are_one_person(tmp_path):
    lines = ["Name,Mail,Layer,Shoe", "Dana,d@example.org,vendor,38"]
    batch = bring(tmp_path, *lines, "Dana,d@example.org,Supplier,41")
    assert (batch.rows_added, batch.rows_known, batch.rows_skipped) == (1, 1, 0)


def test_two_rows_of_one_mail_address_that_differ_are_told_what_helps(tmp_path):
    found = wrong(tmp_path, "Name,Mail,Unit", "Dana,d@x.org,Ops", "Dana,d@x.org,Legal")
    assert found[3].endswith("an id or mail address of their own; else remove one.")


def test_an_id_of_somebody_else_is_refused(tmp_path):
    make.person("Omar Haddad", external_id="7")
    found = wrong(tmp_path, "Id,Name", "7,Dana")
    assert found == {2: "Id: “7” is already the id of Omar Haddad."}


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("Mail", "nobody", "Mail address: “nobody”: Enter a valid email address."),
        ("Influence", "9", "Influence: 9 is not between 1 and 5."),
        ("Influence", "high", "Influence: “high” is not a whole number."),
        ("Internal", "maybe", "Internal: “maybe” is neither yes nor no."),
        ("Layer", "cat", "Layer: “cat” is not one of: Business peer, Shareholder"),
        ("Wanted rhythm", "0", "Wanted rhythm: “0”: Ensure this value is greater"),
        ("Phone", "1" * 51, "Phone: “111"),
        ("Unit", "U" * 201, "Unit: “UUU"),
    ],
)
def test_a_bad_cell_is_named_by_row_field_and_reason(tmp_path, column, cell, why):
    found = wrong(tmp_path, f"Name,{column}", "Omar,", f"Dana,{cell}")
    assert list(found) == [3]
    assert found[3].startswith(why)


def test_a_row_without_a_name_is_refused(tmp_path):
    found = wrong(tmp_path, "Name,Phone", " ,123", "\u200b,124")
    assert set(found) == {2, 3}
    assert set(found.values()) == {"Name: the cell is empty. Give the person a name."}


def test_one_bad_row_keeps_all_others_out(tmp_path):
    batch = bring(tmp_path, "Name,Influence", "Dana,1", "Omar,9")
    assert (batch.state, batch.rows_skipped) == (Batch.State.FAILED, 1)
    assert not Stakeholder.objects.exists()


def test_the_good_rows_come_in_where_that_is_asked(tmp_path):
    batch = bring(tmp_path, "Name,Influence", "Dana,1", "Omar,9", good_rows=True)
    assert (batch.state, batch.rows_added, batch.rows_skipped) == (Batch.State.DONE, 1, 1)
    assert [one.name for one in Stakeholder.objects.all()] == ["Dana"]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "=HYPERLINK(1)", "O'Neill"])
def test_a_name_is_kept_as_it_is_written(tmp_path, name):
    bring(tmp_path, "Name", name)
    assert Stakeholder.objects.get().name == name
