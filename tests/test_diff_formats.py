"""The formats: each is what it claims to be, and says what the report says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
from diffing import CAMPAIGN, edited, side
from lxml import html

from docgen.diff.changes import KINDS, Part, Piece, RowOp
from docgen.diff.compare import compare
from docgen.diff.readers import READERS
from docgen.diff.readers.report import Item, Report, ReportRow, Section
from docgen.diff.write import WRITERS, Comparison, Manner
from docgen.diff.write.sides import both_sides

SCHEMA = json.loads((Path(__file__).parent.parent / "schemas/changes.schema.json").read_text(encoding="utf-8"))
EDITS = (
    ("max: 2", "max: 3"),
    ("（二）公示。", "（二）公示（含<b>公示栏</b> & 网站）。"),
    ("年龄不超过60周岁。", ""),
)


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """The small notice with three edits, one of which is bad for HTML."""
    folder = tmp_path_factory.mktemp("both")
    old, new = side(folder / "old"), side(folder / "new", edited(CAMPAIGN, *EDITS))
    changes = compare(old, new)
    return Comparison(old, new, changes, READERS["all"](changes))


def written(comparison: Comparison, format: str, **manner: Any) -> str:
    return WRITERS[format](comparison, Manner(**manner)).decode()


def for_reader(comparison: Comparison, reader: Any) -> Comparison:
    report = READERS[reader](comparison.changes)
    return Comparison(comparison.old, comparison.new, comparison.changes, report, reader)


# ---------------------------------------------------------------- text


def test_text_marks_what_came_and_what_went(both: Comparison) -> None:
    text = written(both, "text")
    assert "每单位推荐人选：不超过[-2名-]{+3名+}（上限增加1名）" in text
    assert "  ~ （二）公示{+（含<b>公示栏</b> & 网站）+}。所在单位公示5个工作日" in text


def test_text_folds_what_did_not_change(both: Comparison) -> None:
    assert re.findall(r"（此处 (\d+) 条未变）", written(both, "text"))[0] == "6"
    assert "逾期不予受理" not in written(both, "text")


def test_on_a_terminal_colour_takes_the_place_of_marks(both: Comparison) -> None:
    text = written(both, "text", colour=True)
    assert "\x1b[31;9m2名\x1b[0m\x1b[32;4m3名\x1b[0m" in text
    assert "[-" not in text


def test_nothing_that_a_terminal_would_obey_is_printed(both: Comparison) -> None:
    item = Item((Piece("same", "甲\x1b[2J"), Piece("new", "乙\u202e")))
    report = Report("标题", sections=(Section("一", (item,)),))
    nasty = Comparison(both.old, both.new, both.changes, report)
    assert written(nasty, "text") == "标题\n\n一\n  · 甲[2J{+乙+}\n"


# ---------------------------------------------------------------- Markdown


def test_markdown_is_a_table_of_three_columns(both: Comparison) -> None:
    lines = [line for line in written(both, "md").splitlines() if line.startswith("|")]
    assert lines[:2] == ["| 2023年 | 2023年 | 说明 |", "|---|---|---|"]
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {4}


def test_markdown_marks_and_escapes(both: Comparison) -> None:
    text = written(both, "md")
    assert "不超过<del>2名</del><ins>3名</ins>" in text
    assert r"\<b\>公示栏\</b\>" in text


# ---------------------------------------------------------------- JSON


@pytest.mark.parametrize("reader", ["all", "leader", "clerk", "applicant"])
def test_json_is_as_its_schema_says(both: Comparison, reader: str) -> None:
    data = json.loads(written(for_reader(both, reader), "json"))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    assert ("report" in data) == (reader != "all")


def test_the_schema_knows_every_kind_and_nothing_else() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$defs"]["kind"]["enum"] == list(KINDS)
    assert SCHEMA["$defs"]["row"]["properties"]["op"]["enum"] == list(get_args(RowOp))
    assert SCHEMA["$defs"]["clause"]["properties"]["part"]["enum"] == list(get_args(Part))


def test_json_has_both_texts_and_every_change(both: Comparison) -> None:
    data = json.loads(written(both, "json"))
    assert data["summary"] == {"quota-changed": 1, "condition-dropped": 1, "condition-reworded": 1}
    quota = data["changes"][0]
    assert (quota["id"], quota["old"], quota["new"], quota["shift"]) == ("quotas.unit", "不超过2名", "不超过3名", 1)
    assert quota["new_place"]["line"] == 13
    new = "".join(row["new"]["text"] for row in data["blocks"] if row["new"])
    assert "每单位推荐人选不超过3名" in new


# ---------------------------------------------------------------- HTML


def test_html_is_one_file_that_needs_nothing(both: Comparison) -> None:
    page = html.fromstring(written(both, "html"))
    assert page.xpath("//script | //link | //img | //*[@src] | //*[@href]") == []
    assert page.get("lang") == "zh-CN"
    assert page.xpath("string(//meta[@name='viewport']/@content)") == "width=device-width, initial-scale=1"
    assert "url(" not in page.xpath("string(//style)")
    assert "@import" not in page.xpath("string(//style)")


def test_html_has_a_switch_that_needs_no_script(both: Comparison) -> None:
    page = html.fromstring(written(both, "html"))
    views = page.xpath("//input[@type='radio'][@name='view']/@id")
    assert views == page.xpath("//nav/label/@for") == ["view-auto", "view-side", "view-inline"]
    assert page.xpath("//input[@checked]/@id") == ["view-auto"]
    style = page.xpath("string(//style)")
    assert all(f"#{view}:checked" in style for view in views)
    # The style sheet can only look forward: the buttons stand before what they switch.
    assert [node.tag for node in page.xpath("/html/body/*")] == ["input", "input", "input", "nav", "main"]


def test_html_shows_both_texts_and_one_of_both(both: Comparison) -> None:
    page = html.fromstring(written(both, "html"))
    row = page.xpath("//div[contains(@class, 'changed')][contains(., '公示栏')]")[0]
    old, new, one = (row.xpath(f"div[@class='{name}']")[0] for name in ("old", "new", "both"))
    assert old.text_content() == "（二）公示。所在单位公示5个工作日，公示期间受理举报。"
    assert new.text_content() == "（二）公示（含<b>公示栏</b> & 网站）。所在单位公示5个工作日，公示期间受理举报。"
    assert one.xpath("string(ins)") == "（含<b>公示栏</b> & 网站）"
    assert one.text_content() == new.text_content()


def test_html_unfolds_what_did_not_change(both: Comparison) -> None:
    page = html.fromstring(written(both, "html"))
    folded = page.xpath("//details")
    counts = [int(re.findall(r"\d+", fold.xpath("string(summary)"))[0]) for fold in folded]
    assert counts == [len(fold.xpath("div[contains(@class, 'row')]")) for fold in folded]
    shown = page.xpath("//div[contains(@class, 'row')][not(contains(@class, 'head'))]")
    assert len(shown) == len(both.changes.blocks)


def test_html_minds_phones_and_paper(both: Comparison) -> None:
    style = html.fromstring(written(both, "html")).xpath("string(//style)")
    assert "@media (max-width: 40rem)" in style
    assert "@media print" in style


def test_a_leader_gets_no_table(both: Comparison) -> None:
    page = html.fromstring(written(for_reader(both, "leader"), "html"))
    assert page.xpath("//nav | //div[contains(@class, 'row')]") == []


# ---------------------------------------------------------------- both sides in one


def test_the_sides_of_a_row_go_together_again(both: Comparison) -> None:
    rows = {row.new.path if row.new else row.old.path: row for row in both.changes.blocks if row.op == "changed"}
    report = READERS["clerk"](both.changes)
    merged = [both_sides(row) for row in report.rows if row.op == "changed"]
    assert merged == [row.pieces for row in rows.values()]


def test_a_side_that_is_not_there_leaves_the_other() -> None:
    row = ReportRow("added", (), (Piece("new", "甲"),))
    assert both_sides(row) == (Piece("new", "甲"),)
