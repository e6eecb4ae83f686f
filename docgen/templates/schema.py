"""The JSON schema of ``form.yaml``; and both schemas written to files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docgen.campaign.schema import campaign_schema
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


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Writes campaign.schema.json and form.schema.json into ``folder``; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, schema in (("campaign", campaign_schema()), ("form", form_schema())):
        path = folder / f"{name}.schema.json"
        path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)
