"""中文的引号、省略号、破折号要用中文字体。

这些符号中西文共用，Word 有时按西文字体（Times New Roman）印，引号又窄又斜。选中它们，把西文字体也设成仿宋即可。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _, ngettext
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-002",
    name="quotes-in-latin-type",
    title="中文引号、破折号、省略号用中文字体",
    severity="warning",
    tier="技术",
    source="ECMA-376 w:rFonts：共用字符按 hint 选字体",
    bad="“脱贫攻坚”的引号用 Times New Roman",
    good="“脱贫攻坚”的引号用仿宋",
    needs=("“", "”", "…", "—"),
)

_SHARED = set("“”‘’…—")


def check(reading: Reading) -> Iterator[Hit]:
    """Runs of nothing but shared marks, in a Latin typeface, without a hint that they are Chinese."""
    from docgen.diff.word.names import R_PR, R, T, w

    if reading.word is None:
        return
    count = 0
    for run in reading.word.main.iter(R):
        text = "".join(node.text or "" for node in run.iter(T)).strip()
        looks = run.find(R_PR)
        fonts = None if looks is None else looks.find(w("rFonts"))
        if not text or not set(text) <= _SHARED or fonts is None or fonts.get(w("hint")) == "eastAsia":
            continue
        latin, chinese = fonts.get(w("hAnsi")), fonts.get(w("eastAsia"))
        count += bool(latin and chinese and latin != chinese and latin.isascii())
    if count:
        message = ngettext(
            "{n} quotation mark or dash is set in a Latin typeface",
            "{n} quotation marks or dashes are set in a Latin typeface",
            count,
        ).format(n=count)
        yield at(reading.place(), message, _("set their Latin typeface to 仿宋 as well"))
