"""The JSON schemas, as ``docgen schema`` prints them and ``docgen init`` lays them beside the campaigns.

Those of what docgen reads are made from its models; those of what it writes are files, in the checkout's ``schemas/``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Literal

Kind = Literal["campaign", "form", "check", "changes"]
"""Campaign files and ``form.yaml``; the reports of ``docgen check`` and of ``docgen diff`` as JSON."""


def schema_text(kind: Kind) -> str:
    """One schema, as JSON with a newline at the end."""
    match kind:
        case "campaign":
            from docgen.campaign.schema import campaign_schema

            return _printed(campaign_schema())
        case "form":
            from docgen.templates.schema import form_schema

            return _printed(form_schema())
        case "check" | "changes":
            return _file(f"{kind}.schema.json").read_text(encoding="utf-8")


def _printed(schema: dict[str, object]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _file(name: str) -> Path:
    """In an installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "builtin" / "schemas" / name
    return installed if installed.exists() else package.parent / "schemas" / name
