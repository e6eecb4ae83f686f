"""定稿里不残留模板的占位：没有填的标签、“20XX年”“×月×日”“【请填写】”。

标签 {{ 姓名 }}、«姓名»、${姓名} 是程序没有填上的；标题、文号、主送、正文、日期中的“XX”“××”是人没有填上的。附件的
空白表格里“××单位”常是填写示范，不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

_BLANKS = (
    *(blank for sign in "XxＸ×" for blank in (f"{sign}年", f"年{sign}", f"月{sign}", f"{sign}〕", f"〕{sign}")),
    *(f"{bracket}{word}" for bracket in "【[［" for word in ("请", "此处", "待", "填写", "填入", "插入", "补充")),
)

RULE = Rule(
    code="FORM-008",
    name="left-over-placeholder",
    title="不残留模板占位",
    severity="error",
    tier="技术",
    source="定稿要求",
    bad="联系人：{{ name }}，截止20XX年×月×日",
    good="联系人：李某，截止2026年4月10日",
    needs=("{", "«", *_BLANKS),
)

_TAG = Pattern(r"\{\{[^{}]{0,60}\}\}|\{%[^{}]{0,60}%\}|\$\{[^{}]{1,40}\}|«[^»]{1,40}»")
_SINGLE = Pattern(r"(?a)(?<![{$])\{ *[a-z_]+(?:\.\w+)+ *(?:\|[^{}]*)?\}(?!\})")
"""{ deadlines.submission | day }: one brace too few, so that it is printed as it stands."""
_BLANK = Pattern(
    r"(?<![A-Za-z0-9])(?:20)?[XxＸ×]{2,4}(?=\s*年)|(?<=年)\s*[XxＸ×]{1,2}(?=\s*月)|(?<=月)\s*[XxＸ×]{1,2}(?=\s*日)"
    r"|(?<=〔)(?:20)?[XxＸ×]{2,4}(?=〕)|(?<=〕)[XxＸ×]{1,4}(?=号)"
    r"|[【\[［](?:请|此处|待)?(?:填写|填入|插入|补充|待定)[^】\]］]{0,12}[】\]］]"
)
_PARTS = ("number", "title", "addressee", "body", "annex_note", "signature", "date", "note", "imprint")


def check(reading: Reading) -> Iterator[Hit]:
    """Tags anywhere; blanks where a notice has none."""
    for passage in reading.passages:
        if passage.part in ("attached", "value"):
            continue
        shapes = (_TAG, _SINGLE, _BLANK) if passage.part in _PARTS else (_TAG, _SINGLE)
        for shape in shapes:
            for match in shape.finditer(passage.unquoted):
                if not reading.loaded or shape is not _TAG:  # In a campaign, composing has told of those.
                    message = _('"{words}" was left to be filled in').format(words=match.group())
                    yield passage.hit(*match.span(), message, _("fill it in, or take it out"))
