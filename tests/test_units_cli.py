"""``docgen units``: the empty roster, and a roster checked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from rosters import CAMPAIGN, FORM, HEADER, ROW, csv_file, workbook
from small_project import Ended, Project

Docgen = Callable[..., Ended]


@pytest.fixture
def here(project: Project) -> Project:
    """The project with the campaign of the roster tests."""
    project.write("data/shi/2024.yaml", CAMPAIGN)
    project.write("templates/annexes/tui/form.yaml", FORM)
    return project


def test_the_empty_roster_is_written_and_never_over_another(here: Project, docgen: Docgen) -> None:
    assert docgen("units", "template", "shi-2024") == Ended(0, "shi-2024.units.xlsx: fill in a row for each unit\n", "")
    before = (here.folder / "shi-2024.units.xlsx").read_bytes()
    ended = docgen("units", "template", "data/shi/2024.yaml")
    assert ended.code == 2
    assert ended.err == (
        "shi-2024.units.xlsx: error[U920] this is there already; choose another name by --out, or write over it with "
        "--force\n"
    )
    assert docgen("units", "template", "shi-2024", "--force", "--all-fields").code == 0
    assert (here.folder / "shi-2024.units.xlsx").read_bytes() != before
    assert docgen("units", "template", "shi-2024", "--out", "new/名册.xlsx").code == 0
    assert (here.folder / "new/名册.xlsx").read_bytes() == before
    assert docgen("units", "template", "shi-2024", "--out", "名册.csv").code == 2
    assert docgen("units", "template", "shi-2042").code == 3


def test_a_campaign_that_names_its_columns_is_found_like_any_other(here: Project, docgen: Docgen) -> None:
    here.write("data/shi/2024.yaml", f"{CAMPAIGN}columns: {{name: 申请机构}}\n")
    here.write("data/shi/tui.yaml", FORM)  # a form's own `columns:` are widths; it is none
    assert docgen("units", "template", "shi-2024").code == 0
    csv_file(here.folder, [("申请机构", *HEADER[1:]), ROW])
    assert docgen("units", "check", "--units", "a.csv").out == "a.csv: 1 unit is in order\n"


def test_no_empty_roster_without_a_column_that_the_campaign_names(here: Project, docgen: Docgen) -> None:
    here.write("data/shi/2024.yaml", f"{CAMPAIGN}columns: {{deadlines.submision.date: 截止日期}}\n")
    ended = docgen("units", "template", "shi-2024")
    assert ended.code == 3
    assert '2024.yaml:15:11: error[L125] columns: the campaign has no "submision"' in ended.err
    assert not (here.folder / "shi-2024.units.xlsx").exists()


def test_a_good_roster(here: Project, docgen: Docgen) -> None:
    csv_file(here.folder, [HEADER, ROW, ("乙单位", *ROW[1:])])
    assert docgen("units", "check", "--units", "a.csv") == Ended(0, "a.csv: 2 units are in order\n", "")
    assert not (here.folder / "output").exists()


def test_every_fault_is_told_and_the_rows_land_in_a_workbook(here: Project, docgen: Docgen) -> None:
    workbook(here.folder, [("名册",), HEADER, ROW, ("乙", "", "123"), ("丙", "王某", "83218136")])
    ended = docgen("units", "check", "shi-2024", "--units", "a.xlsx")
    assert ended == Ended(
        1,
        "a.xlsx: note[L121] row 2 is taken for the header\n"
        "a.xlsx:4:2: error[L140] B4 联系人: nothing is written here; fill it in\n"
        'a.xlsx:4:3: error[L149] C4 联系电话: "123" is not a telephone number; '
        "write it as 0471-6268105 or 13812345678\n"
        'a.xlsx:5:3: warning[L149] C5 联系电话: "83218136" has no area code; write it as 0471-6268105\n'
        "a.xlsx: 2 units are in order, 1 row is not\n"
        "output/shi-2024/failed-rows.xlsx: correct the rows here, then use it as the roster\n",
        "",
    )
    assert (here.folder / "output/shi-2024/failed-rows.xlsx").is_file()


def test_corrected_rows_are_handed_in_again_and_never_lost(here: Project, docgen: Docgen) -> None:
    csv_file(here.folder, [HEADER, ("甲", "", ROW[2]), ("乙", "", ROW[2])])
    failed = here.folder / "output/shi-2024/failed-rows.xlsx"
    assert docgen("units", "check", "--units", "a.csv").code == 1
    book = openpyxl.load_workbook(failed)
    book.active["B2"] = "张某"
    book.save(failed)
    corrected = failed.read_bytes()
    ended = docgen("units", "check", "--units", "output/shi-2024/failed-rows.xlsx")
    assert ended.code == 1
    assert "output/shi-2024/failed-rows-2.xlsx: correct the rows here" in ended.out
    assert failed.read_bytes() == corrected
    book.active["B3"] = "李某"
    book.save(failed)
    assert docgen("units", "check", "--units", "output/shi-2024/failed-rows.xlsx").code == 0
    assert failed.exists()
    csv_file(here.folder, [HEADER, ROW])
    ended = docgen("units", "check", "--units", "a.csv")
    assert (ended.code, failed.exists()) == (0, True)
    assert "failed-rows.xlsx: note[L114] this is not as docgen wrote it, and is left as it is" in ended.out


def test_a_missing_column_is_exit_1(here: Project, docgen: Docgen) -> None:
    csv_file(here.folder, [("单位名称",), ("甲",)])
    ended = docgen("units", "check", "--units", "a.csv")
    assert ended == Ended(
        1,
        "a.csv:1: error[L124] there is no column 联系人; the forms are filled in from it; add it\n"
        "a.csv: 1 unit is in order\n",
        "",
    )


def test_json(here: Project, docgen: Docgen) -> None:
    csv_file(here.folder, [(*HEADER, "天气", "身份证号"), ROW, ("乙", "", "123", "", "110105194912310021")])
    ended = docgen("units", "check", "--units", "a.csv", "--json", "--failed", "bad.xlsx")
    said = json.loads(ended.out)
    assert (ended.code, said["exit_code"], said["good"], said["bad"], said["failed_rows"]) == (1, 1, 1, 1, "bad.xlsx")
    assert said["roster"] == "a.csv"
    assert said["columns"] == [
        {"header": "单位名称", "key": "name"},
        {"header": "联系人", "key": "contact"},
        {"header": "联系电话", "key": "phone"},
        {"header": "天气", "key": None},
        {"header": "身份证号", "key": "id_number"},
    ]
    assert [problem["code"] for problem in said["problems"]] == ["L122"]
    assert said["faults"][1] == {
        "row": 3,
        "column": "联系电话",
        "cell": "C3",
        "value": "123",
        "code": "L149",
        "severity": "error",
        "reason": '"123" is not a telephone number',
        "hint": "write it as 0471-6268105 or 13812345678",
    }
    assert [fault["value"] for fault in said["faults"]] == ["", "123", "1101**********0021"]
    assert "110105194912310021" not in ended.out


@pytest.mark.parametrize("json_wanted", [False, True])
def test_a_roster_that_cannot_be_read_is_exit_3(here: Project, docgen: Docgen, json_wanted: bool) -> None:
    ended = docgen("units", "check", "--units", "none.xlsx", *(["--json"] if json_wanted else []))
    assert ended.code == 3
    if json_wanted:
        assert json.loads(ended.out)["problems"][0]["message"] == "there is no such file"
        assert json.loads(ended.out)["exit_code"] == 3
    else:
        assert ended == Ended(3, "", "none.xlsx: error[L100] there is no such file\n")


def test_the_campaign_may_name_its_roster(here: Project, docgen: Docgen) -> None:
    assert docgen("units", "check").err == (
        "data/shi/2024.yaml: error[L113] the campaign shi-2024 has no roster; name one by --units, or by units: in the "
        "campaign\n"
    )
    here.change("id: shi-2024", "id: shi-2024\nunits: 名册.xlsx#第二张")
    workbook(here.folder / "data/shi", [HEADER, ROW], "名册.xlsx", "第二张")
    assert docgen("units", "check") == Ended(0, "data/shi/名册.xlsx: 1 unit is in order\n", "")


@pytest.mark.parametrize("name", ["2024.units.xlsx", "2024.units.csv"])
def test_a_roster_beside_the_campaign_is_named(here: Project, docgen: Docgen, name: str) -> None:
    for other in ("2024.units.txt", "2023.units.xlsx", "~$2024.units.xlsx", name):
        here.write(f"data/shi/{other}", "")
    assert docgen("units", "check").err == (
        f"data/shi/2024.yaml: error[L113] the campaign shi-2024 has no roster; {name} lies beside it: "
        f"name it by --units data/shi/{name}, or by units: {name} in the campaign\n"
    )


def test_it_may_not_name_one_outside_its_folder(here: Project, docgen: Docgen) -> None:
    here.change("id: shi-2024", "id: shi-2024\nunits: ../../a.csv")
    csv_file(here.folder, [HEADER, ROW])
    ended = docgen("units", "check")
    assert ended.code == 3
    assert ended.err == (
        'data/shi/2024.yaml:2:8: error[L112] units: "../../a.csv" lies outside the campaign\'s folder; put the file '
        "beside the campaign, or name it by --units\n"
    )


def test_of_several_campaigns_the_one_with_a_roster_is_meant(here: Project, docgen: Docgen) -> None:
    here.write("data/shi/2025.yaml", CAMPAIGN.replace("shi-2024", "shi-2025"))
    csv_file(here.folder / "data/shi", [HEADER, ROW])
    ended = docgen("units", "check", "--units", "data/shi/a.csv")
    assert ended == Ended(2, "", "error[U921] name the campaign whose roster this is; known are: shi-2024, shi-2025\n")
    here.write("data/shi/2025.yaml", CAMPAIGN.replace("shi-2024", "shi-2025\nunits: a.csv"))
    assert docgen("units", "check").code == 0


def test_a_yaml_roster_beside_the_campaigns_is_no_campaign(here: Project, docgen: Docgen) -> None:
    here.write("data/shi/2024.units.yaml", "- {name: 甲, contact: 张某}\n")
    ended = docgen("build", "--format", "txt", "--quiet")
    assert ended == Ended(0, "", "")
    assert [path.name for path in (here.folder / "output").iterdir() if path.is_dir()] == ["shi-2024"]


def test_nothing_is_written_where_a_file_is_in_the_way(here: Project, docgen: Docgen, tmp_path: Path) -> None:
    csv_file(here.folder, [HEADER, ("甲", "", "")])
    here.write("output", "a file")
    ended = docgen("units", "check", "--units", "a.csv")
    assert ended.code == 2
    assert "output is a file, not a folder" in ended.err
