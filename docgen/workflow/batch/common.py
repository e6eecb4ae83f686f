"""What a campaign itself says, in one text: a value that stands here stands in everybody's files and tells nothing."""

from __future__ import annotations

import json

from docgen.campaign.model import Campaign
from docgen.render.as_data import as_data
from docgen.render.glyphs import template_text
from docgen.sources.part import values_of
from docgen.workflow.prepare import Prepared


def common_text(prepared: Prepared) -> str:
    """The notice with its blank forms, the forms' own words (of every branch of what they pre-fill), all values."""
    campaign = prepared.loaded.campaign
    parts = [
        as_data(prepared.notice),
        [values_of(form.plan) for form in prepared.forms.values()],
        [template_text(form.template) for form in prepared.forms.values() if form.template],
        _values(campaign),
        prepared.loaded.body,
    ]
    return json.dumps(parts, ensure_ascii=False, default=str)


def _values(campaign: Campaign) -> object:
    # Which units there are, a quota's list may say; that is about them, but everybody's all the same.
    return values_of(campaign, without={"body"})
