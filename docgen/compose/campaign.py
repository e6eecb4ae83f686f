"""Composing: from a loaded campaign and its forms to the documents it stands for.

    LoadedCampaign + forms (+ a unit of the roster)  →  Notice, its annexes bound in  →  SplitAnnex, one for each

No file is read and no clock looked at: the same values give the same tree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import Campaign
from docgen.compose.annexes import annex_names, annexes_of
from docgen.compose.notice import notice_of
from docgen.compose.values import campaign_names
from docgen.compose.words import Words, Written
from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.document.tree import Metadata, Notice, SplitAnnex
from docgen.templates.find import LoadedForm


def compose(
    loaded: LoadedCampaign,
    forms: Mapping[str, LoadedForm],
    unit: Mapping[str, Any] | None = None,
    given: Mapping[str, str] | None = None,
    trace: list[Written] | None = None,
) -> Notice:
    """The notice of a campaign, whole.

    ``forms`` holds every form that ``annex_form_ids`` names. With a ``unit`` of the roster its values are filled into
    the forms, and ``unit`` may be used in the words; ``given`` are values of fields themselves, by
    ``<annex id>.<field id>``, which go before what the forms pre-fill; ``trace`` takes every text as it is written out.
    Raises DocgenError (exit code 4) with all that
    is wrong with the words of the campaign and of its forms.
    """
    problems: list[Problem] = []
    names = campaign_names(loaded.campaign, unit, loaded.sources, problems, trace)
    words = Words(names, loaded.sources, problems, given or {}, trace)
    names["annexes"] = annex_names(loaded.campaign, forms, words)
    notice = notice_of(loaded, annexes_of(loaded.campaign, forms, words), words)
    if problems:
        raise DocgenError(dict.fromkeys(problems), Exit.TEMPLATE)
    return notice


def split_annexes(notice: Notice) -> tuple[SplitAnnex, ...]:
    """Each annex of a notice as a document of its own, to be filled in (GB/T 9704-2012 7.3.7, last sentence)."""
    whole = notice.metadata
    return tuple(
        SplitAnnex(Metadata(annex.title, whole.creator, annex.split_label, whole.issued), annex, notice.draft)
        for annex in notice.annexes
    )


def annex_form_ids(campaign: Campaign) -> tuple[str, ...]:
    """The forms that a campaign's annexes use, each once, in order."""
    return tuple(dict.fromkeys(annex.form for annex in campaign.annexes if annex.form))
