"""附件页上的顺序号和标题，与附件说明里的一致。

最常见的是改了一处忘了另一处：附件说明写“示范点名单”，附件页题“示范点建设单位名单”。两处只差年份（“2026年”）的，
可能是有意省略，只作警告。换行、空格、书名号和全半角括号的差别不计较。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Place
from docgen.language import _
from docgen.lint.annexes import entries, pages, plain, without_year
from docgen.lint.finding import Hit, Severity, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-008",
    name="annex-page-called-otherwise",
    title="附件页顺序号、标题与附件说明一致",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.7",
    bad="附件说明“示范点名单”，附件页题“示范点建设单位名单”",
    good="两处同为“示范点名单”",
)


def check(reading: Reading) -> Iterator[Hit]:
    """A title on an annex's page that is not the name in the list."""
    for listed, title, place in _pairs(reading):
        if plain(listed) != plain(title):
            only_year = without_year(listed) == without_year(title)
            severity: Severity | None = "warning" if only_year else None
            message = _('the list of annexes says "{listed}", the page of the annex "{title}"')
            hint = _("let both be the same")
            yield at(place, message.format(listed=listed, title=title), hint, severity)


def _pairs(reading: Reading) -> Iterator[tuple[str, str, Place]]:
    if reading.notice:
        for index, annex in enumerate(reading.notice.annexes):
            yield annex.title, "".join(annex.content.title), reading.place("annexes", index, "title")
        return
    listed = {entry.number or 1: entry for entry in entries(reading)}
    for page in pages(reading):
        entry = listed.get(page.number or 1)
        if entry and page.title and page.passage:
            yield entry.name, page.title, page.passage.place
