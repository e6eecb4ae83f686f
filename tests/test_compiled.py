"""The compile-once engine: its XML is docxtpl's, for every tag that docxtpl has and every value there may be.

docxtpl is compared as it is, with the engine's own strict environment and escaping: bare, it drops ``<`` and ``&``.
"""

from __future__ import annotations

import base64
import io
import pickle
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from word_files import drawing, member, names, p, packed, t, table, td, text_box, texts, tr, word_file

from docgen.campaign.load import load_campaign
from docgen.compose import compose, split_annexes
from docgen.diagnostics import DocgenError, Exit
from docgen.document.measure import Mm
from docgen.render.docx.compiled import Picture, SubDocument, compile_template
from docgen.render.docx.compiled.archive import coder
from docgen.render.docx.context import annex_context, notice_context
from docgen.render.docx.shell import sections_of
from docgen.render.docx.strict import strict_environment
from docgen.templates.find import find_templates

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

# ---------------------------------------------------------------- values

# fmt: off
BREAKING = [
    "年龄<35岁", "A & B", "a]]>b", "\"双\" '单'", "{{ x }}", "{% if %}", "&amp;", "<w:p>", "</w:t>", "😀𠮷",
    "长" * 3000, "", " ", "两\n行", "\n", "末\n", "一\t二", "\t", "三\n\n\t行", "\x85", "\ue0001\ue003",
]
# fmt: on
# What docxtpl would change of a value is left out here and tried below: its escapes such as {_{.
LEGAL = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff{}%")
TEXT = st.one_of(st.sampled_from(BREAKING), st.text(LEGAL, max_size=20), st.text("<>&'\"\n\t 甲a", max_size=12))
PLAIN = st.one_of(TEXT, st.none(), st.integers(), st.dates(), st.booleans(), st.floats(allow_nan=False))
VALUES = st.fixed_dictionaries(
    {
        "a": TEXT,
        "b": PLAIN,
        "n": st.integers(1, 3),
        "colour": st.sampled_from(["FF0000", "", '<&">']),
        "rows": st.lists(st.fixed_dictionaries({"a": TEXT, "b": PLAIN}), min_size=1, max_size=3),
    }
)


@pytest.mark.parametrize("name", TEMPLATES)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(values=VALUES)
def test_the_xml_is_docxtpls(name: str, values: dict[str, Any]) -> None:
    filled = COMPILED[name].fill(values)
    assert canonical_parts(filled) == by_docxtpl(TEMPLATES[name], values)


# ---------------------------------------------------------------- docxtpl's own values

RICH = word_file(p("甲", t("{{r a }}"), "乙"), p("{{p b }}"), p("{{ c }}"), header=p("{{ c }}"))


def rich_values() -> dict[str, Any]:
    rich = RichText("红<字>\n下一行", color="FF0000", bold=True)
    rich.add("\t普通 & 字")
    return {"a": rich, "b": RichTextParagraph(RichText("整段", italic=True)), "c": Listing("列\n表\a另段\f另页")}


def test_rich_text_is_docxtpls() -> None:
    compiled, values = compile_template(RICH), rich_values()
    assert canonical_parts(compiled.fill(values)) == by_docxtpl(RICH, values)
    assert compiled.way(values).path == "jinja"
    assert "word/document.xml takes rich text" in compiled.reasons


def test_plain_text_is_not_lost_where_rich_text_is_wanted() -> None:
    with pytest.raises(DocgenError) as caught:
        compile_template(RICH).fill({**rich_values(), "a": "白字"})
    assert "白字" in str(caught.value)
    assert (caught.value.problems[0].code, caught.value.exit_code) == ("T421", Exit.TEMPLATE)


def test_a_list_or_rich_text_may_come_where_text_is_usual() -> None:
    docx = TEMPLATES["formatted"]
    values = {"a": Listing("一\n二"), "b": "乙"}
    assert canonical_parts(COMPILED["formatted"].fill(values)) == by_docxtpl(docx, values)
    assert COMPILED["formatted"].way({"a": "一\n二", "b": None}).path == "compiled"
    assert COMPILED["formatted"].way(values).reasons == ("a value is rich text",)


def picture() -> bytes:
    """A white point as PNG."""
    return base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4//8/AwAI/AL+p5qgoAAAAABJRU5ErkJggg=="
    )


