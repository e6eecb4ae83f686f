"""``docgen new --base --theirs``: the superior's changes in the local campaign; what goes with a superior."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from small_project import Ended, Project

from docgen.campaign.load import load_campaign
from docgen.campaign.loaded import LoadedCampaign
from docgen.compose.superior import superior_problems
from docgen.templates.load import load_form
from docgen.workflow.superior import superior_of

Docgen = Callable[..., Ended]

SUPERIOR = """\
id: bu-2024
year: 2024
issuer: {name: 示例省人力资源和社会保障厅, short: 省厅}
number: 示省人社函〔2024〕24号
title: "{{ issuer.name }}关于做好{{ year }}年专家服务基层工作的通知"
issued: 2024-01-30
deadlines:
  submission: {date: 2024-03-15, what: 报送}
quotas:
  team: {what: 服务团, per: area, max: 3}
  base: {what: 基地, per: area, max: 1}
materials:
  form: {what: 申报表, copies: 2}
annexes:
  - {id: team, form: tui}
body: |
  现就做好{{ year }}年工作有关事项通知如下：

  一、申报范围

  （一）服务团。围绕发展需要，组织专家到基层开展服务，每市申报{{ quotas.team | limit }}。

  （二）服务基地。每年组织活动不少于50人次，示范作用突出。

  二、申报要求

  各市于{{ deadlines.submission | day }}前报送材料，逾期不予受理。
"""

LOCAL_CHANGES = [
    ("id: bu-2024", "id: shi-2024\nsuperior: bu-2024"),
    ("示例省人力资源和社会保障厅, short: 省厅", "示例市人力资源和社会保障局, short: 市局"),
    ("示省人社函〔2024〕24号", "示人社函〔2024〕9号"),
    ('"{{ issuer.name }}关于做好', '"关于组织'),
    ("2024-01-30", "2024-02-20"),
    ("2024-03-15", "2024-03-08"),
    (
        "deadlines:",
        "basis:\n  province:\n    title: 关于做好{{ year }}年专家服务基层工作的通知\n"
        "    number: 示省人社函[2024]24号\n    issued: 2024-01-30\ndeadlines:",
    ),
    ("现就做好", "根据{{ basis.province | cite }}，现就做好"),
    ("各市于", "各区于"),
]

YEAR = [
    ("bu-2024", "bu-2025"),
    ("year: 2024", "year: 2025"),
    ("〔2024〕24", "〔2025〕18"),
    ("2024-01-30", "2025-01-24"),
]
MORE_YEAR = ("2024-03-15", "2025-03-14")

NEW = ("new", "data/shi/2025.yaml", "--from", "data/shi/2024.yaml", "--year", "2025", "--base", "data/bu/2024.yaml")
MERGE = (*NEW, "--theirs", "data/bu/2025.yaml")


def changed(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def lay_out(project: Project, ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> None:
    """Both campaigns of last year, and the superior's of this year; each with its changes."""
    project.write("data/bu/2024.yaml", SUPERIOR)
    project.write("data/bu/2025.yaml", changed(SUPERIOR, *YEAR, MORE_YEAR, *theirs))
    project.campaign.write_text(changed(SUPERIOR, *LOCAL_CHANGES, *ours), encoding="utf-8")


def merged(project: Project) -> LoadedCampaign:
    return load_campaign(project.folder / "data/shi/2025.yaml")


def todos(loaded: LoadedCampaign) -> list[str]:
    return [todo.text for todo in loaded.todos if not todo.text.startswith(("发文字号", "成文日期", "核定日期"))]


# ---------------------------------------------------------------- taken over


