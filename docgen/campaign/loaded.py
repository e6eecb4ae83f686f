"""A campaign as loaded: its values, where each was written, its words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.campaign.model import Campaign
from docgen.sources.source_map import SourceMap


@dataclass(frozen=True)
class LoadedCampaign:
    """``body`` is the text of ``body:`` or of the file that ``body_file:`` names;
    ``inputs`` are all files that were read.

    ``sources.place_in_text(("body",), line, column)`` knows where its lines stand, in whichever file.
    """

    campaign: Campaign
    sources: SourceMap
    path: Path
    body: str
    inputs: tuple[Path, ...]
