"""The JSON schema of campaign files, for the line ``# yaml-language-server: $schema=…`` at their top."""

from __future__ import annotations

from typing import Any

from docgen.campaign.model import DOCUMENT_NUMBER, Campaign
from docgen.sources.editor_schema import editor_schema

SHORTHANDS: dict[str, dict[str, Any]] = {
    "DocumentNumber": {
        "type": "string",
        "pattern": rf"^\s*{DOCUMENT_NUMBER.pattern}\s*$",
        "examples": ["津人社办函〔2020〕124号"],
    },
}


def campaign_schema() -> dict[str, Any]:
    """Draft-07; accepts what ``load_campaign`` accepts, as far as a schema can tell."""
    description = "One year's campaign of one bureau: all that its notice and annex forms are made from."
    return editor_schema(Campaign, "docgen campaign", description, SHORTHANDS)
