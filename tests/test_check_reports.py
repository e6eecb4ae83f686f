"""The formats of ``docgen check``: each as its schema says, and the same findings in all of them."""

from __future__ import annotations

import functools
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from rule_cases import SPECIMEN
from small_project import Ended
from word_cases import word_case

from docgen.diagnostics import Place, Problem
from docgen.lint.finding import SEVERITIES, Finding, at
from docgen.lint.report import WRITERS, writer
from docgen.lint.report.report import Report, findings_of_problems, fingerprints, path, uri
from docgen.lint.rules import RULES
from docgen.lint.run import Broken

ROOT = Path(__file__).parent.parent
OWN = ROOT / "schemas/check.schema.json"
SCHEMAS = Path(__file__).parent / "schemas"
Docgen = Callable[..., Ended]

BRACKETS = "根据示人社发[2025]3号文件办理。"
SPOT = "{# 病例的段落种在这里 #}"
HOME = "data/某 局"
TEXT = f"关于办理 100% 有关事项的通知\n\n各区人力资源和社会保障局：\n　　{BRACKETS}\n　　{BRACKETS}\n"


@functools.cache
def schema(file: Path) -> jsonschema.Draft202012Validator:
    content = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(content)
    return jsonschema.Draft202012Validator(content)


def valid(format: str, text: str) -> Any:
    """The report read again, after its schema had nothing to say."""
    if format == "junit":
        root = etree.fromstring(text.encode())
        etree.XMLSchema(etree.parse(str(SCHEMAS / "junit.xsd"))).assertValid(root)
        return root
    data = json.loads(text)
    schema(OWN if format == "json" else SCHEMAS / f"{format}.schema.json").validate(data)
    return data


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same fault in a campaign whose folder has a space in its name, in a text and in a Word file."""
    shutil.copytree(SPECIMEN, tmp_path / HOME)
    monkeypatch.chdir(tmp_path)
    campaign = Path(HOME, "2026.yaml")
    text = campaign.read_text(encoding="utf-8").replace(SPOT, f"{BRACKETS}\n  {BRACKETS}{BRACKETS}")
    campaign.write_text(text.replace("issued: 2026-03-05", "issued: 2026-03-05  # docgen: allow NUM-001"), "utf-8")
    Path("旧 100%.txt").write_text(TEXT, encoding="utf-8")
    Path("old.docx").write_bytes(word_case("正文｜根据示人社发[2025]3号文件和示人社发[2024]3号文件办理。\n")[0])
    return tmp_path


NAMES = (f"{HOME}/2026.yaml", "旧 100%.txt", "old.docx", "missing.docx")


def checked(docgen: Docgen, format: str, *more: str) -> str:
    ended = docgen("check", *NAMES, "--format", format, *more)
    assert (ended.code, ended.err) == (3, "")
    return ended.out


def test_all_formats_tell_the_same_findings(project: Path, docgen: Docgen) -> None:
    own = valid("json", checked(docgen, "json"))["findings"]
    codes = Counter(one["code"] for one in own)
    assert codes["REF-003"] == 7
    assert {"D100", "ALLOW-001", "ALLOW-003"} <= set(codes)
    run = valid("sarif", checked(docgen, "sarif"))["runs"][0]
    assert Counter(one["ruleId"] for one in run["results"]) == codes
    assert {one["id"] for one in run["tool"]["driver"]["rules"]} == set(codes)
    assert all(run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] for one in run["results"])
    assert Counter(one["check_name"] for one in valid("gitlab", checked(docgen, "gitlab"))) == codes
    cases = valid("junit", checked(docgen, "junit", "--fail-on", "info")).findall("*/testcase[failure]")
    assert Counter(one.get("name").split()[0] for one in cases) == codes
    commands = checked(docgen, "github").splitlines()
    assert Counter(re.findall(r"title=([A-Z]+-?\d+)", command)[0] for command in commands) == codes


def test_a_report_of_nothing(tmp_path: Path, docgen: Docgen, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SPECIMEN, tmp_path / "data/shi")
    monkeypatch.chdir(tmp_path)
    for format in ("json", "sarif", "gitlab", "junit"):
        ended = docgen("check", "--format", format)
        assert ended.code == 0
        valid(format, ended.out)
    assert docgen("check", "--format", "github") == Ended(0, "", "")


def test_each_format_can_be_written_to_a_file(project: Path, docgen: Docgen) -> None:
    for format in WRITERS:
        printed = checked(docgen, format)
        assert checked(docgen, format, "--out", "made/report") == ""
        written = Path("made/report").read_bytes()
        assert written.decode() == printed
        assert not written.startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("format", "right", "wrong"),
    [
        ("sarif", "data/%E6%9F%90%20%E5%B1%80/", "data/某 局/"),
        ("sarif", '"startLine"', '"startline"'),
        ("gitlab", '"data/某 局/', '"/data/某 局/'),
        ("gitlab", '"major"', '"error"'),
        ("junit", "<failure message=", "<failure text="),
        ("json", '"end_column"', '"endColumn"'),
    ],
)
def test_the_schemas_refuse_what_is_wrong(project: Path, docgen: Docgen, format: str, right: str, wrong: str) -> None:
    text = checked(docgen, format)
    assert right in text
    with pytest.raises((jsonschema.ValidationError, etree.DocumentInvalid)):
        valid(format, text.replace(right, wrong))


# ---------------------------------------------------------------- one format after the other


def test_json_says_what_a_program_needs(project: Path, docgen: Docgen) -> None:
    data = valid("json", checked(docgen, "json"))
    first = next(one for one in data["findings"] if one["code"] == "REF-003")
    line = 1 + (project / HOME / "2026.yaml").read_text(encoding="utf-8").split("\n").index(f"  {BRACKETS}")
    assert first == {
        "code": "REF-003",
        "name": "cited-year-in-other-brackets",
        "severity": "error",
        "message": 'the year of a cited number stands in "[2025]", not in 〔〕',
        "hint": "write 〔2025〕",
        "file": f"{HOME}/2026.yaml",
        "where": "",
        "line": line,
        "column": 9,
        "end_column": 15,
        "words": "[2025]",
        "replacement": "〔2025〕",
    }
    word = [one for one in data["findings"] if one["file"] == "old.docx" and one["code"] == "REF-003"]
    assert [(one["where"], one["line"], one["column"]) for one in word] == [("paragraph 1", 1, None)] * 2
    assert data["summary"]["error"] == sum(one["severity"] == "error" for one in data["findings"])
    assert data["notes"] == ["the layout was not checked (there is no PDF yet; docgen build makes it): shi-2026"]


def test_sarif_points_into_files_and_carries_the_mending(project: Path, docgen: Docgen) -> None:
    run = valid("sarif", checked(docgen, "sarif"))["runs"][0]
    results = [one for one in run["results"] if one["ruleId"] == "REF-003"]
    places = [one["locations"][0]["physicalLocation"] for one in results]
    uris = [place["artifactLocation"]["uri"] for place in places]
    assert Counter(uris) == {"data/%E6%9F%90%20%E5%B1%80/2026.yaml": 3, "%E6%97%A7%20100%25.txt": 2, "old.docx": 2}
    for result, place in zip(results[:5], places[:5], strict=True):
        lines = Path(unquote(place["artifactLocation"]["uri"])).read_text(encoding="utf-8").split("\n")
        region = place["region"]
        words = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        assert words == "[2025]"
        (change,) = result["fixes"][0]["artifactChanges"]
        assert change == {
            "artifactLocation": place["artifactLocation"],
            "replacements": [{"deletedRegion": region, "insertedContent": {"text": "〔2025〕"}}],
        }
    # A Word file has no lines; GitHub wants one all the same.
    assert [place["region"] for place in places[5:]] == [{"startLine": 1}] * 2
    assert results[5]["locations"][0]["logicalLocations"] == [{"name": "paragraph 1"}]
    assert results[5]["message"]["text"].startswith("paragraph 1: ")
    assert "fixes" not in results[5]


def test_sarif_of_every_rule(project: Path) -> None:
    findings = [Finding(one.rule.code, one.rule.name, "info", at(Place("x.yaml"), "x")) for one in RULES]
    rules = valid("sarif", writer("sarif")(Report(tuple(findings))))["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) == len(RULES)
    for one in rules:
        assert one["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert "\n" not in one["fullDescription"]["text"]
        assert one["help"]["text"].startswith(one["fullDescription"]["text"])


def test_junit_fails_what_fails_the_check(project: Path, docgen: Docgen) -> None:
    for fail_on, failing in (("error", {"error"}), ("warning", {"error", "warning"})):
        root = valid("junit", checked(docgen, "junit", "--fail-on", fail_on))
        assert {one.get("type") for one in root.iter("failure")} == failing
        assert int(root.get("failures")) == len(root.findall(".//failure"))
        assert len(root.findall(".//system-out")) == int(root.get("tests")) - int(root.get("failures"))
    names = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    assert len(names) == len(set(names))
    assert ("old.docx", "REF-003 old.docx:paragraph 1 (2)") in names


def test_a_rule_that_broke_is_in_the_reports() -> None:
    report = Report((), (Broken("XX-001", "breaks", "a.yaml", "Traceback\nZeroDivisionError: \x00"),), ("a.yaml",))
    root = valid("junit", writer("junit")(report))
    assert [(one.getparent().get("name"), one.get("message")) for one in root.iter("error")] == [
        ("XX-001 breaks", "ZeroDivisionError: \ufffd")
    ]
    (run,) = valid("sarif", writer("sarif")(report))["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].startswith("XX-001 breaks: Zero")
    assert valid("json", writer("json")(report))["broken"] == [
        {"code": "XX-001", "name": "breaks", "checked": "a.yaml"}
    ]
    said = "the rule XX-001 (breaks) broke on a.yaml; the others went on"
    (entry,) = valid("gitlab", writer("gitlab")(report))
    assert (entry["description"], entry["severity"]) == (f"XX-001: {said}", "blocker")
    assert entry["location"] == {"path": "a.yaml", "lines": {"begin": 1}}
    assert understood(writer("github")(report).rstrip("\n")) == (
        "error",
        {"file": "a.yaml", "title": "XX-001 breaks"},
        said,
    )


# ---------------------------------------------------------------- annotations of GitHub

ANY = st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda text: text.strip())


def understood(command: str) -> tuple[str, dict[str, str], str]:
    """As GitHub's runner reads a workflow command: its name, its properties, its message."""
    match = re.fullmatch(r"::(\w+) (.*?)::(.*)", command)
    assert match, command
    back = {"%0D": "\r", "%0A": "\n", "%25": "%"}
    more = {"%3A": ":", "%2C": ",", **back}

    def read(text: str, table: dict[str, str]) -> str:
        return re.sub("|".join(table), lambda found: table[found.group()], text)

    pairs = (pair.split("=", 1) for pair in match[2].split(","))
    return match[1], {key: read(value, more) for key, value in pairs}, read(match[3], back)