def test_pictures_and_other_documents_are_put_in_by_docxtpl() -> None:
    docx = word_file(p("{{ name }}：{{ photo }}"), p("{{p more }}"), title="{{ name }}")
    compiled = compile_template(docx)
    values = {"name": "A & B", "photo": Picture(picture(), width=Mm(30)), "more": SubDocument(word_file(p("附页")))}
    assert compiled.way(values).path == "docxtpl"
    filled = compiled.fill(values)
    assert texts(filled) == ["A & B：", "附页"]
    assert [name for name in names(filled) if name.startswith("word/media/")] == ["word/media/image1.png"]
    assert b'cx="1080000"' in member(filled)
    assert b"<dc:title>A &amp; B</dc:title>" in member(filled, "docProps/core.xml")
    assert compiled.fill(values) == filled


def test_another_document_needs_docxcompose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docxtpl.subdoc", None)
    with pytest.raises(DocgenError) as caught:
        compile_template(word_file(p("{{p more }}"))).fill({"more": SubDocument(word_file(p("附页")))})
    assert (caught.value.problems[0].code, caught.value.exit_code) == ("W413", Exit.MISSING)
    assert "docgen[subdocuments]" in str(caught.value)


# ---------------------------------------------------------------- what bare docxtpl gets wrong


def test_a_value_is_never_a_tag() -> None:
    """docxtpl takes {_{ in a value for its own escape, and fills footnotes in once for each section."""
    plain = compile_template(word_file(p("{{ a }}"), footnotes=p("{{ a }}")))
    loop = compile_template(
        word_file(p("{% if a %}{{ a }}{_%{% endif %}"), footnotes=p("{% if a %}{{ a }}{% endif %}"))
    )
    for value in ("{_{ x }_}", "{_% x %_}", "{{ a }}", "{% raw %}"):
        for compiled, behind in ((plain, ""), (loop, "{%")):
            filled = compiled.fill({"a": value})
            assert texts(filled) == [value + behind]
            assert texts(filled, "word/footnotes.xml") == [value]


def test_empty_values_print_nothing() -> None:
    assert texts(compile_template(word_file(p("甲{{ a }}乙"))).fill({"a": None})) == ["甲乙"]


def test_a_title_is_escaped_once() -> None:
    compiled = compile_template(word_file(p("甲"), title="{{ a }} 与 {{ b|default(&quot;无&quot;) }}"))
    title = etree.fromstring(member(compiled.fill({"a": "A & <B>"}), "docProps/core.xml"))[0].text
    assert title == "A & <B> 与 无"


def test_a_cell_never_loses_its_last_paragraph() -> None:
    """Word opens no file in which a cell holds none; docxtpl leaves it like that."""
    compiled = compile_template(word_file(table([tr(td("{%p if a %}", "甲", "{%p endif %}"), "乙")], 2)))
    assert texts(compiled.fill({"a": "是"})) == ["甲", "乙"]
    assert texts(compiled.fill({"a": ""})) == ["", "乙"]


@pytest.mark.parametrize("name", ["plain", "rows", "header"])
@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\uffff", "\u2028"])
def test_what_no_word_file_can_hold_is_refused_by_name(name: str, character: str) -> None:
    values = {"a": "好", "b": f"坏{character}", "rows": [{"a": "好", "b": f"{character}坏"}]}
    with pytest.raises(DocgenError) as caught:
        COMPILED[name].fill(values)
    assert caught.value.exit_code == Exit.CAMPAIGN
    told = [(problem.code, problem.message.split(":")[0]) for problem in caught.value.problems]
    assert ("R420", "b") in told
    assert name != "rows" or ("R420", "rows[0].b") in told
    assert "a" not in [key for _code, key in told]


@pytest.mark.parametrize("name", ["plain", "rows"])
def test_line_breaks_of_every_system_are_line_breaks(name: str) -> None:
    values = {"b": "", "rows": [{"a": "x\r\ny", "b": "z"}]}
    assert COMPILED[name].fill({"a": "一\r\n二\r三", **values}) == COMPILED[name].fill(
        {"a": "一\n二\n三", "b": "", "rows": [{"a": "x\ny", "b": "z"}]}
    )


