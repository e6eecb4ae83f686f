"""附件: what they are called in the words, and the annexes themselves, bound in behind the notice.

One annex is 附件, several are 附件1, 附件2 … (GB/T 9704-2012 7.3.4, 7.3.7).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.campaign.model import AnnexUse, Campaign
from docgen.compose.form import form_of
from docgen.compose.structure import blocks_of
from docgen.compose.title_lines import lines_of_title
from docgen.compose.word_form import word_form_of
from docgen.compose.words import Words
from docgen.diagnostics import Problem
from docgen.document.tree import Annex, AnnexEntry, Form, TextAnnex, WordForm
from docgen.language import _
from docgen.templates.find import LoadedForm

Forms = Mapping[str, LoadedForm]


def annex_names(campaign: Campaign, forms: Forms, words: Words) -> dict[str, Any]:
    """``annexes.team`` with its title, number, label and ref (附件1), and the title that its form itself bears."""
    return {
        use.id: {
            "title": _title(use, index, forms, words),
            "form_title": _form_title(use, forms, words),
            "number": _number(index, campaign) or "",
            "label": label_of(index, campaign),
            "ref": label_of(index, campaign),
        }
        for index, use in enumerate(campaign.annexes)
    }


def label_of(index: int, campaign: Campaign) -> str:
    """附件, or 附件1 where there are several."""
    return f"附件{_number(index, campaign) or ''}"


def annexes_of(campaign: Campaign, forms: Forms, words: Words) -> tuple[Annex, ...]:
    """The annexes, in order."""
    return tuple(_annex(use, index, campaign, forms, words) for index, use in enumerate(campaign.annexes))


def annex_entries(annexes: tuple[Annex, ...]) -> tuple[AnnexEntry, ...]:
    """附件说明."""
    return tuple(AnnexEntry(annex.number, annex.title) for annex in annexes)


def _annex(use: AnnexUse, index: int, campaign: Campaign, forms: Forms, words: Words) -> Annex:
    title = words.names["annexes"][use.id]["title"]
    label = label_of(index, campaign)
    if use.form:
        form = forms[use.form]
        content: Any = form_content(form, words.of(form.sources).giving(given_for(use.id, words.given)))
    else:
        body = words.text(use.body, ("annexes", index, "body"))
        content = TextAnnex(lines_of_title(title, words), blocks_of(body))
    split_label = f"{words.names['number']}{label}"
    return Annex(label, split_label, title, content, _number(index, campaign), use.id)


def form_content(form: LoadedForm, words: Words) -> Form | WordForm:
    """The form, drawn here or in Word, with the values that ``words`` know of its fields."""
    return word_form_of(form, words) if form.plan.docx else form_of(form.plan, words)


def given_for(annex: str, given: Mapping[str, str]) -> dict[str, str]:
    """Field → value, of all that is given by ``<annex id>.<field id>`` those of one annex."""
    start = f"{annex}."
    return {key.removeprefix(start): value for key, value in given.items() if key.startswith(start)}


def _number(index: int, campaign: Campaign) -> int | None:
    return index + 1 if len(campaign.annexes) > 1 else None


def _title(use: AnnexUse, index: int, forms: Forms, words: Words) -> str:
    if use.title:
        return words.line(use.title, ("annexes", index, "title"))
    if not use.form:
        place = words.sources.place(("annexes", index))
        message = _('the annex "{id}" has no title').format(id=use.id)
        words.problems.append(Problem("T211", message, place, _("write title: …")))
    return _form_title(use, forms, words)


def _form_title(use: AnnexUse, forms: Forms, words: Words) -> str:
    if not use.form:
        return ""  # a text bears no title but its own
    form = forms[use.form]
    return words.of(form.sources).line(form.plan.title, ("title",))
