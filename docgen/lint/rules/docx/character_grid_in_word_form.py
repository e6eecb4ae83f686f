"""Word 表格不用带字符网格的版式。

Word 表格的 PDF 由 LibreOffice 转换。它排字符网格与 Word 不同：三号字一行27个的，加上字符间距不论大小，排出来只有18个，
表格就多出好几页（LibreOffice 7.4 实测）。表格的 Word 文件在“页面设置、文档网格”里选“只指定行网格”或者“无网格”。
别处的文件在 Word 里排得好好的，不看。
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from docgen.diagnostics import Place
from docgen.document.tree import WordForm
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-004",
    name="character-grid-in-word-form",
    title="LibreOffice 转换的文件不用字符网格",
    severity="warning",
    tier="技术",
    source="实测（LibreOffice 7.4）",
    bad="文档网格：指定行和字符网格，每行28字",
    good="文档网格：只指定行网格",
    wants=("drawn forms",),
)

_GRID = re.compile(rb'<w:docGrid\b(?=[^>]*w:type="(?:linesAndChars|snapToChars)")[^>]*w:charSpace="-?[1-9]\d*"')


def check(reading: Reading) -> Iterator[Hit]:
    """Forms drawn in Word, one section of which has a grid of characters."""
    forms = [annex.content for annex in reading.notice.annexes] if reading.notice else []
    for form in dict.fromkeys(form for form in forms if isinstance(form, WordForm)):
        if _has_character_grid(form.template):
            message = _(
                "the form has a grid of characters: LibreOffice, which makes the PDF, sets fewer of them a line"
            )
            yield at(Place(form.file), message, _("choose “只指定行网格” in Word's page setup"))


def _has_character_grid(template: bytes) -> bool:
    if not zipfile.is_zipfile(io.BytesIO(template)):
        return False
    with zipfile.ZipFile(io.BytesIO(template)) as archive:
        name = "word/document.xml"
        return name in archive.namelist() and bool(_GRID.search(archive.read(name)))
