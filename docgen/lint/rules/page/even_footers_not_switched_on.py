"""做了双页页脚，还要打开“奇偶页不同”，双页页脚才会显示。

文件里存着双页的页脚，而“奇偶页不同”没有勾选，Word 就一律用单页的页脚，双页的页码全跑到右边。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PAGE-009",
    name="even-footers-not-switched-on",
    title="奇偶页脚须打开“奇偶页不同”",
    severity="error",
    tier="技术",
    source="ECMA-376 w:evenAndOddHeaders",
    bad="有双页页脚，未勾选“奇偶页不同”",
    good="有双页页脚，勾选“奇偶页不同”",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Footers for even pages that the file does not use."""
    word = reading.word
    if word is None or word.even_pages_differ:
        return
    if any(any(one.text for one in section.footers.get("even", ())) for section in word.sections):
        message = _("there are footers for even pages, but they are switched off, so every page shows the odd ones")
        yield at(reading.place(), message, _("tick “奇偶页不同” in the page setup"))