def test_what_is_the_superiors_moves_with_it(project: Project, docgen: Docgen) -> None:
    lay_out(project, [], [("max: 3", "max: 5"), ("50人次", "60人次"), ("copies: 2", "copies: 3, electronic: true")])
    ended = docgen(*MERGE)
    assert (ended.code, ended.err) == (0, "")
    loaded = merged(project)
    basis = loaded.campaign.basis["province"]
    assert (basis.number, basis.issued) == ("示省人社函〔2025〕18号", datetime.date(2025, 1, 24))
    assert basis.title == "关于做好{{ year }}年专家服务基层工作的通知"
    assert loaded.campaign.superior == "bu-2025"
    assert (loaded.campaign.quotas["team"].max, loaded.campaign.materials["form"].copies) == (5, 3)
    assert "不少于60人次" in loaded.body
    assert todos(loaded) == ["上级今年在这里增加了materials.form.electronic：true，核定是否增加"]
    for line in (
        "  taken over: quotas.team.max: 5 (was: quotas.team.max: 3)",
        "  not in this campaign, left out: materials.form.electronic: true",
        "  2 clauses keep their local wording; the superior's have not changed",
    ):
        assert line in ended.out.split("\n")


def test_a_new_title_of_the_superiors_notice_is_taken_over(project: Project, docgen: Docgen) -> None:
    lay_out(project, [], [("做好{{ year }}年专家服务基层工作", "开展{{ year }}年专家服务基层活动")])
    assert docgen(*MERGE).code == 0
    assert merged(project).campaign.basis["province"].title == "关于开展2025年专家服务基层活动的通知"


def test_new_entries_are_put_in(project: Project, docgen: Docgen) -> None:
    theirs = [
        ("max: 1}\n", "max: 1}\n  station: {what: 工作站, per: area, max: 2, by_unit: {甲市: 3}}\n"),
        ("annexes:", 'funding:\n  team: {what: 服务团, amount: "10"}\nannexes:'),
        ("form: tui}\n", "form: tui}\n  - {id: list, form: tui, title: 一览表}\n"),
        (
            "二、申报要求",
            "（三）工作站。每市申报{{ quotas.station | limit }}，报{{ contacts.office.unit }}。\n\n  二、申报要求",
        ),
    ]
    lay_out(project, [], theirs)
    assert docgen(*MERGE).code == 0
    loaded = merged(project)
    assert loaded.campaign.quotas["station"].by_unit == {"甲市": 3}
    assert loaded.campaign.funding["team"].amount == "10"
    assert [use.id for use in loaded.campaign.annexes] == ["team", "list"]
    assert "（三）工作站。" in loaded.body
    assert todos(loaded) == ["正文用到了这里没有的contacts.office，补上或者改写"]


def test_entries_are_put_into_flow_style_too(project: Project, docgen: Docgen) -> None:
    ours = [
        (
            "quotas:\n  team: {what: 服务团, per: area, max: 3}\n  base: {what: 基地, per: area, max: 1}\n",
            "quotas: {team: {what: 服务团, max: 3}, base: {what: 基地, max: 1}}\n",
        ),
        ("annexes:\n  - {id: team, form: tui}\n", "annexes: [{id: team, form: tui}]\n"),
    ]
    theirs = [
        ("max: 1}\n", "max: 1}\n  station: {what: 工作站, max: 2}\n"),
        ("form: tui}\n", "form: tui}\n  - {id: list, form: tui, title: 一览表}\n"),
    ]
    lay_out(project, ours, theirs)
    assert docgen(*MERGE).code == 0
    loaded = merged(project)
    assert (list(loaded.campaign.quotas), len(loaded.campaign.annexes)) == (["team", "base", "station"], 2)


def test_what_the_superior_dropped_is_left_to_a_person(project: Project, docgen: Docgen) -> None:
    lay_out(
        project,
        [],
        [
            ("  base: {what: 基地, per: area, max: 1}\n", ""),
            ("（二）服务基地。每年组织活动不少于50人次，示范作用突出。\n\n  ", ""),
        ],
    )
    ended = docgen(*MERGE)
    loaded = merged(project)
    assert loaded.campaign.quotas["base"].max == 1
    assert todos(loaded) == ["上级今年不再有quotas.base，核定是否保留"]
    assert "服务基地" not in loaded.body
    assert (
        "  dropped, as the superior did: （二）服务基地。每年组织活动不少于50人次，示范作用突出。"
        in ended.out.split("\n")
    )


