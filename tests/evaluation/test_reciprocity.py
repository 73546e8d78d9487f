"""Reciprocity: the golden values of public networks, to the last digit."""

import numpy as np
import pytest

from stakeholders.evaluation.log import Log
from stakeholders.evaluation.reciprocity import OURS, evaluate_reciprocity


@pytest.mark.parametrize(
    ("name", "people", "ties", "r", "rho", "r_w"),
    [
        ("consulting_advice", 46, 877, 0.74572, 0.55880, 0.74184),
        ("consulting_value", 46, 855, 0.81871, 0.69114, 0.76150),
        ("college_messages", 1899, 20296, 0.63638, 0.63432, 0.61039),
        ("bitcoin_otc_ratings", 5881, 35592, 0.79231, 0.79210, None),
        ("enron_messages", 154, 2715, 0.64236, 0.59578, 0.49428),
    ],
)
def test_public_networks_have_their_golden_values(log, name, people, ties, r, rho, r_w):
    ours = evaluate_reciprocity(log(name)).predictors[OURS]
    assert (ours["n"], ours["ties"]) == (people, ties)
    assert (round(ours["r"], 5), round(ours["rho"], 5)) == (r, rho)
    assert (ours["r_w"] and round(ours["r_w"], 5)) == r_w


def test_counting_every_contact_has_its_golden_value_too(log):
    notes = evaluate_reciprocity(log("college_messages")).notes
    assert round(notes["r_w_all_contacts"], 5) == 0.61021


def test_networkx_counts_the_same_links():
    log = Log(np.array([1, 2, 1]), np.array([2, 1, 3]), None, np.array([100.0, 1.0, 1.0]))
    predictors = evaluate_reciprocity(log).predictors
    assert predictors["networkx"]["r"] == predictors[OURS]["r"] == pytest.approx(2 / 3)
