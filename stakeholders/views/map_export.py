"""Taking the map out: rows for a spreadsheet, a graph for Gephi, Kumu and others."""

import csv
import json
from collections.abc import Callable
from io import BytesIO, StringIO
from typing import Any

import networkx as nx
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_GET

from stakeholders.capture.cells import shield
from stakeholders.capture.export import BYTE_ORDER_MARK, text
from stakeholders.forms.map import MapFilter
from stakeholders.views.as_of import as_of
from stakeholders.views.map_data import network
from stakeholders.views.map_filters import kept
from stakeholders.views.map_graph import as_graph
from stakeholders.views.parts import Request

HEAD = ("From", "To", "Attention", "Trust in the other", "Days quiet", "Health")


@require_GET
def export_map(request: Request, kind: str) -> HttpResponse:
    """Send what the map shows for this address as a file of one `kind`."""
    if kind not in KINDS:
        raise Http404
    on, form = as_of(request), MapFilter(request.GET, reader=request.user)
    seen = network(request.user, day=on.day, past=on.past)
    write, content = KINDS[kind]
    answer = HttpResponse(write(as_graph(seen, kept(seen, form))), content, on.status)
    name = f"relmap-map-{on.day.isoformat()}.{kind}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def as_csv(graph: nx.DiGraph) -> bytes:
    """Return each direction of each tie as a row, formula-safe."""
    file = StringIO(BYTE_ORDER_MARK, newline="")
    file.seek(0, 2)
    rows = csv.writer(file, quoting=csv.QUOTE_ALL)
    rows.writerow(HEAD)
    names = graph.nodes(data="label")
    for source, target, tie in graph.edges(data=True):
        told = (tie.get(name) for name in ("weight", "trust", "quiet", "health"))
        rows.writerow(shield(text(one)) for one in (names[source], names[target], *told))
    return file.getvalue().encode()


def as_graphml(graph: nx.DiGraph) -> bytes:
    """Return GraphML with positions, colours and weights, as Gephi reads it."""
    flat = graph.copy()
    for _, person in flat.nodes(data=True):
        look = person.pop("viz")
        person.update(look["position"] | look["color"] | {"size": look["size"]})
        del person["z"], person["a"]
    file = BytesIO()
    nx.write_graphml(flat, file)
    return file.getvalue()


def as_gexf(graph: nx.DiGraph) -> bytes:
    """Return GEXF with positions, colours, sizes and weights."""
    file = BytesIO()
    nx.write_gexf(graph, file)
    return file.getvalue()


def as_kumu(graph: nx.DiGraph) -> bytes:
    """Return what Kumu imports: elements and connections; ids tell namesakes apart.

    Source: docs.kumu.io, "JSON / Blueprints".
    """
    elements = [
        {"id": pk, "type": one["layer"]} | _without(one, "layer", "viz")
        for pk, one in graph.nodes(data=True)
    ]
    connections = [
        {"from": one, "to": other, "direction": "directed", "type": tie["health"]}
        | _without(tie, "health")
        for one, other, tie in graph.edges(data=True)
    ]
    told = {"elements": elements, "connections": connections}
    return json.dumps(told, ensure_ascii=False).encode()


def _without(told: dict[str, Any], *names: str) -> dict[str, Any]:
    """Return `told` but for what is called `names`."""
    return {name: value for name, value in told.items() if name not in names}


KINDS: dict[str, tuple[Callable[[nx.DiGraph], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "graphml": (as_graphml, "application/graphml+xml"),
    "gexf": (as_gexf, "application/gexf+xml"),
    "json": (as_kumu, "application/json"),
}