@given(ANY, ANY)
def test_an_annotation_says_what_the_finding_says(message: str, name: str) -> None:
    one = Finding("X-001", name, "warning", at(Place("a,b:c%0A.yaml", 3, 7), message))
    text = writer("github")(Report((one,)))
    assert len(re.findall("[\r\n]", text)) == 1
    kind, properties, words = understood(text.removesuffix("\n"))
    given = {"file": "a,b:c%0A.yaml", "line": "3", "col": "7", "title": f"X-001 {name}".strip()}
    assert (kind, properties, words) == ("warning", given, message)


@settings(deadline=None)
@given(ANY, ANY, ANY)
def test_no_text_breaks_a_format(message: str, name: str, file: str) -> None:
    file = file.replace("\0", "").replace("\\", "")
    one = Finding("X-001", "a-b", "error", at(Place(f"x{file}", 1, 1), message, name))
    for format in ("sarif", "junit", "gitlab"):
        valid(format, writer(format)(Report((one, replace(one, severity="info")), checked=("y.yaml",))))


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("file", "plain", "escaped"),
    [
        (PureWindowsPath(r"data\某局\2026.yaml"), "data/某局/2026.yaml", "data/%E6%9F%90%E5%B1%80/2026.yaml"),
        (PureWindowsPath(r"C:\a b\x.yaml"), "C:/a b/x.yaml", "file:///C:/a%20b/x.yaml"),
        (PurePosixPath("/old/a b.txt"), "/old/a b.txt", "file:///old/a%20b.txt"),
        (PurePosixPath("a:b#1?.txt"), "a:b#1?.txt", "a%3Ab%231%3F.txt"),
        (PurePosixPath("../x.txt"), "../x.txt", "../x.txt"),
    ],
    ids=str,
)
def test_names_of_files(file: PurePosixPath | PureWindowsPath, plain: str, escaped: str) -> None:
    assert (path(file), uri(file)) == (plain, escaped)


