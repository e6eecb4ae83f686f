"""A document tree as plain data for Typst: every node a mapping with its ``type``, lengths as numbers (mm, pt)."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

from docgen.document.tree import Cover, Imprint, Letterhead, Signature
from docgen.render.geometry import cover_geometry, head_geometry, imprint_geometry, signature_geometry


def as_data(node: Any) -> Any:
    """Nodes whose page depends on their words carry it as ``geometry`` (see docgen.render.geometry)."""
    if dataclasses.is_dataclass(node) and not isinstance(node, type):
        data = {field.name: as_data(getattr(node, field.name)) for field in dataclasses.fields(node)}
        geometry = _geometry(node)
        if geometry is not None:
            data["geometry"] = dataclasses.asdict(geometry)
        return {"type": type(node).__name__, **data}
    if isinstance(node, tuple):
        return [as_data(item) for item in node]
    if isinstance(node, datetime.date):
        return node.isoformat()
    if isinstance(node, float):
        return float(node)
    return node


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
        case _:
            return None
