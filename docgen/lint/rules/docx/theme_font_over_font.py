"""文字设了“仿宋_GB2312”，又留着主题字体，Word 会用主题字体。

从别的模板粘贴过来的文字常带主题字体。选中文字，重新设一次字体即可。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _, ngettext
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-001",
    name="theme-font-over-font",
    title="主题字体会盖过所设的字体",
    severity="error",
    tier="技术",
    source="ECMA-376 w:rFonts：主题字体优先",
    bad="仿宋_GB2312，另有 eastAsiaTheme",
    good="仿宋_GB2312，没有主题字体",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Runs with a typeface and a theme's at once; the first is told."""
    from docgen.diff.word.names import w

    if reading.word is None:
        return
    found = [
        node.get(w("eastAsia"))
        for node in reading.word.main.iter(w("rFonts"))
        if node.get(w("eastAsia")) and node.get(w("eastAsiaTheme"))
    ]
    if found:
        message = ngettext(
            "{n} piece of text is set in {font}, but a theme's font goes before it",
            "{n} pieces of text are set in {font}, but a theme's font goes before it",
            len(found),
        )
        hint = _("select the text and set its font anew")
        yield at(reading.place(), message.format(n=len(found), font=found[0]), hint)
