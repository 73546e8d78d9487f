"""Reciprocity of a whole network: ours, and what networkx says of the same ties."""

from typing import Final

import networkx as nx
import numpy as np

from stakeholders.evaluation.log import Log
from stakeholders.evaluation.measures import Figures, draws, share, with_interval
from stakeholders.evaluation.result import Result, Said
from stakeholders.scores.columns import Floats, Ids
from stakeholders.scores.reciprocity import Reciprocity, network_reciprocity
from stakeholders.scores.rows import pair_keys

OURS: Final = "ours"
Ties = tuple[Ids, Ids, Floats]  # source, target, weight > 0


def evaluate_reciprocity(log: Log) -> Result:
    """Return how mutual the ties of `log` are, beside networkx.

    A tie weighs what the file says; without weights, its contacts in different seconds.
    A rating is no weight: r_w is then not said.
    """
    rated = log.amount is not None and log.seconds is not None
    ties = _ties(log)
    found = network_reciprocity(*ties, people=log.people)
    return Result(
        protocol="reciprocity",
        ours=OURS,
        n=found.people,
        split={"rows": len(log)},
        predictors={
            OURS: _figures(found, rated=rated) | _interval_of_r(ties),
            "networkx": _networkx(ties),
        },
        notes={} if rated else _notes(log, found),
    )


def _ties(log: Log) -> Ties:
    """Return each ordered pair once, with its weight, or 1 where the amount is a rating."""
    if log.seconds is not None:
        columns = [log.source, log.target]
        if log.amount is None:
            columns.append(log.seconds.astype(np.int64))
        source, target, *_ = np.unique(np.stack(columns), axis=1)
        amount = np.ones(len(source))
    else:
        source, target = log.source, log.target
        amount = np.ones(len(log)) if log.amount is None else log.amount
    keys, place = np.unique(pair_keys(source, target), return_inverse=True)
    first = np.zeros(len(keys), np.intp)
    first[place] = np.arange(len(place))
    return source[first], target[first], np.bincount(place, amount)


def _figures(found: Reciprocity, *, rated: bool) -> Figures:
    """Return what was found, without r_w where weights mean nothing."""
    return {
        "n": found.people,
        "ties": found.ties,
        "mutual": found.mutual,
        "r": found.r,
        "rho": found.rho,
        "r_w": None if rated else found.r_w,
    }


def _interval_of_r(ties: Ties) -> Figures:
    """Return the ends of r's interval, unordered pairs being drawn anew."""
    source, target, _ = ties
    keys = pair_keys(source, target)
    mutual = np.isin(pair_keys(target, source), keys)
    pair = np.minimum(keys, pair_keys(target, source))
    figures = with_interval(share(mutual), "r", draws(pair))
    return {name: figures[name] for name in ("r_low", "r_high")}


def _networkx(ties: Ties) -> Figures:
    """Return what networkx says: the share of ties answered, weights aside."""
    graph = nx.DiGraph()
    graph.add_edges_from(zip(ties[0].tolist(), ties[1].tolist(), strict=True))
    return {
        "n": graph.number_of_nodes(),
        "ties": graph.number_of_edges(),
        "mutual": None,
        "r": nx.overall_reciprocity(graph),
        "rho": None,
        "r_w": None,
    }


def _notes(log: Log, found: Reciprocity) -> Said:
    """Return r_w's expectation by chance and, without weights, r_w of every contact."""
    notes: Said = {"r_w_expected": found.r_w_expected}
    if log.amount is None:
        every = network_reciprocity(log.source, log.target, np.ones(len(log)))
        notes["r_w_all_contacts"] = every.r_w
    return notes