def test_the_words_may_be_in_a_file(project: Project, docgen: Docgen) -> None:
    lay_out(project, [], [("50人次", "60人次")])
    head, _bar, body = project.campaign.read_text(encoding="utf-8").partition("body: |\n")
    words = "".join(f"{line.strip()}\n" for line in body.splitlines())
    project.campaign.write_text(f"{head}body_file: 2024.txt\n", encoding="utf-8")
    project.write("data/shi/2024.txt", words)
    assert docgen(*MERGE).code == 0
    made = (project.folder / "data/shi/2025.txt").read_text(encoding="utf-8")
    assert made == words.replace("50人次", "60人次")


def test_texts_of_annexes_are_merged_too(project: Project, docgen: Docgen) -> None:
    annex = "  - id: rules\n    title: 说明\n    body: |\n      一、总则\n      适用于全省。\n"
    both = ("form: tui}\n", "form: tui}\n" + annex)
    lay_out(project, [("form: tui}\n", "form: tui}\n" + annex.replace("全省。", "全市。"))], [])
    for year in (2024, 2025):
        project.change(*both, file=f"data/bu/{year}.yaml")
    project.change("一、总则", "一、总则和范围", file="data/bu/2025.yaml")
    assert docgen(*MERGE).code == 0
    assert merged(project).campaign.annexes[1].body == "一、总则和范围\n适用于全市。\n"


def test_the_superiors_new_form_comes_along(project: Project, docgen: Docgen) -> None:
    lay_out(project, [], [("form: tui}", "form: biao}")])
    form = (project.folder / "templates/annexes/tui/form.yaml").read_text(encoding="utf-8")
    project.write("data/bu/annexes/biao/form.yaml", form.replace("id: tui", "id: biao"))
    assert docgen(*MERGE).code == 0
    assert merged(project).campaign.annexes[0].form == "biao"
    assert (project.folder / "data/shi/annexes/biao/form.yaml").is_file()
    assert docgen("build", "shi-2025", "--format", "txt").code == 0


def test_changes_of_a_form_that_this_bureau_has_its_own_of_are_told(project: Project, docgen: Docgen) -> None:
    form = (project.folder / "templates/annexes/tui/form.yaml").read_text(encoding="utf-8")
    project.write("templates/annexes/zibiao/form.yaml", form.replace("id: tui", "id: zibiao"))
    more = "  - [{label: 人数}, {field: number, kind: number}]\n"
    project.write("templates/annexes/biao/form.yaml", form.replace("id: tui", "id: biao") + more)
    lay_out(project, [("form: tui}", "form: zibiao}")], [("form: tui}", "form: biao}")])
    ended = docgen(*MERGE)
    assert ended.code == 0
    assert "上级的表格有变动，核定是否照改：增加number" in todos(merged(project))
    assert 'warning[C132] annexes: the form of "team" is not the superior\'s biao' in ended.err


OWN = """\
# 本局的表
id: biao-2024
title: 2024年申报表
columns: [30, 48, 30, 48]
rows:
  - [{label: 姓名}, {field: name}, {label: 电话}, {field: phone, kind: phone}]
  - [{label: 单位}, {field: unit_name, span: 3}]
  - [{label: 所在区}, {field: area, span: 3}]
  - height: 60
    cells: [{label: 业绩, hint: （不超过300字）}, {field: work, kind: text, limit: 300, span: 3}]
"""


def own_form(project: Project, *changes: tuple[str, str], local: tuple[tuple[str, str], ...] = ()) -> None:
    """The superior's form in two years, ``changes`` between them; this bureau's with a row more, and ``local``."""
    district = ("  - [{label: 所在区}, {field: area, span: 3}]\n", "")
    base = changed(OWN, ("# 本局的表\n", ""), district, ("id: biao-2024", "id: bubiao-2024"))
    project.write("templates/annexes/biao-2024/form.yaml", changed(OWN, *local))
    project.write("templates/annexes/bubiao-2024/form.yaml", base)
    theirs = changed(base, ("id: bubiao-2024", "id: bubiao-2025"), ("title: 2024年", "title: 2025年"), *changes)
    project.write("templates/annexes/bubiao-2025/form.yaml", theirs)
    use = "form: tui}"
    lay_out(project, [(use, "form: biao-2024}")], [])
    project.change(use, "form: bubiao-2024}", "data/bu/2024.yaml")
    project.change(use, "form: bubiao-2025}", "data/bu/2025.yaml")


