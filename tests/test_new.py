"""``docgen new``: next year's file from last year's, with what a person has to decide marked in it."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from a_terminal import CTRL_C, on_a_terminal
from small_project import Ended, Project, command
from test_samples import CAMPAIGNS, composed, text_of

from docgen.campaign.load import load_campaign
from docgen.workflow.new import Order, make_next_year
from docgen.workflow.prepare import prepare

Docgen = Callable[..., Ended]
ROOT = Path(__file__).parent.parent

NEW = ("new", "data/shi/2025.yaml", "--from", "shi-2024", "--year", "2025")


def new_file(project: Project) -> str:
    return (project.folder / "data/shi/2025.yaml").read_text(encoding="utf-8")


def lines_with(text: str, *words: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if any(word in line for word in words)]


# ---------------------------------------------------------------- the real campaigns

OPEN = {
    "tianjin-2020": ["发文字号的顺序号", "成文日期", "依据的文号", "核定日期", "印发日期"],
    "shanghai-2023": ["发文字号的顺序号", "成文日期", "依据的文号", "核定日期", "印发日期"],
    "neimenggu-2023": ["发文字号的顺序号", "成文日期", "核定日期", "印发日期"],
    "neimenggu-2017": ["发文字号的顺序号", "成文日期", "核定日期"],
    "henan-2012": [
        "发文字号的顺序号",
        "成文日期",
        "依据的文号",
        "依据的日期",
        "核定日期",
        "印发日期",
        "换成今年转发的公文",
    ],
    "shili-2023": ["发文字号的顺序号", "成文日期", "核定日期", "核定日期", "印发日期"],
}
ALL = {**CAMPAIGNS, "shili-2023": ROOT / "data/shili/2023.yaml"}


@pytest.mark.parametrize("campaign", OPEN)
def test_next_years_file_loads_with_only_its_todos_open(tmp_path: Path, campaign: str) -> None:
    source = ALL[campaign]
    year = int(source.stem) + 1
    made = make_next_year(Order(tmp_path / f"data/{source.parent.name}/{year}.yaml", source, year))
    loaded = load_campaign(made.order.dest)
    assert (loaded.campaign.id, loaded.campaign.year) == (campaign.replace(source.stem, str(year)), year)
    assert (loaded.campaign.number.year, loaded.campaign.number.serial, loaded.campaign.issued) == (year, "", None)
    assert [re.split("[：:，]", todo.text)[0] for todo in loaded.todos] == OPEN[campaign]
    assert made.todos == loaded.todos
    notice = prepare(made.order.dest).notice
    assert notice.draft
    assert f"{year}年" in text_of(notice)


@pytest.mark.parametrize("campaign", OPEN)
def test_nothing_but_the_listed_lines_changes(tmp_path: Path, campaign: str) -> None:
    source = ALL[campaign]
    made = make_next_year(Order(tmp_path / "data/x/new.yaml", source, int(source.stem) + 1))
    old, new = (path.read_text(encoding="utf-8").split("\n") for path in (source, made.order.dest))
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = {line + 1 for tag, _a1, _a2, b1, b2 in codes if tag != "equal" for line in range(b1, b2)}
    listed = {
        one.line for one in made.years if one.file == made.order.dest and (one.moved.new or one.moved.rule == "once")
    }
    assert changed == listed | {todo.line for todo in made.todos}


@pytest.mark.parametrize("campaign", OPEN)
def test_every_old_year_is_listed_with_its_line(tmp_path: Path, campaign: str) -> None:
    source = ALL[campaign]
    made = make_next_year(Order(tmp_path / "data/x/new.yaml", source, int(source.stem) + 1))
    told = [(one.line, one.moved.new is None) for one in made.years if one.file == made.order.dest]
    todos = {todo.line for todo in made.todos}
    for number, line in enumerate(made.order.dest.read_text(encoding="utf-8").split("\n"), start=1):
        words = line.partition("# TODO(docgen)")[0] if number in todos else line
        left = len(re.findall(rf"(?<!\d){source.stem}(?!\d)", words))
        assert told.count((number, True)) >= left, f"line {number}: {line}"


def test_the_sample_of_2024_is_what_new_makes_of_2023(tmp_path: Path) -> None:
    """Only the edits that are listed beside it differ."""
    answers = {"number.serial": "12", "issued": "2024-02-20", "imprint.printed": "2024-02-21"}
    order = Order(tmp_path / "data/shili/2024.yaml", ALL["shili-2023"], 2024, answers, accepted=True)
    made, sample = make_next_year(order).order.dest, ROOT / "data/shili/2024.yaml"
    old, new = (path.read_text(encoding="utf-8").split("\n") for path in (made, sample))
    changed = [line for line in new if line not in old]
    assert [line.strip()[:9] for line in changed] == [
        "submissio",
        "project: ",
        "phones: [",
        "（三）专家工作站。",
        "（一）经费支持。对",
        "（二）申报程序。各",
        "（三）申报材料。申",
    ]
    assert composed(sample).draft is False
    for name in ("base", "list"):
        form = f"annexes/shili-2024-{name}/form.yaml"
        assert (made.parent / form).read_text(encoding="utf-8").split("\n")[3:] == (
            (sample.parent / form).read_text(encoding="utf-8").split("\n")[3:]
        )


# ---------------------------------------------------------------- what moves

RICH = """\
# 示例市 2024 年推荐工作；2024 年起试行
id: shi-2024
year: 2024
issuer: {name: 示例市人力资源和社会保障局}
number: {code: 示人社函, year: 2024, serial: "8"}
title: "关于做好2024年推荐工作的通知"
# 2024 年 3 月定的
issued: &issued 2024-03-11
addressees: [各区人力资源和社会保障局]
basis:
  yearly: {title: 关于做好2024年工作的通知, number: 省人社函〔2024〕3号, issued: 2024-01-15}
  standing: {title: 关于2024年以前工作的意见, number: 省人社发〔2019〕3号}
