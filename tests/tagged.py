"""A small Word template for each of docxtpl's tags, and what docxtpl itself makes of one."""

from __future__ import annotations

import io
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree
from word_files import drawing, member, names, p, t, table, td, text_box, tr, word_file

from docgen.render.docx.compiled import compile_template
from docgen.render.docx.strict import strict_environment

RENDERED = ("document", "header1", "footer1", "footnotes")


def by_docxtpl(docx: bytes, values: dict[str, Any]) -> dict[str, bytes]:
    """The parts that docxtpl fills in, canonical."""
    template = DocxTemplate(io.BytesIO(docx))
    template.render(values, strict_environment(), autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return canonical_parts(out.getvalue())


def canonical_parts(docx: bytes) -> dict[str, bytes]:
    """Those parts in canonical form."""
    found = [f"word/{name}.xml" for name in RENDERED if f"word/{name}.xml" in names(docx)]
    return {name: etree.tostring(etree.fromstring(member(docx, name)), method="c14n") for name in found}


# ---------------------------------------------------------------- templates for each of docxtpl's tags

ROWS = table([tr("{%tr for one in rows %}"), tr("{{ one.a }}", "{{ one.b }}"), tr("{%tr endfor %}")], 2)
COLUMNS = table([tr("名", td("{%tc for one in rows %}"), "{{ one.a }}", td("{%tc endfor %}"))], 2)
MERGED_DOWN = table([tr("{%tr for one in rows %}"), tr("{% vm %}{{ a }}", "{{ one.b }}"), tr("{%tr endfor %}")], 2)
MERGED_ACROSS = table(
    [tr(td("{%tc for one in rows %}"), "{% hm %}{{ a }}", td("{%tc endfor %}")), tr("一", "二", "三")], 3
)
NESTED = table(
    [
        tr("{%tr for one in rows %}"),
        tr(td("{{ one.a }}", "{%p for two in rows %}", "{{ loop.index }}{{ two.b }}", "{%p endfor %}")),
        tr("{%tr endfor %}"),
    ],
    1,
)
BOLD = '<w:b/><w:sz w:val="28"/>'
RIGHT = '<w:jc w:val="right"/>'

TEMPLATES = {
    "plain": word_file(p("单位：{{ a }}，{{ b }}，{{a}}。"), p("{{ b }}", properties=RIGHT), p("无")),
    "formatted": word_file(p(t("甲{{ a }}乙", BOLD), t("{{ b }}"), properties=RIGHT)),
    "split runs": word_file(
        p(t("{"), t("{ "), t("a", BOLD), t(" }"), t("}"), "、", t("{% if b"), t(" %}是{% endif %}"))
    ),
    "filters": word_file(p("{{ a|upper }}{{ rows|length }}{{ a ~ b }}{{ rows[0].a }}{{ a|default(“无”) }}{{ a|e }}")),
    "whole paragraphs": word_file(p("{%p if b %}"), p("{{ a }}"), p("{%p else %}"), p("无"), p("{%p endif %}")),
    "paragraph loop": word_file(p("{%p for one in rows %}"), p("{{ one.a }}、{{ a }}"), p("{%p endfor %}")),
    "runs": word_file(p("甲", t("{%r if b %}"), t("{{ a }}", BOLD), t("{%r endif %}"), "乙")),
    "inline": word_file(p("甲{% if b %}{{ a }}{% else %}无{% endif %}乙")),
    "across paragraphs": word_file(p("甲{% if b %}"), p("{{ a }}"), p("{% endif %}乙")),
    "minus": word_file(p("甲"), p("{%- if b -%}"), p("{{ a }}"), p("{%- endif -%}"), p("乙")),
    "escapes": word_file(p("{_{ a }_} {_% if %_} {{ a }}")),
    "comments": word_file(p("甲{# 注 #}{{ a }}"), p("{#p 注 #}"), p("乙")),
    "rows": word_file(ROWS, p("{{ a }}")),
    "columns": word_file(COLUMNS),
    "nested": word_file(NESTED),
    "merged down": word_file(MERGED_DOWN),
    "merged across": word_file(MERGED_ACROSS),
    "colspan": word_file(table([tr(td("{% colspan n %}{{ a }}"), "乙"), tr("一", "二", "三")], 3)),
    "colour": word_file(table([tr(td("{% cellbg colour %}{{ a }}"), "乙")], 2)),
    "attribute": word_file(p(drawing("{{ a }}")), p(drawing("固定"), "{{ b }}")),
    "drawings": word_file(p("{%p for one in rows %}"), p(drawing("{{ one.a }}"), "{{ a }}"), p("{%p endfor %}")),
    "header": word_file(p("{{ a }}"), header=p("{{ b }}"), footer=p("{% if b %}{{ a }}{% endif %}")),
    "static header": word_file(p("{{ a }}"), header=p("固定\t字"), footer=p(drawing("图"))),
    "footnotes": word_file(p("正文{{ a }}"), footnotes=p("注：{{ b }}")),
    "footnote loop": word_file(
        p("正文"), footnotes=p("{%p for one in rows %}") + p("{{ one.a }}") + p("{%p endfor %}")
    ),
    "text box": word_file(p("外{{ a }}", text_box(p("内{{ b }}"), p("{{ a }}", properties=RIGHT)), "尾{{ b }}")),
    "table": word_file(table([tr("{{ a }}", "乙"), tr("丙", td("{{ b }}", "{{ a }}"))], 2)),
    "narrow grid": word_file(table([tr("{{ a }}", "乙", "丙")], 2), table([tr("{{ b }}")], 4)),
    "field": word_file(p(t("见"), "<w:r><w:instrText>DOCVARIABLE {{ a }}</w:instrText></w:r>")),
    "set": word_file(p("{% set c = a ~ “。” %}{{ c }}")),
    "nothing": word_file(p("无一标记"), table([tr("甲")], 2)),
}
COMPILED = {name: compile_template(docx) for name, docx in TEMPLATES.items()}