@pytest.mark.parametrize("name", ["plain", "filters", "rows", "header"])
def test_a_name_that_is_not_there_is_told(name: str) -> None:
    with pytest.raises(DocgenError) as caught:
        COMPILED[name].fill({"aa": "x", "rows": [{"a": "x", "b": "y"}]})
    assert [problem.code for problem in caught.value.problems] == ["T401"]
    assert caught.value.exit_code == Exit.TEMPLATE
    assert '"a"' in str(caught.value) or '"b"' in str(caught.value)


def test_values_cannot_reach_python() -> None:
    compiled = compile_template(word_file(p("{{ a.__class__.__mro__ }}"), p("{{ a.upper.__globals__ }}")))
    with pytest.raises(DocgenError) as caught:
        compiled.fill({"a": "x"})
    assert caught.value.exit_code == Exit.TEMPLATE


# ---------------------------------------------------------------- the file

VALUES = {"a": "甲", "b": "乙", "n": 2, "colour": "FF0000", "rows": [{"a": "丙", "b": 1}]}


def test_the_same_values_give_the_same_bytes() -> None:
    for compiled in COMPILED.values():
        assert compiled.path == "compiled"
        assert compiled.fill(VALUES) == compiled.fill(dict(reversed(VALUES.items())))


def test_a_compiled_template_can_be_sent_to_another_process() -> None:
    for compiled in COMPILED.values():
        filled = compiled.fill(VALUES)
        assert pickle.loads(pickle.dumps(compiled)).fill(VALUES) == filled


def test_the_archive_is_one_that_anything_opens() -> None:
    docx = TEMPLATES["header"]
    filled = COMPILED["header"].fill(VALUES)
    with zipfile.ZipFile(io.BytesIO(filled)) as file:
        assert file.testzip() is None
        assert file.namelist()[0] == "[Content_Types].xml"
        assert sorted(file.namelist()) == sorted(names(docx))
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert member(filled, "word/_rels/document.xml.rels") == member(docx, "word/_rels/document.xml.rels")
    assert [paragraph.text for paragraph in Document(io.BytesIO(filled)).paragraphs] == ["甲"]


def test_stored_members_stay_stored_and_folders_are_left_out() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        file.writestr("word/", b"")
        for name in reversed(names(TEMPLATES["plain"])):
            file.writestr(name, member(TEMPLATES["plain"], name))
    filled = compile_template(out.getvalue()).fill(VALUES)
    assert "word/" not in names(filled)
    assert names(filled)[0] == "[Content_Types].xml"
    assert canonical_parts(filled) == canonical_parts(COMPILED["plain"].fill(VALUES))


def test_without_isal_the_file_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = COMPILED["header"].fill(VALUES)
    monkeypatch.setitem(sys.modules, "isal", None)
    coder.cache_clear()
    try:
        slow = compile_template(TEMPLATES["header"]).fill(VALUES)
    finally:
        coder.cache_clear()
    assert names(slow) == names(fast)
    assert all(member(slow, name) == member(fast, name) for name in names(slow))


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip", word_file(p("甲"))[:-30], packed({"a.txt": "x"})])
def test_what_is_no_word_file_is_told(data: bytes) -> None:
    with pytest.raises(DocgenError) as caught:
        compile_template(data)
    assert [problem.code for problem in caught.value.problems] == ["T400"]
    assert caught.value.exit_code == Exit.TEMPLATE


# ---------------------------------------------------------------- the templates of the repository

CHECKOUT = Path(__file__).parent.parent
CAMPAIGNS = sorted(path for path in CHECKOUT.glob("data/*/*.yaml") if not path.name.endswith(".units.yaml"))


@pytest.mark.parametrize("path", CAMPAIGNS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_shells_are_filled_in_as_docxtpl_does_it(path: Path) -> None:
    loaded = load_campaign(path)
    folders = find_templates(CHECKOUT)
    look = folders.look(loaded.campaign.look)
    notice = compose(
        loaded, {use.form: folders.form(use.form, path.parent) for use in loaded.campaign.annexes if use.form}
    )
    docx = look.shell.read_bytes()
    compiled = compile_template(docx)
    contexts = [notice_context(notice, sections_of(look), "next")[0]]
    contexts += [annex_context(annex, sections_of(look))[0] for annex in split_annexes(notice)]
    for context in contexts:
        values = context | {"models": False}
        assert canonical_parts(compiled.fill(values)) == by_docxtpl(docx, values)