deadlines:
  submission: {date: 2024-04-19, time: "17:30", what: 2024年材料报送}
  opening: {date: 2024-04-22}
facts:
  since: 2024
  opening: 2024-05-06
  batch: 3
contacts:
  office: {phones: ["0000-2024"], email: rs2024@example.com, address: 2024号}
units: 2024.xlsx
imprint: {printer: 办公室, printed: *issued}
body: |
  根据《2024年工作要点》（省发〔2024〕1号），于4月19日（星期五）前报送2024年材料。
"""


def test_each_value_by_its_rule(project: Project, docgen: Docgen) -> None:
    project.campaign.write_text(RICH, encoding="utf-8")
    ended = docgen(*NEW)
    assert (ended.code, ended.err) == (0, "")
    lines = new_file(project).split("\n")
    assert [line.partition("  # TODO")[0].rstrip() for line in lines] == (
        RICH.replace("# 示例市 2024", "# 示例市 2025")
        .replace("shi-2024", "shi-2025")
        .replace("year: 2024", "year: 2025")
        .replace('serial: "8"', "serial: ")
        .replace("关于做好2024年推荐", "关于做好2025年推荐")
        .replace("&issued 2024-03-11", "&issued ")
        .replace(
            "做好2024年工作的通知, number: 省人社函〔2024〕3号, issued: 2024-01-15",
            "做好2025年工作的通知, number: , issued: ",
        )
        .replace("2024-04-19", "2025-04-18")
        .replace("2024年材料报送", "2025年材料报送")
        .replace("2024-04-22", "2025-04-21")
        .replace("2024-05-06", "2025-05-06")
        .replace("4月19日（星期五）前报送2024年", "4月18日（星期五）前报送2025年")
    ).replace("&issued \n", "&issued\n").split("\n")
    by_line = {number: line.partition("# TODO(docgen) ")[2] for number, line in enumerate(lines, 1) if "TODO" in line}
    assert [(number, re.split("[：:，]", text)[0]) for number, text in by_line.items()] == [
        (5, "发文字号的顺序号"),
        (8, "成文日期"),
        (11, "依据的文号"),
        (14, "核定日期"),
        (15, "核定日期"),
        (17, "核定数值"),
        (18, "核定日期"),
        (22, "名册"),
        (24, "核定文中写明的日期"),
    ]
    assert by_line[11].count("# TODO(docgen)") == 1  # the day of the same document
    assert load_campaign(project.folder / "data/shi/2025.yaml").campaign.facts["opening"] == datetime.date(2025, 5, 6)


def test_the_report_tells_what_moved_and_why(project: Project, docgen: Docgen) -> None:
    project.campaign.write_text(RICH, encoding="utf-8")
    said = docgen(*NEW).out
    for line in (
        "     1  moved    示例市 2024 年推荐工作 → 2025: the year of the campaign",
        "    11  emptied  省人社函〔2024〕3号: valid for one year only",
        "    12  stays    关于2024年以前工作的: within a document of that year",
        "    14  deadlines.submission.date: 2024-04-19 → 2025-04-18: same week (16) and weekday",
        "    18  facts.opening: 2024-05-06 → 2025-05-06: same week (19) and weekday; moved off Labour Day",
        "    21  stays    rs2024@examp: a contact, a code or a name",
        "    25  stays    根据《2024年工作要点》: in the title of a document of that year",
        "    25  stays    点》（省发〔2024〕1号），于: part of a document number",
        "     8  # TODO(docgen) 成文日期：签发时填写，按规则推算是2025年3月10日（星期一）",
    ):
        assert line in said.split("\n")


def test_names_and_numbers_without_the_year_get_it(project: Project, docgen: Docgen) -> None:
    project.change("id: shi-2024", "id: shi")
    project.change("示人社函〔2024〕1号", "{code: 示人社函, year: 2023, serial: }")
    assert docgen("new", "data/shi/2025.yaml", "--from", "shi", "--year", "2025").code == 0
    campaign = load_campaign(project.folder / "data/shi/2025.yaml").campaign
    assert (campaign.id, campaign.number.year) == ("shi-2025", 2025)


def test_quiet_says_nothing(project: Project, docgen: Docgen) -> None:
    assert docgen(*NEW, "--quiet") == Ended(0, "", "")
    assert len(load_campaign(project.folder / "data/shi/2025.yaml").todos) == 3


def test_what_nobody_decided_is_still_open_the_year_after(project: Project, docgen: Docgen) -> None:
    docgen(*NEW)
    first = load_campaign(project.folder / "data/shi/2025.yaml").todos
    docgen("new", "data/shi/2026.yaml", "--from", "shi-2025", "--year", "2026")
    second = load_campaign(project.folder / "data/shi/2026.yaml").todos
    assert [(one.line, one.text.partition("：")[0]) for one in second] == [
        (one.line, one.text.partition("：")[0]) for one in first
    ]


def test_line_breaks_and_last_line_stay_as_they_were(project: Project, docgen: Docgen) -> None:
    text = project.campaign.read_text(encoding="utf-8").rstrip("\n")
    project.campaign.write_bytes(text.replace("\n", "\r\n").encode())
    assert docgen(*NEW).code == 0
    data = (project.folder / "data/shi/2025.yaml").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n") == text.count("\n") + 1


# ---------------------------------------------------------------- what goes with it


def test_last_years_own_form_becomes_next_years(project: Project, docgen: Docgen) -> None:
    form = "# 示例市 2024 年附件\nid: tui-2024\ntitle: 2024年推荐表\ncolumns: [30, 126]\n"
    form += "rows:\n  - [{label: 4月19日前填写}, {field: name}]\n"
    project.write("templates/annexes/tui-2024/form.yaml", form)
    project.write("templates/annexes/tui-2024/form.docx", "Word")
    project.change("form: tui", "form: tui-2024")
    ended = docgen(*NEW)
    assert ended.code == 0
    made = project.folder / "data/shi/annexes/tui-2025"
    assert (made / "form.yaml").read_text(encoding="utf-8") == form.replace("2024", "2025").replace("4月19", "4月18")
    assert (made / "form.docx").read_text(encoding="utf-8") == "Word"
    assert "form: tui-2025" in new_file(project)
    assert "核定表格tui-2025中写明的日期：“4月19日”已改为“4月18日”" in new_file(project)
    assert "The old year in data/shi/annexes/tui-2025/form.yaml:" in ended.out
    # Once it is there, it is not written over.
    (made / "form.yaml").write_text(form.replace("2024", "2025").replace("推荐", "申报"), encoding="utf-8")
    again = docgen(*NEW, "--force")
    assert (again.code, "the form tui-2025 is there already and stays as it is" in again.err) == (0, True)
    assert "申报" in (made / "form.yaml").read_text(encoding="utf-8")


def test_forms_may_be_kept(project: Project, docgen: Docgen) -> None:
    text = (project.folder / "templates/annexes/tui/form.yaml").read_text(encoding="utf-8")
    project.write("templates/annexes/tui-2024/form.yaml", text.replace("id: tui", "id: tui-2024"))
    project.change("form: tui", "form: tui-2024")
    assert docgen(*NEW, "--keep-forms").code == 0
    assert "form: tui-2024" in new_file(project)
    assert not (project.folder / "data/shi/annexes").exists()


@pytest.mark.parametrize(("name", "made"), [("2024.txt", "2025.txt"), ("words.txt", "words-2025.txt")])
def test_the_file_of_the_words_goes_along(project: Project, docgen: Docgen, name: str, made: str) -> None:
    head = project.campaign.read_text(encoding="utf-8").partition("body: |")[0]
    project.campaign.write_text(f"{head}body_file: {name}\n", encoding="utf-8")
    project.write(f"data/shi/{name}", "现将2024年工作通知如下：\n请于4月19日前报送。\n")
    ended = docgen(*NEW)
    assert ended.code == 0
    assert (project.folder / "data/shi" / made).read_text(encoding="utf-8") == (
        "现将2025年工作通知如下：\n请于4月18日前报送。\n"
    )
    assert f"body_file: {made}  # TODO(docgen) 核定文中写明的日期：“4月19日”已改为“4月18日”" in new_file(project)
    assert f"The old year in data/shi/{made}:" in ended.out


def test_the_schema_is_named_from_the_new_folder(project: Project, docgen: Docgen) -> None:
    project.write("schemas/campaign.schema.json", "{}")
    text = project.campaign.read_text(encoding="utf-8")
    project.campaign.write_text(
        f"# yaml-language-server: $schema=../../schemas/campaign.schema.json\n{text}", encoding="utf-8"
    )
    assert docgen("new", "data/shi/next/2025.yaml", "--from", "shi-2024", "--year", "2025").code == 0
    made = (project.folder / "data/shi/next/2025.yaml").read_text(encoding="utf-8")
    assert made.startswith("# yaml-language-server: $schema=../../../schemas/campaign.schema.json\n")


# ---------------------------------------------------------------- answers


def test_answers_on_the_command_line(project: Project, docgen: Docgen) -> None:
    answers = {"number.serial": "5", "issued": "2025-03-03", "deadlines.submission.date": "2025-04-25"}
    answers |= {"issuer.short": "市局", "annexes.form.title": "申报：表"}
    project.change("{id: form, form: tui}", "{id: form, form: tui, title: 推荐表}")
    settings = [part for key, value in answers.items() for part in ("--set", f"{key}={value}")]
    assert docgen(*NEW, *settings).code == 0
    loaded = load_campaign(project.folder / "data/shi/2025.yaml")
    assert (str(loaded.campaign.number), loaded.campaign.issued) == ("示人社函〔2025〕5号", datetime.date(2025, 3, 3))
    assert loaded.campaign.deadlines["submission"].date == datetime.date(2025, 4, 25)
    assert (loaded.campaign.issuer[0].short, loaded.campaign.annexes[0].title) == ("市局", "申报：表")
    assert loaded.todos == ()


def test_proposals_are_taken_with_yes(project: Project, docgen: Docgen) -> None:
    assert docgen(*NEW, "--yes").code == 0
    loaded = load_campaign(project.folder / "data/shi/2025.yaml")
    assert loaded.campaign.deadlines["submission"].date == datetime.date(2025, 4, 18)
    assert [todo.text.partition("：")[0] for todo in loaded.todos] == ["发文字号的顺序号", "成文日期"]


def test_on_a_terminal_it_asks(project: Project) -> None:
    talk = [
        ("number.serial", "7\n"),
        ("issued", "3月3日\n"),
        ("write it as 2024-03-01", "2025-03-03\n"),
        ("deadlines.submission.date [2025-04-18]:", "\n"),
    ]
    code, shown = on_a_terminal(talk, command(*NEW), cwd=project.folder)
    assert code == 0
    assert "deadlines.submission.date: was 2024年4月19日（星期五）; same week (16) and weekday" in shown
    assert '"3月3日" is not a date; write it as 2024-03-01' in shown
    loaded = load_campaign(project.folder / "data/shi/2025.yaml")
    assert (str(loaded.campaign.number), loaded.campaign.issued) == ("示人社函〔2025〕7号", datetime.date(2025, 3, 3))
    assert loaded.campaign.deadlines["submission"].date == datetime.date(2025, 4, 18)
    assert loaded.todos == ()


def test_what_is_not_answered_stays_open(project: Project) -> None:
    talk = [("number.serial:", "\n"), ("issued:", "\n"), ("[2025-04-18]:", "\n")]
    code, _shown = on_a_terminal(talk, command(*NEW), cwd=project.folder)
    assert code == 0
    todos = load_campaign(project.folder / "data/shi/2025.yaml").todos
    assert [todo.text.partition("：")[0] for todo in todos] == ["发文字号的顺序号", "成文日期"]


def test_ctrl_c_at_a_question_writes_nothing(project: Project) -> None:
    before = sorted(project.folder.rglob("*"))
    talk = [("number.serial", "7\n"), ("issued", CTRL_C)]
    code, _shown = on_a_terminal(talk, command(*NEW), cwd=project.folder)
    assert code == 130
    assert sorted(project.folder.rglob("*")) == before


# ---------------------------------------------------------------- bad input

BAD = [
    (["--year", "2024"], 3, "2024.yaml:2:7: error[C908] --year 2024 is not later than the campaign's own year, 2024"),
    (["--year", "2201"], 3, "name a year from 2025 to 2200"),
    (["--year", "next"], 2, "'next' is not a valid integer."),
    (["--from", "shi-2042"], 3, 'no campaign under data/ has the id "shi-2042"; did you mean shi-2024?'),
    (["--from", "data/shi/2042.yaml"], 3, "there is no such file; did you mean 2024.yaml?"),
    (["--set", "deadlines.submision.date=2025-04-25"], 2, "did you mean deadlines.submission.date?"),
    (
        ["--set", "deadlines.submission=2025-04-25"],
        2,
        "known are: deadlines.submission.date, deadlines.submission.what",
    ),
    (["--set", "year=2026"], 2, "the year is that of --year"),
    (["--set", "issued"], 2, "--set issued: write KEY=VALUE"),
    (["--set", "issued=2025-02-30"], 3, "--set issued=2025-02-30: error[C102] issued: "),
    (["--set", "number=5"], 3, "--set number=5: error[C111] number: "),
    (["--base", "shi-2024"], 2, "--base and --theirs go together"),
]


@pytest.mark.parametrize(("more", "code", "letter"), BAD)
def test_a_wrong_order_is_told_and_nothing_written(
    project: Project, docgen: Docgen, more: list[str], code: int, letter: str
) -> None:
    before = sorted(project.folder.rglob("*"))
    ended = docgen(*NEW, *more)
    assert ended.code == code, ended.err
    assert letter in ended.err
    assert sorted(project.folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("dest", "letter"),
    [
        ("data/shi", "a campaign is a file that ends in .yaml; name a file such as data/shi/2025.yaml"),
        ("data/shi/2025.txt", "name a file such as data/shi/2025.yaml"),
        ("data/shi/2024.yaml", "this is last year's file itself"),
        ("data/shi/there.yaml", "this is there already; name another file, or write over it with --force"),
        ("data/shi/folder.yaml", "this is a folder"),
    ],
)
def test_a_destination_that_cannot_be(project: Project, docgen: Docgen, dest: str, letter: str) -> None:
    there = project.write("data/shi/there.yaml", "id: there\n")
    (project.folder / "data/shi/folder.yaml").mkdir()
    ended = docgen("new", dest, "--from", "shi-2024", "--year", "2025")
    assert ended.code == 3
    assert letter in ended.err
    assert there.read_text(encoding="utf-8") == "id: there\n"


def test_a_place_that_cannot_be_written_to(project: Project, docgen: Docgen) -> None:
    project.write("next", "a file, where a folder should be")
    ended = docgen("new", "next/2025.yaml", "--from", "shi-2024", "--year", "2025")
    assert (ended.code, "next is a file, not a folder" in ended.err, "--out" in ended.err) == (2, True, False)


def test_force_writes_over_the_destination(project: Project, docgen: Docgen) -> None:
    project.write("data/shi/2025.yaml", "id: there\n")
    assert docgen(*NEW, "--force").code == 0
    assert "id: shi-2025" in new_file(project)


def test_last_years_file_must_be_sound(project: Project, docgen: Docgen) -> None:
    project.change("year: 2024", "year: 二〇二四")
    ended = docgen(*NEW)
    assert ended.code == 3
    assert "data/shi/2024.yaml:2:7: error[C103]" in ended.err
    assert not (project.folder / "data/shi/2025.yaml").exists()


def test_an_id_that_another_campaign_has_is_told(project: Project, docgen: Docgen) -> None:
    docgen(*NEW)
    ended = docgen("new", "data/shi/other.yaml", "--from", "shi-2024", "--year", "2025")
    assert ended.code == 0
    assert 'warning[C901] id: "shi-2025" is also the id of data/shi/2025.yaml' in ended.err


def test_it_is_quick() -> None:
    """The help of all commands must not pay for this one."""
    asks = "import sys; from docgen.cli import main; main(['new', '--help']); print('|'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split("|"))
    assert loaded.isdisjoint({"yaml", "chinese_calendar", "docgen.workflow.new"})