def test_what_the_superior_changed_in_its_form_is_merged_into_ours(project: Project, docgen: Docgen) -> None:
    own_form(
        project,
        (
            "（不超过300字）}, {field: work, kind: text, limit: 300",
            "（不超过500字）}, {field: work, kind: text, limit: 500",
        ),
        (
            "{field: unit_name, span: 3}]\n",
            "{field: unit_name, span: 3}]\n  - [{label: 职称}, {field: rank, span: 3}]\n",
        ),
    )
    ended = docgen(*MERGE)
    assert ended.code == 0, ended.err
    form = load_form(project.folder / "data/shi/annexes/biao-2025/form.yaml", "biao-2025")
    fields = [cell.field for row in form.plan.rows for cell in row.cells if cell.field]
    assert sorted(fields) == ["area", "name", "phone", "rank", "unit_name", "work"]
    text = (project.folder / "data/shi/annexes/biao-2025/form.yaml").read_text(encoding="utf-8")
    assert text.startswith("# 本局的表\nid: biao-2025\ntitle: 2025年申报表\n")
    assert "limit: 500" in text
    assert "上级的表格有变动，已并入biao-2025，核对：work由“text 300”改为“text 500”、增加rank" in todos(merged(project))


def test_where_both_changed_a_form_both_stand_in_it(project: Project, docgen: Docgen) -> None:
    ours = ("limit: 300", "limit: 200")
    own_form(project, ("limit: 300", "limit: 500"), local=(ours,))
    ended = docgen(*MERGE)
    assert ended.code == 0, ended.err
    path = project.folder / "data/shi/annexes/biao-2025/form.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    begin = next(number for number, line in enumerate(lines, start=1) if "# <<<<<<< 本地" in line)
    assert "limit: 200" in lines[begin]
    assert lines[begin + 1].strip() == "# ======="
    assert lines[begin + 2].lstrip().startswith("# ")
    assert "limit: 500" in lines[begin + 2]
    assert "biao-2025第" + str(begin) + "行起两边都改了" in " ".join(todos(merged(project)))
    assert load_form(path, "biao-2025").plan.rows[-1].cells[1].limit == 200


ATTACHED = """\
attached:
  - title: 示例省人力资源和社会保障厅关于做好2024年专家服务基层工作的通知
    number: "{{ basis.province.number }}"
    signature: [示例省人力资源和社会保障厅]
    issued: 2024-01-30
    body: |
      现就做好2024年工作有关事项通知如下：

      一、申报范围

      （一）服务团。围绕发展需要，组织专家到基层开展服务，每市申报不超过3个。

      （二）服务基地。每年组织活动不少于50人次，示范作用突出。

      二、申报要求

      各市于3月15日前报送材料，逾期不予受理。

body: |
"""


def test_the_superiors_new_notice_is_forwarded(project: Project, docgen: Docgen) -> None:
    lay_out(project, [("body: |\n", ATTACHED)], [("max: 3", "max: 5"), ("示范作用突出", "示范作用显著")])
    ended = docgen(*MERGE)
    assert ended.code == 0, ended.err
    (one,) = merged(project).campaign.attached
    assert one.title == "示例省人力资源和社会保障厅关于做好2025年专家服务基层工作的通知"
    assert one.issued == datetime.date(2025, 1, 24)
    paragraphs = one.body.split("\n\n")
    assert paragraphs[2] == "（一）服务团。围绕发展需要，组织专家到基层开展服务，每市申报不超过5个。"
    assert "示范作用显著" in paragraphs[3]
    assert "2024" not in one.body
    assert [todo for todo in todos(merged(project)) if "公文" in todo] == ["已换成上级今年的公文，逐字核对"]


