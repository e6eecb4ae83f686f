"""The forms of many units: what is the same for all of them is composed once.

    LoadedCampaign + forms  →  UnitForms;  UnitForms + a unit of the roster  →  its annexes, filled in

A form knows its unit in what it pre-fills and nowhere else: the same words are bound in, blank, behind the notice,
where no unit is. So titles, labels and numbers come from the blank annexes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from docgen.campaign.loaded import LoadedCampaign
from docgen.compose.annexes import annex_names, given_for
from docgen.compose.campaign import split_annexes
from docgen.compose.form import form_of
from docgen.compose.values import campaign_names, plain
from docgen.compose.words import Words
from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.document.tree import Form, Notice, SplitAnnex
from docgen.templates.loaded import LoadedForm


class UnitForms:
    """The annexes of a campaign that are filled in for units; ``blank`` are those of the notice, in its order."""

    def __init__(self, loaded: LoadedCampaign, forms: Mapping[str, LoadedForm], notice: Notice) -> None:
        self.blank = split_annexes(notice)
        self._uses = loaded.campaign.annexes
        self._forms = forms
        self._sources = loaded.sources
        problems: list[Problem] = []
        self._names = campaign_names(loaded.campaign, None, loaded.sources, problems)
        words = Words(self._names, loaded.sources, problems)
        self._names["annexes"] = annex_names(loaded.campaign, forms, words)

    @property
    def fillable(self) -> tuple[int, ...]:
        """Which annexes (from 0) are forms; an annex of running text is the same for every unit."""
        return tuple(index for index, one in enumerate(self.blank) if isinstance(one.annex.content, Form))

    def filled(self, index: int, unit: Mapping[str, Any], given: Mapping[str, str]) -> SplitAnnex:
        """Annex ``index`` with the values of a unit; ``given`` as ``compose`` takes it.

        Raises DocgenError (exit code 4) if a value cannot be printed.
        """
        blank, use = self.blank[index], self._uses[index]
        problems: list[Problem] = []
        form = self._forms[str(use.form)]
        names = {**self._names, "unit": plain(unit)}
        words = Words(names, form.sources, problems, given_for(use.id, given))
        content = form_of(form.plan, words)
        if problems:
            raise DocgenError(dict.fromkeys(problems), Exit.TEMPLATE)
        return replace(blank, annex=replace(blank.annex, content=content))
