"""The JSON schemas, as ``docgen schema`` prints them and ``docgen init`` lays them beside the campaigns."""

from __future__ import annotations

import json
from typing import Literal


def schema_text(kind: Literal["campaign", "form"]) -> str:
    """The schema of campaign files or of ``form.yaml``, as JSON with a newline at the end."""
    from docgen.campaign.schema import campaign_schema
    from docgen.templates.schema import form_schema

    schema = campaign_schema() if kind == "campaign" else form_schema()
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