def test_a_forwarded_notice_that_was_shortened_is_left_to_a_person(project: Project, docgen: Docgen) -> None:
    short = "\n".join(line for line in ATTACHED.split("\n") if "（" not in line)
    lay_out(project, [("body: |\n", short)], [("max: 3", "max: 5")])
    ended = docgen(*MERGE)
    assert ended.code == 0, ended.err
    (one,) = merged(project).campaign.attached
    assert "现就做好2024年工作" in one.body
    assert "换成今年转发的公文：标题、文号、正文、署名、日期" in todos(merged(project))


# ---------------------------------------------------------------- both changed


def test_two_values_stand_side_by_side(project: Project, docgen: Docgen) -> None:
    lay_out(project, [("max: 3", "max: 2")], [("max: 3", "max: 5")])
    assert docgen(*MERGE).code == 0
    text = (project.folder / "data/shi/2025.yaml").read_text(encoding="utf-8")
    assert (
        "quotas:\n  # <<<<<<< 本地\n  # max: 2\n  # =======\n  # max: 5\n  # >>>>>>> 上级\n"
        "  team: {what: 服务团, per: area, max: 2}  # TODO(docgen) 上级由3改为5，本地是2，核定quotas.team.max\n"
    ) in text
    assert merged(project).conflicts == ()  # the local value is in effect; the TODO makes it a draft


def test_two_clauses_stand_there_until_one_goes(project: Project, docgen: Docgen) -> None:
    lay_out(project, [("50人次", "30人次")], [("50人次", "60人次")])
    ended = docgen(*MERGE)
    assert ended.code == 0
    assert "  both changed, both stand there: （二）服务基地。每年组织活动不少于30人次，示范作用突出。 | " in ended.out
    loaded = merged(project)
    assert loaded.body.split("\n")[6:12] == [
        "<<<<<<< 本地",
        "（二）服务基地。每年组织活动不少于30人次，示范作用突出。",
        "=======",
        "（二）服务基地。每年组织活动不少于60人次，示范作用突出。",
        ">>>>>>> 上级",
        "",
    ]
    built = docgen("build", "shi-2025")
    line = loaded.sources.place_in_text(("body",), 6).line
    assert (built.code, f"data/shi/2025.yaml:{line}:1: error[C906]" in built.err) == (3, True)
    text = (project.folder / "data/shi/2025.yaml").read_text(encoding="utf-8").split("\n")
    kept = [
        one for one in text if not one.strip().startswith(("<<<<<<<", "=======", ">>>>>>>")) and "60人次" not in one
    ]
    (project.folder / "data/shi/2025.yaml").write_text("\n".join(kept), encoding="utf-8")
    assert docgen("build", "shi-2025", "--format", "txt").code == 0


def test_a_campaign_with_a_conflict_is_no_ground_for_the_next_year(project: Project, docgen: Docgen) -> None:
    lay_out(project, [("50人次", "30人次")], [("50人次", "60人次")])
    docgen(*MERGE)
    ended = docgen("new", "data/shi/2026.yaml", "--from", "shi-2025", "--year", "2026")
    assert (ended.code, "error[C906]" in ended.err) == (3, True)


# ---------------------------------------------------------------- dates and years


def test_a_local_deadline_stays_ahead_of_the_superiors(project: Project, docgen: Docgen) -> None:
    lay_out(project, [], [])
    project.change("2025-03-14", "2025-03-06", file="data/bu/2025.yaml")
    ended = docgen(*MERGE)
    assert merged(project).campaign.deadlines["submission"].date == datetime.date(2025, 2, 27)
    assert "as many days before the superior's as last time (7)" in ended.out
    assert "C131" not in ended.err


@pytest.mark.parametrize(
    ("theirs", "letter"),
    [("data/bu/2024.yaml", "--theirs is of the year 2024"), ("data/bu/none.yaml", "there is no such file")],
)
def test_the_superiors_campaigns_must_be_of_the_right_years(
    project: Project, docgen: Docgen, theirs: str, letter: str
) -> None:
    lay_out(project, [], [])
    ended = docgen(*NEW, "--theirs", theirs)
    assert (ended.code, letter in ended.err) == (3, True), ended.err


