"""A form that a bureau drew in Word: ``form.docx`` with tags beside a short ``form.yaml`` that names the fields."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from docx import Document
from small_project import Ended, Project
from word_files import member, names, p, packed, table, texts, tr, word_file

from docgen.campaign.load import load_campaign
from docgen.compose import compose, split_annexes
from docgen.diagnostics import DocgenError, Exit
from docgen.document.tree import SplitAnnex, WordForm, fields_of
from docgen.render import RENDERERS, Setting
from docgen.render.docx.form_template import form_compiler
from docgen.templates.find import find_templates
from docgen.templates.load import load_form
from docgen.world.fonts import find_fonts

YAML = """\
id: biao
title: 推荐表
docx: form.docx
fields:
  - {field: unit_name, label: 申报单位, required: true, prefill: "{{ unit.name }}"}
  - {field: level, label: 类别, kind: choice, options: [国家级, 市级]}
  - {field: reason, label: 理由, kind: text, limit: 200}
"""
WORD = word_file(
    p("{{ year }}年{{ title }}（{{ label }}）", properties='<w:jc w:val="center"/>'),
    table(
        [
            tr("申报单位", "{{ unit_name }}"),
            tr("类别", "{{ boxes.level.国家级 }}国家级 {{ boxes.level['市级'] }}市级"),
            tr("理由", "{{ reason }}"),
        ],
        2,
    ),
    footer=p("{{ issuer }}制"),
    title="{{ unit_name }}",
)


def of_type(main: str) -> bytes:
    """An archive whose main part is of this type."""
    return packed({"[Content_Types].xml": f'<Types><Override ContentType="application/vnd.{main}.main+xml"/></Types>'})


UNIT = {"name": "天津 A & B <大学>"}


@pytest.fixture
def drawn(project: Project) -> Project:
    """A campaign whose second annex is drawn in Word."""
    folder = project.folder / "templates/annexes/biao"
    project.write("templates/annexes/biao/form.yaml", YAML)
    (folder / "form.docx").write_bytes(WORD)
    project.change("  - {id: form, form: tui}\n", "  - {id: form, form: tui}\n  - {id: word, form: biao}\n")
    return project


def annex(
    project: Project, given: Mapping[str, str] | None = None, unit: Mapping[str, str] | None = None
) -> SplitAnnex:
    loaded = load_campaign(project.campaign)
    folders = find_templates(project.folder)
    forms = {use.form: folders.form(use.form) for use in loaded.campaign.annexes if use.form}
    values = {f"word.{name}": value for name, value in (given or {}).items()}
    return split_annexes(compose(loaded, forms, unit, values))[1]


def setting(project: Project) -> Setting:
    return Setting(find_templates(project.folder).look("gbt9704"), find_fonts())


# ---------------------------------------------------------------- the form itself


def test_its_fields_are_filled_in_like_those_of_a_grid(drawn: Project) -> None:
    document = annex(drawn, {"level": "市级", "reason": "一\n二"}, UNIT)
    docx = RENDERERS["docx"](document, setting(drawn)).data
    assert texts(docx) == [
        "2024年推荐表（附件2）",
        "申报单位",
        "天津 A & B <大学>",
        "类别",
        "□国家级 ■市级",
        "理由",
        "一\n二",
    ]
    assert texts(docx, "word/footer1.xml") == ["示例市人力资源和社会保障局制"]
    assert Document(io.BytesIO(docx)).core_properties.title == "天津 A & B <大学>"


def test_without_a_unit_it_is_empty(drawn: Project) -> None:
    docx = RENDERERS["docx"](annex(drawn), setting(drawn)).data
    assert texts(docx)[2:] == ["", "类别", "□国家级 □市级", "理由", ""]


def test_its_fields_are_known(drawn: Project) -> None:
    form = annex(drawn).annex.content
    assert isinstance(form, WordForm)
    known = [(field.id, field.label, field.kind, field.required, field.limit) for field in fields_of(form)]
    assert known == [
        ("unit_name", "申报单位", "line", True, None),
        ("level", "类别", "choice", False, None),
        ("reason", "理由", "text", False, 200),
    ]


def test_what_is_none_of_the_options_is_told(drawn: Project) -> None:
    with pytest.raises(DocgenError) as caught:
        annex(drawn, {"level": "省级"})
    assert [problem.code for problem in caught.value.problems] == ["T212"]


def test_text_has_its_fields(drawn: Project) -> None:
    text = RENDERERS["txt"](annex(drawn, {"level": "市级"}, UNIT), setting(drawn)).data.decode()
    assert "推荐表\n\n申报单位：天津 A & B <大学>\n类别：市级\n理由：\n" in text


# ---------------------------------------------------------------- many units


def test_it_is_compiled_for_many_units(drawn: Project) -> None:
    form = form_compiler(lambda values: annex(drawn, values), setting(drawn))
    for values in ({}, {"unit_name": "A & B", "level": "国家级", "reason": "一\r\n二\t三"}):
        same = {name: value.replace("\r\n", "\n") for name, value in values.items()}
        assert form.reason(values) == ""
        assert form.fill(values) == RENDERERS["docx"](annex(drawn, same), setting(drawn)).data


@pytest.mark.parametrize(
    ("values", "code", "exit_code"),
    [
        ({"level": "省级"}, "T212", Exit.TEMPLATE),
        ({"unit_name": "{{ x }}"}, "T208", Exit.TEMPLATE),
        ({"unit_name": "\x07"}, "R420", Exit.CAMPAIGN),
    ],
)
def test_a_unit_that_it_cannot_hold_is_refused(
    drawn: Project, values: dict[str, str], code: str, exit_code: Exit
) -> None:
    form = form_compiler(lambda given: annex(drawn, given), setting(drawn))
    with pytest.raises(DocgenError) as caught:
        form.fill(values)
    assert {problem.code for problem in caught.value.problems} == {code}
    assert caught.value.exit_code == exit_code


# ---------------------------------------------------------------- a build


def test_it_is_a_file_of_its_own_and_a_page_of_the_notice(drawn: Project, docgen: Callable[..., Ended]) -> None:
    done = docgen("build")
    assert done.code == 0, done.err
    assert "附件2 推荐表 is drawn in Word and is not bound into the notice" in done.err + done.out
    manifest = json.loads((drawn.output / "manifest.json").read_text(encoding="utf-8"))
    made = {file["path"]: file for file in manifest["files"]}
    assert made["附件2 推荐表.pdf"]["pages"] == 1
    assert texts((drawn.output / "附件2 推荐表.docx").read_bytes())[0] == "2024年推荐表（附件2）"
    notice = texts((drawn.output / "通知.docx").read_bytes())
    assert notice[notice.index("附件2") : notice.index("附件2") + 3] == ["附件2", "推荐表", "（另附）"]
    assert "（另附）" in (drawn.output / "通知.txt").read_text(encoding="utf-8")
    assert any(name.endswith("annexes/biao/form.docx") for name in manifest["inputs"])


def test_another_word_file_is_another_build(drawn: Project, docgen: Callable[..., Ended]) -> None:
    docgen("build", "--format", "docx")
    (drawn.folder / "templates/annexes/biao/form.docx").write_bytes(word_file(p("{{ unit_name }}新表")))
    assert docgen("build", "--format", "docx").code == 0
    assert texts((drawn.output / "附件2 推荐表.docx").read_bytes()) == ["新表"]


def test_what_its_author_left_in_it_is_told_at_the_build(drawn: Project, docgen: Callable[..., Ended]) -> None:
    change = '<w:ins w:id="1" w:author="王"><w:r><w:t>新增</w:t></w:r></w:ins>'
    document = Document(io.BytesIO(word_file(p("{{ unit_name }}", change), footer=p(change))))
    document.add_comment(document.paragraphs[0].runs, text="内部意见")
    document.save(drawn.folder / "templates/annexes/biao/form.docx")
    done = docgen("build", "--format", "docx")
    assert done.code == 0
    file = "templates/annexes/biao/form.docx: warning[R431]"
    assert f"{file} 2 tracked changes of the Word file will be seen in every file made from it" in done.err
    assert f"{file} 1 comment of the Word file will be seen in every file made from it" in done.err
    assert "R431" not in docgen("build", "--format", "txt").err


def test_a_word_file_without_tags_is_told_with_the_units(drawn: Project, docgen: Callable[..., Ended]) -> None:
    drawn.write(
        "roster.csv",
        "单位名称,联系人,联系电话,通讯地址\n甲大学,王某,022-80000001,路1号\n乙大学,李某,022-80000002,路2号\n",
    )
    told = "templates/annexes/biao/form.docx: warning[W935] none of the form's fields has a tag in the Word file"
    assert told not in docgen("build", "--format", "docx", "--units", "roster.csv").err
    (drawn.folder / "templates/annexes/biao/form.docx").write_bytes(word_file(p("{{ year }}年申报单位：")))
    done = docgen("build", "--format", "docx", "--units", "roster.csv")
    assert done.code == 0, done.err
    assert f"{told}; it is the same for every unit; write {{{{ unit_name }}}} where it is to stand" in done.err


@pytest.mark.parametrize(("between", "code"), [("", Exit.BUG), (" ", Exit.OK)])
def test_tags_side_by_side_are_told_where_they_look_like_a_leak(
    drawn: Project, docgen: Callable[..., Ended], between: str, code: Exit
) -> None:
    """研究项目2 and the number 1 are 研究项目21, which another unit has."""
    units = "甲大学,王某,022-80000001,路1号,研究项目2\n乙大学,李某,022-80000002,路2号,研究项目21\n"
    drawn.write("roster.csv", f"单位名称,联系人,联系电话,通讯地址,理由\n{units}")
    word = p("{% for one in reason.splitlines() %}{{ one }}" + between + "{{ loop.index }}{% endfor %}{{ unit_name }}")
    (drawn.folder / "templates/annexes/biao/form.docx").write_bytes(word_file(word))
    done = docgen("build", "--format", "docx", "--units", "roster.csv", "--jobs", "1")
    assert done.code == code, done.err
    assert ("W931" in done.err) == ("type a space between them" in done.err) == (code == Exit.BUG)


def test_a_draft_is_marked(drawn: Project) -> None:
    import dataclasses

    docx = RENDERERS["docx"](dataclasses.replace(annex(drawn), draft=True), setting(drawn)).data
    assert "word/draft.xml" in names(docx)
    assert b"headerReference" in member(docx)


# ---------------------------------------------------------------- mistakes


def test_mistakes_in_the_word_file_end_the_build_with_4(drawn: Project, docgen: Callable[..., Ended]) -> None:
    path = drawn.folder / "templates/annexes/biao/form.docx"
    path.write_bytes(word_file(p("{{ unit_nmae }}"), p("｛｛ reason ｝｝")))
    done = docgen("build", "--format", "docx")
    assert done.code == 4
    assert 'form.docx: error[T401] "unit_nmae" is not known, in "{{ unit_nmae }}"; did you mean unit_name?' in done.err
    assert "error[T402]" in done.err
    assert not drawn.output.exists()


@pytest.mark.parametrize(
    ("name", "typed", "hint"),
    [
        ("申报单位", "申报单位", "did you mean unit_name?"),
        (
            "unit",
            "unit.level",
            "known are: title, year, number, issuer, issuer_short, issued, label, unit_name, level, ",
        ),
    ],
)
def test_who_types_a_label_or_a_property_is_told_the_fields(drawn: Project, name: str, typed: str, hint: str) -> None:
    path = drawn.folder / "templates/annexes/biao/form.docx"
    path.write_bytes(word_file(p(f"单位：{{{{ {typed} }}}}")))
    with pytest.raises(DocgenError) as caught:
        RENDERERS["docx"](annex(drawn), setting(drawn))
    (letter,) = caught.value.problems
    assert letter.message == f'"{name}" is not known, in "单位：{{{{ {typed} }}}}"'
    assert letter.hint.startswith(hint)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"{\\rtf1 }", "it is an .rtf file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "it is an old .doc or .wps file, or protected by a password"),
        (WORD[:600], "it is damaged, or of quite another kind"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "it is an OpenDocument file, such as .odt"),
        (packed({"a.txt": "甲"}), "[Content_Types].xml is missing or damaged"),
        (
            packed({"[Content_Types].xml": "<Types/>", "_rels/.rels": "http://purl.oclc.org/ooxml/officeDocument"}),
            "it was saved as a Strict Open XML document, not as a Word document",
        ),
        (of_type("ms-word.document.macroEnabled"), "it is a Word file with macros, .docm"),
        (of_type("openxmlformats-officedocument.wordprocessingml.template"), "it is a Word template, .dotx"),
        (of_type("openxmlformats-officedocument.spreadsheetml.sheet"), "it is an Excel file"),
        (of_type("openxmlformats-officedocument.presentationml.presentation"), "it holds no text of Word"),
    ],
)
def test_what_is_no_word_file_is_told_by_every_command(
    drawn: Project, docgen: Callable[..., Ended], content: bytes, why: str
) -> None:
    file = "templates/annexes/biao/form.docx"
    (drawn.folder / file).write_bytes(content)
    for command in ("build", "check"):
        done = docgen(command)
        assert f"{file}: error[T400] this is not a Word file ({why})" in done.out + done.err
        assert done.code == 4


def letters(project: Project, old: str, new: str) -> list[str]:
    project.change(old, new, "templates/annexes/biao/form.yaml")
    path = Path("templates/annexes/biao/form.yaml")
    with pytest.raises(DocgenError) as caught:
        load_form(path, "biao")
    assert caught.value.exit_code == Exit.TEMPLATE
    return [str(problem).removeprefix(f"{path}:") for problem in caught.value.problems]


def test_a_form_is_drawn_once(drawn: Project) -> None:
    assert letters(drawn, "docx: form.docx\n", "docx: form.docx\ncolumns: [156]\nrows: [[{label: 甲}]]\n") == [
        "4:10: error[F149] columns: the form is drawn in the Word file form.docx; delete this, or delete docx",
        "5:7: error[F149] rows: the form is drawn in the Word file form.docx; delete this, or delete docx",
    ]


def test_only_a_form_drawn_in_word_lists_its_fields(drawn: Project) -> None:
    told = letters(drawn, "docx: form.docx\n", "columns: [156]\nrows: [[{label: 甲}]]\n")
    assert told == [
        "6:3: error[F149] fields: only a form drawn in Word lists its fields; "
        'add "docx: form.docx", or put the fields into cells'
    ]


@pytest.mark.parametrize("name", ["../form.docx", "form.doc", "/etc/form.docx", "a/form.docx"])
def test_the_word_file_lies_beside_the_form(drawn: Project, name: str) -> None:
    told = letters(drawn, "docx: form.docx", f"docx: {name}")
    assert told == [
        f'3:7: error[F149] docx: "{name}" is not the name of a Word file in the form\'s own folder; '
        "write docx: form.docx"
    ]


def test_a_word_file_that_is_not_there_is_told(drawn: Project) -> None:
    (told,) = letters(drawn, "docx: form.docx", "docx: other.docx")
    assert told.startswith("3:7: error[F149] docx: ")
    assert told.endswith(
        "other.docx cannot be read: No such file or directory; save the Word file as .docx beside form.yaml"
    )


def test_two_fields_have_two_names_and_a_choice_has_options(drawn: Project) -> None:
    told = letters(drawn, "field: reason, label: 理由, kind: text", "field: level, label: 理由, kind: choice")
    assert [letter.split("error")[1][:6] for letter in told] == ["[F145]", "[F146]"]
