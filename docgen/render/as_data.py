"""A document tree as plain data for Typst: every node a mapping with its ``type``, lengths as numbers (mm, pt)."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from docgen.document.tree import Cover, Imprint, Letterhead, Notice, Signature, WordForm
from docgen.render.geometry import (
    closing_geometry,
    cover_geometry,
    head_geometry,
    imprint_geometry,
    signature_geometry,
)


def as_data(node: Any, known: Mapping[int, Any] = MappingProxyType({})) -> Any:
    """Nodes whose page depends on their words carry it as ``geometry`` (see docgen.render.geometry).

    ``known`` has nodes, by their ``id``, of which the data is there already.
    """
    if isinstance(node, str):
        return node
    if isinstance(node, tuple):
        return [as_data(item, known) for item in node]
    if isinstance(node, WordForm):
        return as_data(node.bound_in)
    if (data := known.get(id(node))) is not None:
        return data
    if parts := _parts(node):
        data = {part: as_data(getattr(node, part), known) for part in parts}
        geometry = _geometry(node)
        if geometry is not None:
            data["geometry"] = dataclasses.asdict(geometry)
        return {"type": type(node).__name__, **data}
    if isinstance(node, datetime.date):
        return node.isoformat()
    if isinstance(node, float):
        return float(node)
    return node


# A tree has thousands of nodes of a few kinds.
_known: dict[type, tuple[str, ...]] = {}


def _parts(node: Any) -> tuple[str, ...]:
    """The fields of a node; none if it is no node."""
    kind = type(node)
    if kind not in _known:
        fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
        _known[kind] = tuple(field.name for field in fields)
    return _known[kind]


def _geometry(node: Any) -> Any:
    match node:
        case Letterhead():
            return head_geometry(node)
        case Signature():
            return signature_geometry(node)
        case Cover():
            return cover_geometry(node)
        case Imprint():
            return imprint_geometry(node)
        case Notice():
            return closing_geometry(node)
        case _:
            return None
