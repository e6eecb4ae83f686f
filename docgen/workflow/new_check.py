"""Next year's file as it would be loaded, checked before it is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

from docgen.campaign.agreement import disagreements
from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import Campaign
from docgen.compose.superior import superior_problems
from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.sources.source_map import SourceMap
from docgen.sources.strict_yaml import read_yaml
from docgen.sources.validation import in_order, validate
from docgen.workflow.superior import superior_of
from docgen.years.source_text import Written


def checked(
    text: str, dest: Path, body: str, answers: Mapping[str, str], named: Mapping[str, Written]
) -> LoadedCampaign:
    """The campaign in ``text``, as ``load_campaign`` would give it once it lies at ``dest``.

    Raises DocgenError (exit 3); what is wrong with a value that was given by ``--set`` is said of that option.
    """
    reading = read_yaml(text, str(dest))
    campaign, problems = validate(Campaign, reading, "C")
    problems = in_order([*problems, *disagreements(reading.data, reading.sources)])
    if campaign is None or problems:
        raise DocgenError((_of_option(one, answers, named, reading.sources) for one in problems), Exit.CAMPAIGN)
    return LoadedCampaign(campaign, reading.sources, dest, body or campaign.body, (dest,))


def _of_option(
    problem: Problem, answers: Mapping[str, str], named: Mapping[str, Written], sources: SourceMap
) -> Problem:
    for key, value in answers.items():
        loc = ("number",) if key == "number.serial" and key not in named else named[key].loc
        if problem.place == sources.place(loc):
            return dataclasses.replace(problem, place=Place(f"--set {key}={value}"))
    return problem


def superior_letters(made: LoadedCampaign, superior: LoadedCampaign | None) -> tuple[Problem, ...]:
    """What does not go with the superior's campaign; each is a warning, as the file is still being worked on."""
    superior = superior or superior_of(made)
    found = superior_problems(made, superior) if superior else ()
    return tuple(dataclasses.replace(one, severity="warning") for one in found)
