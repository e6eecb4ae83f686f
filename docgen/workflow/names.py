"""The names of the files, as the people who receive them see them: 通知, 附件1 服务团项目申报表."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from docgen.compose.words import Words
from docgen.diagnostics import DocgenError, Problem
from docgen.document.tree import Annex
from docgen.language import _
from docgen.workflow.prepare import Prepared
from docgen.world.file_names import safe_name

NOTICE = "通知"

PATTERN = "{{ label }} {{ title }}"
"""What an annex on its own is called; ``filename:`` of the campaign goes before it."""


def annex_names(prepared: Prepared) -> tuple[str, ...]:
    """A name without ending for each annex, in order, safe on every system.

    Raises ``DocgenError`` (exit 3) if ``filename:`` is not right, or gives two files the same name.
    """
    campaign, sources = prepared.loaded.campaign, prepared.loaded.sources
    problems: list[Problem] = []
    words = Words({"year": campaign.year, "id": campaign.id}, sources, problems)
    names = tuple(_name(annex, campaign.filename or PATTERN, words) for annex in prepared.notice.annexes)
    problems = list(dict.fromkeys(problems)) or _shared(names, prepared)
    if problems:
        raise DocgenError(problems)
    return names


def _name(annex: Annex, pattern: str, words: Words) -> str:
    known = words.knowing(label=annex.label, number=annex.number or 1, title=annex.title)
    return safe_name(known.line(pattern, ("filename",)))


def _shared(names: Sequence[str], prepared: Prepared) -> list[Problem]:
    # Windows and macOS take 附件A and 附件a for the same file.
    counts = Counter(name.casefold() for name in (NOTICE, *names))
    shared = dict.fromkeys(name for name in names if counts[name.casefold()] > 1)
    hint = _("let `filename:` hold {{ label }} or {{ number }}")
    place = prepared.loaded.sources.place(("filename",))
    return [Problem("C904", _('two files would be named "{name}"').format(name=name), place, hint) for name in shared]
