"""Structure: the golden values of the consultants and of the Enron departments."""

import csv

import numpy as np
import pytest

from stakeholders.scores.brokers import broker_roles
from stakeholders.scores.communities import communities
from stakeholders.scores.ei_index import ei_index
from stakeholders.scores.layout_forces import Ties
from stakeholders.scores.modularity import modularity
from stakeholders.scores.network import Network


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def consultants(data):
    ties = [
        row for row in rows_of(data / "consulting_advice.csv") if int(row["weight"]) >= 3
    ]
    people = rows_of(data / "consulting_people.csv")
    ends = (np.array([int(row[end]) for row in ties]) for end in ("source", "target"))
    network = Network.of(*ends, people=np.array([int(row["id"]) for row in people]))
    return network, people


@pytest.mark.parametrize(
    ("unit", "index", "expected"),
    [
        ("region", -0.8194, 0.0048),
        ("location", -0.5548, 0.2870),
        ("orglevel", 0.5419, 0.5401),
    ],
)
def test_consultants_have_their_golden_ei_index(consultants, unit, index, expected):
    network, people = consultants
    order = np.argsort([int(row["id"]) for row in people])
    units = np.array([int(row[unit]) for row in people])[order]
    silos = ei_index(network, units)
    assert (round(silos.index, 4), round(silos.expected, 4)) == (index, expected)
    assert (silos.p_closed < 0.05) == (unit != "orglevel")


@pytest.fixture(scope="module")
def enron(data):
    people = [row["name"].strip() for row in rows_of(data / "enron_people.csv")]
    number = {name: place for place, name in enumerate(people)}
    departments = [row["department"] for row in rows_of(data / "enron_people.csv")]
    mails = {
        (number[row["from"].strip()], number[to.strip()], row["sent_at"])
        for row in rows_of(data / "enron_messages.csv")
        for to in row["to"].split(";")
    }
    source, target, _ = zip(*mails, strict=True)
    network = Network.of(np.array(source), np.array(target), people=np.arange(len(people)))
    return network, np.unique(departments, return_inverse=True)[1]


def unweighted(network):
    return Network.of(
        network.people[network.source],
        network.people[network.target],
        people=network.people,
    )


def test_enron_departments_have_their_golden_ei_index(enron):
    network, department = enron
    assert round(ei_index(unweighted(network), department, shuffles=0).index, 4) == -0.0681
    assert round(ei_index(network, department, shuffles=0).index, 4) == -0.3848


def test_enron_departments_have_their_golden_modularity(enron):
    assert round(modularity(*enron), 3) == 0.325


def test_enron_communities_are_far_more_modular_than_the_departments(enron):
    network, _ = enron
    ends = (
        np.minimum(network.source, network.target),
        np.maximum(network.source, network.target),
    )
    both_ways = Network.of(*ends, network.weight, network.people)
    ties = Ties.of(len(network), both_ways.source, both_ways.target, both_ways.weight)
    assert modularity(network, communities(ties)) == pytest.approx(0.654, abs=0.005)


def test_enron_brokers_have_their_golden_roles(enron):
    network, department = enron
    often = network.where(network.weight >= 3)
    often = Network.of(often.people[often.source], often.people[often.target])
    roles = broker_roles(often, department[often.people])
    assert (len(often), len(often.source)) == (153, 1472)
    assert {name: int(getattr(roles, name).sum()) for name in roles.__slots__} == {
        "coordinator": 3128,
        "itinerant": 1447,
        "gatekeeper": 2809,
        "representative": 3152,
        "liaison": 1149,
    }
