"""The compile-once engine: its XML is docxtpl's, for every tag that docxtpl has and every value there may be.

docxtpl is compared as it is, with the engine's own strict environment and escaping: bare, it drops ``<`` and ``&``.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path
from typing import Any

import pytest
from docxtpl import Listing, RichText, RichTextParagraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tagged import COMPILED, TEMPLATES, by_docxtpl, canonical_parts
from word_files import member, names, p, t, texts, word_file

from docgen.campaign.load import load_campaign
from docgen.compose import compose, split_annexes
from docgen.diagnostics import DocgenError, Exit
from docgen.document.measure import Mm
from docgen.render.docx.compiled import Picture, SubDocument, compile_template
from docgen.render.docx.context import annex_context, notice_context
from docgen.render.docx.shell import sections_of
from docgen.templates.find import find_templates

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


def test_the_reasons_say_what_takes_longer() -> None:
    told = {name: COMPILED[name].reasons for name in ("plain", "rows", "colspan", "header")}
    assert told == {
        "plain": (),
        "rows": ("word/document.xml has loops or conditions",),
        "colspan": ("word/document.xml reckons with numbers of columns",),
        "header": ("word/footer1.xml has loops or conditions",),
    }


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
