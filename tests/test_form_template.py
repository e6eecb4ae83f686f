"""A grid form laid out once: for any values it is the document that ``render_docx`` makes, to the byte."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import member, texts

from docgen.campaign.load import load_campaign
from docgen.campaign.loaded import LoadedCampaign
from docgen.compose import compose, split_annexes
from docgen.diagnostics import DocgenError, Exit
from docgen.document.tree import Field, Form, SplitAnnex
from docgen.render import Setting
from docgen.render.docx import render_docx
from docgen.render.docx.form_template import Make, form_compiler
from docgen.render.docx.grid_template import GridForm
from docgen.templates.find import LoadedForm, find_templates
from docgen.templates.load import load_form
from docgen.world.fonts import find_fonts

CHECKOUT = Path(__file__).parent.parent


@functools.cache
def setting() -> Setting:
    return Setting(find_templates(CHECKOUT).look("gbt9704"), find_fonts())


def maker(loaded: LoadedCampaign, forms: Mapping[str, LoadedForm], index: int) -> Make:
    annex = loaded.campaign.annexes[index].id

    def make(values: Mapping[str, str]) -> SplitAnnex:
        given = {f"{annex}.{name}": value for name, value in values.items()}
        return split_annexes(compose(loaded, forms, None, given))[index]

    return make


def sample_forms() -> dict[str, tuple[Path, int]]:
    """Every form of the sample campaigns: its name → campaign and number of the annex."""
    found = {}
    for path in sorted(CHECKOUT.glob("data/*/*.yaml")):
        if not path.name.endswith(".units.yaml"):
            for index, use in enumerate(load_campaign(path).campaign.annexes):
                if use.form:
                    found[use.form] = (path, index)
    return found


SAMPLES = sample_forms()


@functools.cache
def sample(name: str) -> tuple[Make, GridForm]:
    path, index = SAMPLES[name]
    loaded = load_campaign(path)
    folders = find_templates(CHECKOUT)
    forms = {use.form: folders.form(use.form, path.parent) for use in loaded.campaign.annexes if use.form}
    make = maker(loaded, forms, index)
    form = form_compiler(make, setting())
    assert isinstance(form, GridForm)
    return make, form


# ---------------------------------------------------------------- any values

LEGAL = st.characters(
    exclude_categories=("Cs", "Cc", "Co"), exclude_characters="\u2028\u2029\ufffe\uffff{}｛｝%％#\ue000\ue001"
)
SPECIAL = ["", "A & B", "年龄<35岁", "a]]>b", "\"双\" '单'", "一\n二", "一\n\n二\t三", "　前", " 空 ", "😀", "x" * 70]
LONG = ["长" * 300, "长" * 900, "行\n" * 45]
LINES = st.one_of(st.sampled_from(SPECIAL), st.text(LEGAL, max_size=15), st.text("甲<&>\n\t a", max_size=9))


def value_of(field: Field) -> st.SearchStrategy[str]:
    if field.multiple:
        return st.lists(st.sampled_from(field.options), unique=True).map("、".join)
    if field.options:
        return st.sampled_from(["", *field.options])
    return st.integers(0, 40).flatmap(lambda rarely: st.sampled_from(LONG) if rarely == 40 else LINES)


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=8, deadline=None, derandomize=True)
@given(data=st.data())
def test_any_values_give_the_document_that_rendering_gives(name: str, data: st.DataObject) -> None:
    make, form = sample(name)
    values = data.draw(st.fixed_dictionaries({field.id: value_of(field) for field in form.fields}))
    assert member(form.fill(values)) == member(render_docx(make(values), setting()).data)


@pytest.mark.parametrize("name", SAMPLES)
def test_usual_values_need_no_new_layout(name: str) -> None:
    _make, form = sample(name)
    usual = {field.id: field.options[0] if field.options else "天津大学" for field in form.fields}
    assert not form.left_out
    assert form.reason(usual) == ""
    assert form.reason({}) == ""


# ---------------------------------------------------------------- a form with all that forms can have

CAMPAIGN = """\
id: shi-2020
year: 2020
issuer: {name: 示例市人力资源和社会保障局, short: 市人社局}
number: 示人社函〔2020〕124号
title: 关于开展申报工作的通知
issued: 2020-03-01
annexes: [{id: form, form: tui}]
body: |
  请按时申报。
"""

FORM = """\
id: tui
title: 推荐表
cover: {title: 推荐表, lines: [{field: area, label: 地区}, {field: day, label: 日期, kind: date}]}
captions: [{field: unit, label: 申报单位：}, 另一行, {field: bare, label: ""}]
columns: [30, 48, 30, 48]
size: 10.5
header_rows: 1
rows:
  - [{header: 项目}, {header: 甲}, {header: 乙}, {header: 丙}]
  - - {label: 姓名}
    - {field: name, align: center}
    - {label: □ 类别}
    - {field: level, kind: choice, options: [国家级, 市级], guide: □ 请选}
  - - {label: 方式}
    - field: ways
      kind: choice
      multiple: true
      box: after
      options: [技术指导, 项目对接, 人才培养, 技术咨询]
      hint: 可多选
      span: 3
  - - {label: 账户}
    - lines:
        - {label: 开户行：, field: bank}
        - {label: 电话：, field: phone, suffix: （办）}
        - {label: "", field: mobile, suffix: （手机）}
      span: 3
  - height: 60
    cells:
      - {label: 概况}
      - {field: text, kind: text, limit: 500, guide: [一、背景, 二、打算], hint: （可另附页）, span: 3}
  - height: 40
    cells: [{label: 意见}, {field: opinion, sign: 负责人：, seal: （盖章）, date: 年　月　日, span: 3}]
  - repeat: 2
    cells: [{field: first}, {field: second, align: right}, {}, {field: third}]