def test_files_below_the_folder_are_told_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert path(str(tmp_path / "data/某.yaml")) == "data/某.yaml"
    assert uri(str(tmp_path / "data/某.yaml")) == "data/%E6%9F%90.yaml"


# ---------------------------------------------------------------- fingerprints


def test_no_two_findings_have_one_fingerprint(project: Path, docgen: Docgen) -> None:
    """The same fault three times in a file, twice in one line: GitLab would show those with one fingerprint as one."""
    names = [one["fingerprint"] for one in valid("gitlab", checked(docgen, "gitlab"))]
    assert len(names) == len(set(names)) > 8


def test_a_fingerprint_stays_when_lines_move(project: Path, docgen: Docgen) -> None:
    before = valid("gitlab", checked(docgen, "gitlab"))
    campaign = project / HOME / "2026.yaml"
    campaign.write_text("# 备忘\n\n" + campaign.read_text(encoding="utf-8"), encoding="utf-8")
    after = valid("gitlab", checked(docgen, "gitlab"))
    assert [one["fingerprint"] for one in before] == [one["fingerprint"] for one in after]
    assert before != after


def test_fingerprints_of_letters_that_are_alike() -> None:
    letters = findings_of_problems([Problem("C102", "no date"), Problem("C102", "no date")], "a.yaml")
    assert len(set(fingerprints(letters))) == 2


def test_the_schema_of_the_json_knows_every_code_and_severity() -> None:
    content = json.loads(OWN.read_text(encoding="utf-8"))["$defs"]["finding"]["properties"]
    assert content["severity"]["enum"] == list(SEVERITIES)
    assert all(re.search(content["code"]["pattern"], one.code) for one in RULES)
    assert all(re.search(content["name"]["pattern"], one.name) for one in RULES)
