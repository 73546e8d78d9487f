"""The command: a table to read, JSON to use, one sentence when it cannot."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

TIES = "source,target,weight\n1,2,5\n2,1,3\n1,3,1\n"


def run(*arguments):
    out = StringIO()
    call_command("evaluate", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_json_names_ours_and_has_its_figures(file):
    said = json.loads(run("reciprocity", "--data", file(TIES), "--json"))
    ours = said["predictors"][said["ours"]]
    assert {"n", "ties", "mutual", "r", "rho", "r_w"} <= set(ours)
    assert (ours["n"], ours["ties"], ours["mutual"]) == (3, 3, 2)


def test_the_table_marks_ours_and_shows_a_dash_for_what_cannot_be_said(file):
    lines = run("reciprocity", "--data", file(TIES)).splitlines()
    (ours,) = [line for line in lines if line.startswith("*")]
    (networkx,) = [line for line in lines if "networkx" in line]
    assert "6667" in ours
    assert networkx.split()[-1] == "-"


def test_a_file_that_says_too_little_gets_one_sentence(file):
    with pytest.raises(CommandError, match="Every row must say when") as refused:
        run("cooling", "--data", file(TIES))
    assert refused.value.returncode == 2


def test_a_missing_file_gets_one_sentence(tmp_path):
    with pytest.raises(CommandError, match="nowhere"):
        run("trust", "--data", tmp_path / "nowhere.csv")
