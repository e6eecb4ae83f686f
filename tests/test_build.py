"""``docgen build``: what it makes, what it leaves alone, what it says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from small_project import CAMPAIGN, FORM, Ended, Project, in_a_process

Docgen = Callable[..., Ended]


def manifest(project: Project) -> Any:
    return json.loads((project.output / "manifest.json").read_text(encoding="utf-8"))


def names(project: Project) -> set[str]:
    return {path.name for path in project.output.iterdir()}


ANNEX = "  - {id: form, form: tui}\n"

ALL = {"manifest.json", "通知.docx", "通知.pdf", "通知.txt", "附件 推荐表.docx", "附件 推荐表.pdf"}


def test_makes_notice_and_annexes(project: Project, docgen: Docgen) -> None:
    ended = docgen("build")
    assert (ended.code, ended.err) == (0, "")
    assert names(project) == ALL
    text = (project.output / "通知.txt").read_text(encoding="utf-8")
    assert "请于4月19日（星期五）前报送《推荐表》。" in text


def test_manifest_lists_files_and_inputs(project: Project, docgen: Docgen) -> None:
    docgen("build")
    found = manifest(project)
    assert found["campaign"] == "shi-2024"
    assert found["engine"].startswith("typst")
    assert {file["path"] for file in found["files"]} == ALL - {"manifest.json"}
    assert [file["path"] for file in found["files"]][:3] == ["通知.docx", "通知.pdf", "通知.txt"]
    for file in found["files"]:
        data = (project.output / file["path"]).read_bytes()
        assert (file["bytes"], file["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
        assert file["kind"] == ("notice" if file["path"].startswith("通知") else "annex")
        assert file["annex"] == (None if file["kind"] == "notice" else 1)
        assert file["unit"] is None
    pages = {file["path"]: file["pages"] for file in found["files"]}
    assert (pages["通知.pdf"], pages["附件 推荐表.pdf"]) == (2, 1)
    text = project.campaign.read_bytes()
    assert found["inputs"]["data/shi/2024.yaml"] == hashlib.sha256(text).hexdigest()
    assert "templates/annexes/tui/form.yaml" in found["inputs"]
    assert any(name.endswith("notices/gbt9704/page.typ") for name in found["inputs"])


def test_two_builds_give_the_same_bytes(project: Project, docgen: Docgen) -> None:
    docgen("build")
    docgen("build", "--out", "again")
    first = {path.name: path.read_bytes() for path in project.output.iterdir()}
    again = {path.name: path.read_bytes() for path in (project.folder / "again/shi-2024").iterdir()}
    assert first == again


def test_unchanged_is_not_built_again(project: Project, docgen: Docgen) -> None:
    docgen("build")
    (project.output / "通知.pdf").touch()
    before = {path: path.stat().st_mtime_ns for path in project.output.iterdir()}
    ended = docgen("build")
    assert "shi-2024: unchanged" in ended.out
    assert {path: path.stat().st_mtime_ns for path in project.output.iterdir()} == before


def test_force_builds_again(project: Project, docgen: Docgen) -> None:
    docgen("build")
    assert "shi-2024: made" in docgen("build", "--force").out


@pytest.mark.parametrize("file", ["data/shi/2024.yaml", "templates/annexes/tui/form.yaml"])
def test_a_changed_input_is_built_again(project: Project, docgen: Docgen, file: str) -> None:
    docgen("build")
    project.change("推荐", "申报", file)
    assert "shi-2024: made" in docgen("build").out


def test_a_form_that_comes_before_the_old_one_is_noticed(project: Project, docgen: Docgen) -> None:
    docgen("build")
    project.write("data/shi/annexes/tui/form.yaml", FORM.replace("姓名", "姓　名"))
    assert "shi-2024: made" in docgen("build").out
    assert "姓　名" in (project.output / "通知.txt").read_text(encoding="utf-8")


def test_a_file_changed_by_hand_is_made_again(project: Project, docgen: Docgen) -> None:
    docgen("build")
    good = project.tree()
    (project.output / "通知.txt").write_text("x", encoding="utf-8")
    (project.output / "附件 推荐表.docx").unlink()
    assert "shi-2024: made" in docgen("build").out
    assert project.tree() == good


def test_formats_one_after_the_other_add_up(project: Project, docgen: Docgen) -> None:
    docgen("build", "--format", "docx")
    assert names(project) == {"manifest.json", "通知.docx", "附件 推荐表.docx"}
    docgen("build", "--format", "pdf，txt")
    assert names(project) == ALL
    assert {file["path"] for file in manifest(project)["files"]} == ALL - {"manifest.json"}
    assert "unchanged" in docgen("build", "--format", "docx").out
    assert "unchanged" in docgen("build").out


def test_fonts_of_a_pdf_are_told_with_a_pdf_only(project: Project, docgen: Docgen) -> None:
    assert "fonts that stand in" not in docgen("build", "--format", "docx").out
    assert "fonts that stand in" in docgen("build", "--format", "pdf").out


def test_the_manifest_names_the_engine_of_a_pdf_only(project: Project, docgen: Docgen) -> None:
    docgen("build", "--format", "pdf")
    assert manifest(project)["engine"] == "typst"
    docgen("build", "--format", "docx")
    assert manifest(project)["engine"] == "typst"  # the PDF is still good
    project.change("现就", "现将")
    docgen("build", "--format", "docx")
    assert names(project) == {"manifest.json", "通知.docx", "附件 推荐表.docx"}
    assert manifest(project)["engine"] is None
    assert set(manifest(project)["fonts"]) >= {"fangsong", "kaiti", "heiti", "songti", "title"}
    docgen("build", "--format", "txt", "--force")
    project.change("现将", "现就")
    docgen("build", "--format", "txt")
    assert manifest(project)["fonts"] == {}


def test_outdated_files_go_unless_someone_filled_them_in(project: Project, docgen: Docgen) -> None:
    docgen("build")
    (project.output / "附件 推荐表.docx").write_bytes(b"filled in")
    project.change("title: 推荐表", "title: 申请表", "templates/annexes/tui/form.yaml")
    ended = docgen("build")
    assert "附件 推荐表.pdf was out of date and is removed" in ended.out
    assert names(project) == {name.replace("推荐表", "申请表") for name in ALL} | {"附件 推荐表.docx"}


def test_a_manifest_cannot_make_docgen_remove_other_files(project: Project, docgen: Docgen) -> None:
    docgen("build", "--format", "txt")
    precious = project.write("precious.txt", "mine")
    forged = manifest(project)
    sha256 = hashlib.sha256(b"mine").hexdigest()
    forged["files"].append({**forged["files"][0], "path": "../../precious.txt", "bytes": 4, "sha256": sha256})
    (project.output / "manifest.json").write_text(json.dumps(forged), encoding="utf-8")
    docgen("build", "--format", "txt", "--force")
    assert precious.read_text(encoding="utf-8") == "mine"


def test_filename_pattern(project: Project, docgen: Docgen) -> None:
    project.change("body: |", 'filename: "{{ id }}-{{ number }}/{{ title }}（{{ year }}）{{ label }}"\nbody: |')
    docgen("build", "--format", "docx")
    assert "shi-2024-1／推荐表（2024）附件.docx" in names(project)


def test_two_annexes_of_one_name_are_refused(project: Project, docgen: Docgen) -> None:
    project.change(ANNEX, ANNEX + "  - {id: second, form: tui}\n")
    project.change("body: |", 'filename: "{{ title }}"\nbody: |')
    ended = docgen("build", "--format", "docx")
    assert ended.code == 3
    assert "data/shi/2024.yaml:13:11: error[C904]" in ended.err
    assert '"推荐表"' in ended.err


def test_several_annexes_are_numbered(project: Project, docgen: Docgen) -> None:
    project.change(ANNEX, ANNEX + "  - {id: other, form: tui, title: 汇总表}\n")
    docgen("build", "--format", "docx")
    assert {"附件1 推荐表.docx", "附件2 汇总表.docx"} <= names(project)


def test_the_date_of_the_files_can_be_set(project: Project, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    docgen("build", "--format", "docx")
    assert manifest(project)["settings"]["source_date"] == 1710115200  # 2024-03-11, the day of issue
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert "made" in docgen("build", "--format", "docx").out
    assert manifest(project)["settings"]["source_date"] == 1000000000


# ---------------------------------------------------------------- which campaigns


def test_everything_under_data_but_what_is_no_campaign(project: Project, docgen: Docgen) -> None:
    project.write("data/other/2025.yml", CAMPAIGN.replace("shi-2024", "other-2025"))
    project.write("data/shi/annexes/own/form.yaml", FORM)
    project.write("data/shi/form.yaml", FORM)
    project.write("data/shi/table.yaml", FORM)
    project.write("data/shi/roster.yaml", "units: []\n")
    project.write("data/shi/.draft.yaml", "id: draft\n")
    ended = docgen("build", "--format", "txt")
    assert ended.code == 0
    assert {path.name for path in (project.folder / "output").iterdir()} == {"shi-2024", "other-2025"}


def test_by_id_and_by_path_once(project: Project, docgen: Docgen) -> None:
    project.write("data/other/2025.yaml", CAMPAIGN.replace("shi-2024", "other-2025"))
    ended = docgen("build", "shi-2024", "data/shi/2024.yaml", "--format", "txt")
    assert (ended.code, ended.out.count("made in")) == (0, 1)
    assert {path.name for path in (project.folder / "output").iterdir()} == {"shi-2024"}


def test_an_unknown_id_is_told_with_the_nearest(project: Project, docgen: Docgen) -> None:
    ended = docgen("build", "shi-2042")
    assert ended.code == 3
    assert 'error[C902] no campaign under data/ has the id "shi-2042"; did you mean shi-2024?' in ended.err


def test_two_campaigns_of_one_id_are_refused_and_the_others_built(project: Project, docgen: Docgen) -> None:
    project.write("data/a/2024.yaml", CAMPAIGN)
    project.write("data/other/2025.yaml", CAMPAIGN.replace("shi-2024", "other-2025"))
    ended = docgen("build", "--format", "txt")
    assert ended.code == 3
    letter = 'data/a/2024.yaml:1:5: error[C901] id: "shi-2024" is also the id of data/shi/2024.yaml:1:5'
    assert letter in ended.err
    assert {path.name for path in (project.folder / "output").iterdir()} == {"other-2025"}


def test_one_bad_campaign_does_not_stop_the_others(project: Project, docgen: Docgen) -> None:
    project.write("data/a/2024.yaml", "id: [\n")
    ended = docgen("build", "--format", "txt")
    assert ended.code == 3
    assert "data/a/2024.yaml:" in ended.err
    assert names(project) == {"manifest.json", "通知.txt"}


def test_nothing_to_build(project: Project, docgen: Docgen) -> None:
    project.campaign.unlink()
    ended = docgen("build")
    assert ended.code == 3
    assert "data/: error[C903] there is no campaign here" in ended.err


def test_a_project_elsewhere_uses_its_own_templates(
    project: Project, docgen: Docgen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.folder.parent)
    ended = docgen("build", "project/data/shi/2024.yaml", "--format", "txt", "--out", "there")
    assert (ended.code, ended.err) == (0, "")
    found = json.loads((project.folder.parent / "there/shi-2024/manifest.json").read_text(encoding="utf-8"))
    assert "data/shi/2024.yaml" in found["inputs"]


# ---------------------------------------------------------------- several processes


def test_processes_give_the_same_bytes_in_the_same_order(project: Project) -> None:
    for year in (2025, 2026):
        project.write(f"data/shi/{year}.yaml", CAMPAIGN.replace("2024", str(year)))
    alone = in_a_process("build", "--jobs", "1", "--out", "alone", cwd=project.folder)
    together = in_a_process("build", "--jobs", "3", "--out", "together", cwd=project.folder)
    assert (alone.code, together.code, together.err) == (0, 0, "")
    assert alone.out == together.out.replace("together", "alone")
    for path in (project.folder / "alone").rglob("*.*"):
        twin = project.folder / "together" / path.relative_to(project.folder / "alone")
        assert twin.read_bytes() == path.read_bytes()


# ---------------------------------------------------------------- the report


def test_report(project: Project, docgen: Docgen) -> None:
    said = docgen("build").out
    assert "shi-2024: made in output/shi-2024/" in said
    assert "  通知: docx, pdf (2 pages), txt" in said
    assert "  附件 推荐表: docx, pdf (1 page)" in said
    assert "1 made, 0 unchanged, 0 failed" in said
    assert "PDF by typst" in said


def test_quiet(project: Project, docgen: Docgen) -> None:
    assert docgen("build", "--quiet") == Ended(0, "", "")


def test_json(project: Project, docgen: Docgen) -> None:
    bad = CAMPAIGN.replace("shi-2024", "a-2024").replace("year: 2024", "yaer: 2024")
    project.write("data/a/2024.yaml", bad)
    ended = docgen("build", "--json", "--format", "txt")
    said = json.loads(ended.out)
    assert (ended.code, said["exit_code"], ended.err) == (3, 3, "")
    failed, good = said["campaigns"]
    assert (good["campaign"], good["status"]) == ("shi-2024", "made")
    assert [file["path"] for file in good["files"]] == ["通知.txt"]
    assert failed["status"] == "failed"
    assert {problem["line"] for problem in failed["problems"]} >= {2}
    assert all(problem["file"] == "data/a/2024.yaml" for problem in failed["problems"])


def test_fonts_that_stand_in_are_named(project: Project, docgen: Docgen) -> None:
    said = json.loads(docgen("build", "--json").out)
    fonts = said["campaigns"][0]["fonts"]
    spoken = docgen("build").out
    assert all(f"{family} for {official}" in spoken for official, family in fonts.items())
    assert set(fonts) <= {"仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"}
