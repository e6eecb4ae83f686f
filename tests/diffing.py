"""A small notice and what an author does to it: written, edited, composed, compared."""

from __future__ import annotations

from pathlib import Path

from docgen.campaign.load import load_campaign
from docgen.compose import annex_form_ids, compose
from docgen.diff.changes import Change, Changes, Pieces, Side
from docgen.diff.compare import compare as compare_sides
from docgen.diff.flatten import clauses_of
from docgen.templates.load import load_form

CAMPAIGN = """\
id: shi-2023
year: 2023
issuer: {name: 示例市人力资源和社会保障局, short: 市人社局}
number: 示人社函〔2023〕12号
title: 关于做好{{ year }}年专家推荐工作的通知
issued: 2023-02-14
addressees: [各区人力资源和社会保障局, 各有关单位]
basis:
  measures: {title: 示例市专家管理办法, number: 示人社规〔2021〕5号}
deadlines:
  submission: {date: 2023-03-10, what: 推荐材料报送}
quotas:
  unit: {what: 推荐人选, max: 2, unit: 名}
contacts:
  office: {unit: 市人社局专技科, people: [李示例], phones: ["0000-1234567"], email: zhuanji@example.com}
materials:
  form: {what: 推荐表, copies: 3, electronic: true}
facts:
  years: 3
annexes:
  - {id: team, form: tui}
  - {id: list, form: huizong}
imprint: {printer: 示例市人力资源和社会保障局办公室, printed: 2023-02-15}
body: |
  为加强专家队伍建设，根据{{ basis.measures | cite }}，现就{{ year }}年推荐工作有关事项通知如下：

  一、推荐条件

  （一）专家应具有副高级以上专业技术职称，身体健康。年龄不超过60周岁。

  （二）专家应在基层一线工作满{{ facts.years }}年，取得突出成绩。

  二、推荐程序

  （一）单位推荐。所在单位集体研究确定人选，每单位推荐人选{{ quotas.unit | limit }}。

  （二）公示。所在单位公示5个工作日，公示期间受理举报。

  （三）报送。于{{ deadlines.submission | day_weekday }}前报送{{ materials.form.what }}{{ materials.form | copies }}（见{{ annexes.team.ref }}）和{{ annexes.list.title | title_mark }}（见{{ annexes.list.ref }}），逾期不予受理。

  （四）评审。{{ issuer.short }}组织专家评审，结果向社会公布。

  {{ contacts.office | contact_lines }}
"""  # noqa: E501

FORM = """\
id: tui
title: "{{ year }}年专家推荐表"
columns: [40, 116]
rows:
  - [{label: 姓名}, {field: name, required: true}]
  - [{label: 申报类别}, {field: level, kind: choice, options: [市级, 区级]}]
  - [{label: 单位名称}, {field: unit_name}]
  - [{label: 主要业绩, hint: （不超过300字）}, {field: work, kind: text, limit: 300}]
  - [{opinion: 所在单位意见：, span: 2, seal: （盖章）}]
notes: [注：请用黑色墨水填写。]
"""

LIST = """\
id: huizong
title: 专家推荐汇总表
columns: [40, 60, 56]
header_rows: 1
rows:
  - [{header: 姓名}, {header: 单位}, {header: 电话}]
  - {repeat: 5, cells: [{field: who}, {field: where}, {field: phone}]}
"""

Edit = tuple[str, str]


def side(folder: Path, campaign: str = CAMPAIGN, **forms: str) -> Side:
    """One side of a comparison, from the texts of its files."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "c.yaml"
    path.write_text(campaign, encoding="utf-8")
    loaded = load_campaign(path)
    found = {}
    for name in annex_form_ids(loaded.campaign):
        file = folder / f"{name}.yaml"
        file.write_text({"tui": FORM, "huizong": LIST, **forms}[name], encoding="utf-8")
        found[name] = load_form(file)
    label = f"{loaded.campaign.year}年"
    notice = compose(loaded, found)
    return Side(notice, loaded.campaign, loaded.sources, label, loaded, tuple(found.items()))


def edited(text: str, *edits: Edit) -> str:
    """The text after its edits, each of which must find its place, and only one."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def change(folder: Path, *edits: Edit, **forms: str) -> Changes:
    """What the comparison says after the campaign was edited."""
    return compare_sides(side(folder / "old"), side(folder / "new", edited(CAMPAIGN, *edits), **forms))


def told(changes: Changes) -> list[tuple[str, str, str]]:
    """Kind, old and new of every change."""
    return [(item.kind, item.old, item.new) for item in changes.items]


def kinds(changes: Changes) -> list[str]:
    """The kinds alone."""
    return [item.kind for item in changes.items]


def only(changes: Changes) -> Change:
    """The one change there is."""
    assert len(changes.items) == 1, told(changes)
    return changes.items[0]


def shown(pieces: Pieces) -> str:
    """``不超过[-2名-]{+3名+}``."""
    marks = {"same": "{}", "old": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(marks[piece.op].format(piece.text) for piece in pieces)


def texts(one: Side) -> list[str]:
    """The clauses of a side."""
    return [clause.text for clause in clauses_of(one.notice)]
