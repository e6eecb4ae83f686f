"""The title's lines as its author broke them."""

from __future__ import annotations

from docgen.lint.reading import Reading


def lines_by_hand(reading: Reading) -> tuple[str, ...]:
    """The lines that ``title_lines`` prints; none if the title was not broken by hand."""
    if not reading.loaded or not reading.notice or not reading.loaded.campaign.title_lines:
        return ()
    return reading.notice.title if len(reading.notice.title) == len(reading.loaded.campaign.title_lines) else ()
