"""The JSON schema of ``form.yaml``."""

from __future__ import annotations

from typing import Any

from docgen.sources.editor_schema import editor_schema
from docgen.templates.form_model import FormPlan

SHORTHANDS: dict[str, dict[str, Any]] = {
    "RowPlan": {
        "description": "A row of the usual height: its cells.",
        "type": "array",
        "items": {"$ref": "#/definitions/CellPlan"},
    },
}


def form_schema() -> dict[str, Any]:
    """Draft-07; accepts what ``load_form`` accepts, as far as a schema can tell."""
    description = "An annex form: cover page and grids of labels and fields; lengths in mm."
    return editor_schema(FormPlan, "docgen form", description, SHORTHANDS)
