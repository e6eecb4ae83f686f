"""写进 basis 的依据，正文里应当引用。

换了依据而正文没有换，或者正文里另写了一遍标题，都会留下没有用到的依据。正文、附件和表格里出现了它的标题或文号，就算引用了。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import plain
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-011",
    name="basis-never-cited",
    title="列出的依据应当引用",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="basis 列出“关于……的意见”，正文没有引用",
    good="根据{{ basis.province | cite }}要求",
    wants=("basis:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A basis of which neither title nor number is printed."""
    if not reading.loaded or not reading.loaded.data.get("basis"):
        return
    printed = "".join(plain(one.text) for one in reading.passages if one.part not in ("value", "number", "attached"))
    for key, basis in reading.loaded.campaign.basis.items():
        title = next((one.text for one in reading.passages if one.loc == ("basis", key, "title")), basis.title)
        number = re.sub(r"\s+", "", basis.number)
        if not _is_printed(title, printed) and not (number and number in printed):
            place = reading.loaded.sources.place_of_key(("basis", key))
            message = _('nothing cites the basis "{key}", 《{title}》').format(key=key, title=title)
            expression = "{{ basis." + key + " | cite }}"
            yield at(place, message, _("cite it: {expression}; or delete it").format(expression=expression))


def _is_printed(title: str, printed: str) -> bool:
    """Whether the title is there, whatever its expressions wrote."""
    parts = (re.escape(plain(part)) for part in re.split(r"\{\{.*?\}\}", title))
    return re.search(".{0,20}?".join(parts), printed) is not None
