"""A campaign as loaded: its values, where each was written, its words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from docgen.campaign.model import Campaign
from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.sources.open_points import Todo
from docgen.sources.source_map import SourceMap


@dataclass(frozen=True)
class LoadedCampaign:
    """``body`` is the text of ``body:`` or of the file that ``body_file:`` names;
    ``inputs`` are all files that were read.

    ``sources.place_in_text(("body",), line, column)`` knows where its lines stand, in whichever file.
    ``todos`` are the open points of the file itself, ``conflicts`` where two texts stand for one thing.
    ``data`` is the file as typed, before the models read dates and numbers in it.
    """

    campaign: Campaign
    sources: SourceMap
    path: Path
    body: str
    inputs: tuple[Path, ...]
    todos: tuple[Todo, ...] = ()
    conflicts: tuple[Place, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict, repr=False)