"""

VALUES = {"area": "一\n二", "unit": "A & B", "name": "塞　夫", "level": "市级", "ways": "技术咨询、技术指导"}
VALUES |= {"phone": "0471-1", "bank": "", "mobile": "1\n2", "text": "甲\n\n乙\t丙", "second_2": " 空 "}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Make, GridForm]:
    folder = tmp_path_factory.mktemp("whole")
    (folder / "c.yaml").write_text(CAMPAIGN, encoding="utf-8")
    (folder / "tui.yaml").write_text(FORM, encoding="utf-8")
    make = maker(load_campaign(folder / "c.yaml"), {"tui": load_form(folder / "tui.yaml")}, 0)
    form = form_compiler(make, setting())
    assert isinstance(form, GridForm)
    return make, form


@settings(max_examples=60, deadline=None, derandomize=True)
@given(data=st.data())
def test_any_values_in_any_kind_of_cell(whole: tuple[Make, GridForm], data: st.DataObject) -> None:
    make, form = whole
    values = data.draw(st.fixed_dictionaries({field.id: value_of(field) for field in form.fields}))
    assert member(form.fill(values)) == member(render_docx(make(values), setting()).data)


def test_what_stands_on_the_page(whole: tuple[Make, GridForm]) -> None:
    printed = texts(whole[1].fill(VALUES))
    for words in (
        "一\n二",
        "申报单位：A & B",
        "塞　夫",
        "□国家级　■市级",
        "技术指导■　项目对接□　人才培养□　技术咨询■",
    ):
        assert words in printed
    for words in ("开户行：", "电话：0471-1　　　　　　　　　（办）", "1\n2　　　　　　　　　　　　　　（手机）"):
        assert words in printed
    at = printed.index("二、打算")
    assert printed[at : at + 4] == ["二、打算", "甲", "乙\t丙", "（可另附页）"]


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"opinion": "同意"}, "opinion stands where it moves others"),
        ({"text": "长" * 2000}, "text is too long for its row"),
        ({"text": "行\n" * 60}, "text is too long for its row"),
        ({"first_1": "长" * 600}, "first_1 is too long for its row"),
        ({"mobile": "1" * 3000}, "mobile is too long for its row"),
    ],
)
def test_what_needs_a_new_layout_gets_it(whole: tuple[Make, GridForm], value: dict[str, str], reason: str) -> None:
    make, form = whole
    assert form.reason(VALUES | value) == reason
    filled = form.fill(VALUES | value)
    assert filled == render_docx(make({**VALUES, **value}), setting()).data


@pytest.mark.parametrize(
    ("field", "value", "most"),
    [
        ("text", "行\n", 50),
        ("text", "长" * 11, 130),
        ("first_1", "长" * 3, 100),
        ("phone", "01" * 10, 130),
        ("bank", "长" * 7, 180),
    ],
)
def test_a_new_layout_is_made_exactly_where_a_row_breaks(
    whole: tuple[Make, GridForm], field: str, value: str, most: int
) -> None:
    make, form = whole
    told = []
    for count in range(most):
        values = {field: value * count}
        content = make(values).annex.content
        assert isinstance(content, Form)
        told.append(bool(form.reason(values)))
        assert told[-1] == any(row.splits for grid in content.grids for row in grid.rows)
    assert set(told) == {False, True}


@pytest.mark.parametrize(
    ("value", "code", "exit_code"),
    [
        ({"level": "省级"}, "T212", Exit.TEMPLATE),
        ({"ways": "技术咨询、别的"}, "T212", Exit.TEMPLATE),
        ({"name": "{{ x }}"}, "T208", Exit.TEMPLATE),
        ({"name": "a\x00b"}, "R420", Exit.CAMPAIGN),
        ({"text": "a\ud800"}, "R420", Exit.CAMPAIGN),
    ],
)
def test_what_no_form_can_hold_is_refused(
    whole: tuple[Make, GridForm], value: dict[str, str], code: str, exit_code: Exit
) -> None:
    with pytest.raises(DocgenError) as caught:
        whole[1].fill(value)
    assert {problem.code for problem in caught.value.problems} == {code}
    assert caught.value.exit_code == exit_code
    assert next(iter(value)) in str(caught.value) or code == "T208"


def test_line_breaks_of_every_system_are_line_breaks(whole: tuple[Make, GridForm]) -> None:
    form = whole[1]
    assert form.fill({"text": "甲\r\n乙\r丙"}) == form.fill({"text": "甲\n乙\n丙"})
