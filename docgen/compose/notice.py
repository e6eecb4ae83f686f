"""The notice, part by part, in the order of the page (GB/T 9704-2012 7.2 to 7.4)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import AttachedNotice, Campaign, ImprintPlan
from docgen.compose import dates
from docgen.compose.annexes import annex_entries
from docgen.compose.structure import blocks_of
from docgen.compose.title_lines import lines_of_title
from docgen.compose.words import Words
from docgen.document.tree import Annex, Imprint, Letterhead, Metadata, Notice, Signature
from docgen.sources.source_map import Loc


def notice_of(loaded: LoadedCampaign, annexes: tuple[Annex, ...], words: Words) -> Notice:
    """The whole notice; ``words`` knows every name."""
    campaign, names = loaded.campaign, words.names
    title, number = names["title"], names["number"]
    issuers = tuple(issuer["name"] for issuer in names["issuers"])
    date = _date(campaign.issued, campaign)
    return Notice(
        metadata=Metadata(title, "、".join(issuers), number, campaign.issued),
        letterhead=_letterhead(campaign, words),
        number=number,
        title=lines_of_title(title, words, campaign.title_lines, ("title_lines",)),
        addressees=_addressees(campaign.addressees, ("addressees",), words),
        blocks=blocks_of(words.text(loaded.body, ("body",))),
        annex_entries=annex_entries(annexes),
        # With the date alone, the seal carries the name (7.3.5.1).
        signature=Signature(
            () if campaign.signature.variant == "date_only" else issuers, date, campaign.signature.variant
        ),
        notes=_notes(campaign, words),
        attached=tuple(
            _attached(plan, ("attached", index), campaign, words) for index, plan in enumerate(campaign.attached)
        ),
        annexes=annexes,
        imprint=_imprint(campaign.imprint, words) if campaign.imprint else None,
        draft=bool(loaded.todos),
    )


def _letterhead(campaign: Campaign, words: Words) -> Letterhead:
    """版头: the sponsor's mark first."""
    return Letterhead(
        marks=tuple(issuer["mark"] or issuer["name"] for issuer in words.names["issuers"]),
        suffix=campaign.mark_suffix,
        copy_number=campaign.copy_number or "",
        secrecy=words.line(campaign.secrecy, ("secrecy",)),
        urgency=campaign.urgency,
        signers=words.lines(campaign.signers, ("signers",)),
    )


def _addressees(entries: Sequence[str], loc: Loc, words: Words) -> str:
    """主送机关, with a full-width colon behind the last (7.3.2)."""
    lines = [line.rstrip("：:，,；;") for line in words.lines(entries, loc)]
    return "，".join(lines) + "：" if lines else ""


def _notes(campaign: Campaign, words: Words) -> tuple[str, ...]:
    """附注 in round brackets (7.3.6): the disclosure first."""
    disclosure = (f"此件{campaign.disclosure}",) if campaign.disclosure else ()
    return tuple(_bracketed(note) for note in (*disclosure, *words.lines(campaign.note, ("note",))))


def _bracketed(note: str) -> str:
    return note if note.startswith("（") and note.endswith("）") else f"（{note}）"


def _imprint(plan: ImprintPlan, words: Words) -> Imprint:
    """版记: 抄送 ends in a full stop (7.4.2), the day of printing in 印发 (7.4.3)."""
    copies_to = [line.rstrip("。") for line in words.lines(plan.copies_to, ("imprint", "copies_to"))]
    return Imprint(
        copies_to="、".join(copies_to) + "。" if copies_to else "",
        printer=words.line(plan.printer, ("imprint", "printer")),
        printed=f"{dates.full_date(plan.printed)}印发" if plan.printed else "",
    )


def _attached(plan: AttachedNotice, loc: Loc, campaign: Campaign, words: Words) -> Notice:
    """A forwarded notice: its words as they are; it bears no seal here, so it is signed as one without."""
    title = words.line(plan.title, (*loc, "title"))
    number = words.line(plan.number, (*loc, "number"))
    issuers = words.lines(plan.signature, (*loc, "signature"))
    return Notice(
        metadata=Metadata(title, "、".join(issuers), number, plan.issued),
        number=number,
        title=lines_of_title(title, words, plan.title_lines, (*loc, "title_lines")),
        addressees=_addressees(plan.addressees, (*loc, "addressees"), words),
        blocks=blocks_of(words.text(plan.body, (*loc, "body"))),
        signature=Signature(
            issuers,
            _date(plan.issued, campaign) if plan.issued else "",
            "unsealed" if issuers else "date_only",
        ),
        notes=tuple(_bracketed(note) for note in words.lines(plan.note, (*loc, "note"))),
    )


def _date(date: datetime.date | None, campaign: Campaign) -> str:
    """成文日期; while it is not known, room for it, to be filled in when the notice is signed."""
    if date is None:
        return f"{campaign.year}年　月　日"
    return dates.chinese_date(date) if campaign.date_style == "chinese" else dates.full_date(date)