def test_only_a_text_below_a_bar_can_be_merged(project: Project, docgen: Docgen) -> None:
    lay_out(project, [], [("50人次", "60人次")])
    head = project.campaign.read_text(encoding="utf-8").partition("body: |\n")[0]
    project.campaign.write_text(head + "body: 现通知如下。\n", encoding="utf-8")
    ended = docgen(*MERGE)
    assert (ended.code, "error[C913] body: only a text written below a bar (|) can be merged" in ended.err) == (3, True)


# ---------------------------------------------------------------- going with the superior


def pair(project: Project, *ours: tuple[str, str]) -> tuple[LoadedCampaign, LoadedCampaign]:
    lay_out(project, list(ours), [])
    local = load_campaign(project.campaign)
    superior = superior_of(local)
    assert superior is not None
    return local, superior


def test_a_campaign_that_goes_with_its_superior(project: Project) -> None:
    assert superior_problems(*pair(project)) == ()


def test_the_superior_may_be_named_by_its_file(project: Project) -> None:
    _local, superior = pair(project, ("superior: bu-2024", "superior: ../bu/2024.yaml"))
    assert (superior.campaign.id, superior_of(superior)) == ("bu-2024", None)
    assert (
        superior_of(
            load_campaign(project.write("data/shi/x.yaml", changed(SUPERIOR, ("id: bu-2024", "id: x\nsuperior: none"))))
        )
        is None
    )


@pytest.mark.parametrize(
    ("change", "letter"),
    [
        (
            ("date: 2024-03-08", "date: 2024-03-15"),
            "error[C131] deadlines.submission: 2024-03-15 is not before the superior's, 2024-03-15",
        ),
        (
            ("submission: {date: 2024-03-08", "own: {date: 2024-04-01"),
            "error[C131] deadlines.own: 2024-04-01 is not before",
        ),
        (("form: tui}", "form: other}"), 'warning[C132] annexes: the form of "team" is not the superior\'s tui'),
        (
            ("  - {id: team, form: tui}", "  - {id: mine, form: tui}"),
            'warning[C132] annexes: the superior\'s annex "team" is missing',
        ),
        (
            ("示省人社函[2024]24号", "示省人社函[2024]42号"),
            "warning[C133] basis: the superior's notice 示省人社函〔2024〕24号 is not cited",
        ),
        (("根据{{ basis.province | cite }}，", ""), "write {{ basis.province | cite }} into the words"),
    ],
)
def test_what_does_not_go_with_the_superior(project: Project, change: tuple[str, str], letter: str) -> None:
    _local, superior = pair(project)
    text = changed(project.campaign.read_text(encoding="utf-8"), change)
    path = project.write("data/shi/2024.yaml", text.replace("deadlines.submission |", "deadlines.own |"))
    (problem,) = superior_problems(load_campaign(path), superior)
    assert letter in str(problem)
    assert problem.place is not None
    assert problem.place.file == str(path)


def test_a_deadline_may_be_of_the_same_day_but_an_hour_before(project: Project) -> None:
    local, superior = pair(project, ("date: 2024-03-08", 'date: 2024-03-15, time: "12:00"'))
    assert superior_problems(local, superior) == ()


def test_a_deviation_that_is_listed_is_none(project: Project) -> None:
    local, superior = pair(project, ("form: tui}\n", "form: other}\ndeviations: {team: 增加“人数”一栏}\n"))
    assert superior_problems(local, superior) == ()


def test_forms_are_compared_by_what_is_filled_in(project: Project, tmp_path: Path) -> None:
    local, superior = pair(project, ("form: tui}", "form: other}"))
    text = (project.folder / "templates/annexes/tui/form.yaml").read_text(encoding="utf-8")
    theirs = {"tui": load_form(project.folder / "templates/annexes/tui/form.yaml")}

    def problems(more: str) -> list[str]:
        ours = {"other": load_form(project.write("other.yaml", text.replace("id: tui", "id: other") + more))}
        return [str(problem) for problem in superior_problems(local, superior, ours, theirs)]

    assert problems("") == []
    (letter,) = problems("  - [{label: 人数}, {field: number, kind: number, limit: 5}]\n")
    assert "is not the superior's tui: with number besides" in letter
