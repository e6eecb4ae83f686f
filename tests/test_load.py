"""From a campaign's file to a campaign, or to letters."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import pytest

from docgen.campaign.load import load_campaign
from docgen.campaign.model import Campaign
from docgen.diagnostics import DocgenError
from docgen.sources.letters import LETTERS
from docgen.sources.letters_texts import PATTERNS
from docgen.sources.marks import Length, Like, Within
from docgen.sources.part import Part, keys_of
from docgen.sources.source_map import SourceMap
from docgen.sources.strict_yaml import Reading
from docgen.sources.validation import validate
from docgen.templates.form_model import FormPlan

GOOD = """\
# yaml-language-server: $schema=../../schemas/campaign.schema.json
id: tianjin-2020
year: 2020
look: gbt9704
issuer: {name: 天津市人力资源和社会保障局, short: 市人社局}
number: 津人社办函〔2020〕124号
title: 市人社局关于开展专家服务基层项目申报工作的通知
title_lines: [市人社局关于开展, 专家服务基层项目申报工作的通知]
issued: 2020-03-01
disclosure: 主动公开
addressees: [各区人力资源和社会保障局, 各市级专家服务基地]
basis:
  ministry: {issuer: 人力资源社会保障部, title: 关于开展工作的通知, number: 人社专技司函〔2020〕016号}
deadlines:
  submission: {date: 2020-03-13, time: 17:00, what: 申报材料报送, hard: 否}
quotas:
  team: {what: 服务团, max: 1, soft: 是, by_unit: {市一中心医院: 2}}
contacts:
  office: {unit: 专业技术人员管理处, people: [杨妤, 祝露], phones: [0471-123, 83218119], fax: }
funding:
  each: {what: 每个项目, amount: 20}
materials:
  paper: {what: 申报表, copies: 3, contact: office}
facts: {places: 3, opening: 2020-04-01, code: 016, areas: [和平区, 河西区]}
annexes:
  - {id: team, form: tianjin-2020-team}
  - {id: terms, title: 说明, body: 说明如下。}
attached:
  - {title: 转发的通知, body: 正文, note: 此件公开}
signature: {variant: unsealed}
imprint: {copies_to: [市委办公厅], printed: 2020-03-02}
body: |
  为深入贯彻
  一、申报内容
"""


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "en")
    monkeypatch.chdir(tmp_path)


def write(text: str, name: str = "a.yaml") -> Path:
    path = Path(name)
    path.write_text(text, encoding="utf-8")
    return path


def letters(path: Path) -> list[str]:
    with pytest.raises(DocgenError) as caught:
        load_campaign(path)
    assert caught.value.exit_code == 3
    return [str(problem) for problem in caught.value.problems]


def changed(old: str, new: str) -> list[str]:
    """What is said when ``old`` is ``new`` in the good campaign."""
    assert old in GOOD
    return letters(write(GOOD.replace(old, new, 1)))


def test_a_good_campaign() -> None:
    loaded = load_campaign(write(GOOD))
    campaign = loaded.campaign
    assert campaign.issuer[0].short == "市人社局"
    assert str(campaign.number) == "津人社办函〔2020〕124号"
    assert campaign.issued == datetime.date(2020, 3, 1)
    assert campaign.deadlines["submission"].time == "17:00"
    assert campaign.deadlines["submission"].hard is False
    assert campaign.quotas["team"].by_unit == {"市一中心医院": 2}
    assert campaign.contacts["office"].phones == ["0471-123", "83218119"]
    assert campaign.contacts["office"].fax == ""
    assert campaign.attached[0].note == ["此件公开"]
    assert loaded.body == "为深入贯彻\n一、申报内容\n"
    assert loaded.inputs == (Path("a.yaml"),)
    assert str(loaded.sources.place_in_text(("body",), 1, 2)) == "a.yaml:34:5"


def test_a_fact_is_a_day_or_a_number_where_it_is_written_exactly_so() -> None:
    facts = load_campaign(write(GOOD)).campaign.facts
    assert facts == {
        "places": 3,
        "opening": datetime.date(2020, 4, 1),
        "code": "016",
        "areas": ["和平区", "河西区"],
    }


CASES = {
    ("issued: 2020-03-01", "issued: 2020-02-30"): (
        'a.yaml:9:9: error[C102] issued: "2020-02-30" is not a date; did you mean 2020-02-29?'
    ),
    ("date: 2020-03-13", "date: 2020-2-3"): (
        'a.yaml:15:22: error[C102] deadlines.submission.date: "2020-2-3" is not a date; did you mean 2020-02-03?'
    ),
    ("date: 2020-03-13", "date: 2020-03-13T00:00"): (
        'a.yaml:15:22: error[C102] deadlines.submission.date: "2020-03-13T00:00" is not a date; '
        "did you mean 2020-03-13?"
    ),
    ("date: 2020-03-13", "date: 2020年3月13日"): (
        'a.yaml:15:22: error[C102] deadlines.submission.date: "2020年3月13日" is not a date; did you mean 2020-03-13?'
    ),
    ("date: 2020-03-13", "date: 1583020800"): (
        'a.yaml:15:22: error[C102] deadlines.submission.date: "1583020800" is not a date; write it as 2020-03-01'
    ),
    ("date: 2020-03-13", "date: 三月"): (
        'a.yaml:15:22: error[C102] deadlines.submission.date: "三月" is not a date; write it as 2020-03-01'
    ),
    ("opening: 2020-04-01", "opening: 2020-04-31"): (
        'a.yaml:24:29: error[C102] facts.opening: "2020-04-31" is not a date; did you mean 2020-04-30?'
    ),
    ("year: 2020", "year: 0471"): ('a.yaml:3:7: error[C103] year: "0471" is not a whole number; did you mean 471?'),
    ("year: 2020", "year: ２０２０"): (
        'a.yaml:3:7: error[C103] year: "２０２０" is not a whole number; did you mean 2020?'
    ),
    ("year: 2020", "year: 20200"): ("a.yaml:3:7: error[C109] year: 20200 is too large; write at most 2200"),
    ("copies: 3", "copies: 1e3"): (
        'a.yaml:23:30: error[C103] materials.paper.copies: "1e3" is not a whole number; write digits only'
    ),
    ("hard: 否", "hard: no"): (
        'a.yaml:15:67: error[C104] deadlines.submission.hard: "no" is neither true nor false; '
        "write true (是) or false (否)"
    ),
    ("time: 17:00", "time: 17点"): (
        'a.yaml:15:40: error[C108] deadlines.submission.time: "17点" is not a time of day; did you mean 17:00?'
    ),
    ("time: 17:00", "time: “17：30”"): (
        'a.yaml:15:40: error[C108] deadlines.submission.time: "“17：30”" is not a time of day; did you mean 17:30?'
    ),
    ("time: 17:00", "time: 24:30"): (
        'a.yaml:15:40: error[C108] deadlines.submission.time: "24:30" is not a time of day; write it as 17:00'
    ),
    ("copies: 3", "copies: 99999999999999999999"): (
        'a.yaml:23:30: error[C103] materials.paper.copies: "99999999999999999999" is not a whole number; '
        "write digits only"
    ),
    ("name: 天津市人力资源和社会保障局", 'name: "　 "'): (
        "a.yaml:5:16: error[C107] issuer.name: nothing is written here; write a value"
    ),
    ("[杨妤, 祝露]", '" "'): (
        "a.yaml:19:37: error[C107] contacts.office.people: nothing is written here; write a value"
    ),
    ("[杨妤, 祝露]", "［杨妤，祝露］"): (
        'a.yaml:19:37: error[C101] contacts.office.people: must be a list, here is the text "［杨妤，祝露］"; '
        'write [杨妤, 祝露], or lines that begin with "- "'
    ),
    ("[杨妤, 祝露]", "-杨妤 - 祝露"): (
        'a.yaml:19:37: error[C101] contacts.office.people: must be a list, here is the text "-杨妤 - 祝露"; '
        'begin each entry on a line of its own with "- ", the first one too'
    ),
    ("disclosure: 主动公开", "disclosure: 主动公布"): (
        'a.yaml:10:13: error[C105] disclosure: "主动公布" cannot stand here; did you mean 主动公开?'
    ),
    ("title: 市人社局", "tilte: 市人社局"): ("a.yaml:7:1: error[C100] tilte: unknown key; did you mean title?"),
    ("addressees:", "recipients:"): ("a.yaml:11:1: error[C100] recipients: unknown key; did you mean addressees?"),
    ("addressees:", "主送机关:"): "a.yaml:11:1: error[C100] 主送机关: unknown key; did you mean addressees?",
    ("fax: }", "tel: 1}"): ("a.yaml:19:77: error[C100] contacts.office.tel: unknown key; did you mean phones?"),
    ("variant: unsealed", "colour: red"): (
        "a.yaml:30:13: error[C100] signature.colour: unknown key; known are: variant"
    ),
    ("number: 津人社办函〔2020〕124号\n", ""): 'a.yaml:2:1: error[C106] number: missing; add "number: …"',
    ("number: 津人社办函〔2020〕124号", "number:"): (
        "a.yaml:6:8: error[C107] number: nothing is written here; write a value"
    ),
    ("[杨妤, 祝露]", "杨妤"): (
        'a.yaml:19:37: error[C101] contacts.office.people: must be a list, here is the text "杨妤"; '
        'write [杨妤], or lines that begin with "- "'
    ),
    ("[杨妤, 祝露]", "[杨妤, [祝露]]"): (
        "a.yaml:19:42: error[C101] contacts.office.people[2]: must be a text, here is a list"
    ),
    ("[杨妤, 祝露]", "[杨妤, {联系人: 祝露}]"): (
        "a.yaml:19:42: error[C101] contacts.office.people[2]: must be a text, here is a mapping; "
        'put a text that holds ": " or begins with a brace in quotes'
    ),
    ("\n  submission: {date: 2020-03-13, time: 17:00, what: 申报材料报送, hard: 否}", " [2020-03-13]"): (
        "a.yaml:14:12: error[C101] deadlines: must be a mapping, here is a list; "
        'write a name, ":" and a space before each entry'
    ),
    ("{date: 2020-03-13, time: 17:00, what: 申报材料报送, hard: 否}", "2020-03-13"): (
        'a.yaml:15:15: error[C101] deadlines.submission: must be a mapping, here is the text "2020-03-13"; '
        "write {date: …}"
    ),
    ("[和平区, 河西区]", "{和平区: 1}"): (
        "a.yaml:24:59: error[C101] facts.areas: must be a text or a whole number or a date or a list, "
        'here is a mapping; put a text that holds ": " or begins with a brace in quotes'
    ),
    ("{name: 天津市人力资源和社会保障局, short: 市人社局}", "天津市人力资源和社会保障局"): (
        'a.yaml:5:9: error[C101] issuer: must be a mapping, here is the text "天津市人力资源和社会保障局"; '
        "write {name: …}"
    ),
    ("number: 津人社办函〔2020〕124号", "number: 津人社办函2020-124"): (
        'a.yaml:6:9: error[C111] number: "津人社办函2020-124" is not a document number; '
        "did you mean 津人社办函〔2020〕124号?"
    ),
    ("id: tianjin-2020", "id: Tianjin 2020"): (
        'a.yaml:2:5: error[C108] id: "Tianjin 2020" cannot be a name; did you mean tianjin-2020?'
    ),
    ("id: tianjin-2020", "id: 天津"): (
        'a.yaml:2:5: error[C108] id: "天津" cannot be a name; a name is made of a-z, 0-9, - and _'
    ),
    ("  submission: {", "  Last Day: {"): (
        'a.yaml:15:3: error[C108] deadlines.Last Day: "Last Day" cannot be a name; did you mean last_day?'
    ),
    ("team: {what: 服务团, max: 1, soft: 是, by_unit: {市一中心医院: 2}}", "team: {what: 服务团}"): (
        "a.yaml:17:9: error[C120] quotas.team: the quota has no number; add min, max or by_unit"
    ),
    ("max: 1, soft", "min: 2, max: 1, soft"): (
        "a.yaml:17:9: error[C120] quotas.team: min 2 is above max 1; exchange them"
    ),
    ("form: tianjin-2020-team", "title: 表"): (
        "a.yaml:26:5: error[C121] annexes[1]: the annex has neither a form nor a body; add one of them"
    ),
    ("title: 说明, body", "form: x, body"): (
        "a.yaml:27:5: error[C121] annexes[2]: the annex has a form and a body; delete one of them"
    ),
    ("id: terms", "id: team"): (
        'a.yaml:27:10: error[C123] annexes[2].id: the annex in line 26 is named "team" too; give each its own name'
    ),
    ("[市人社局关于开展, 专家服务基层项目", "[市人社局关于开展, 专家服务项目"): (
        "a.yaml:8:14: error[C124] title_lines: the lines are not the title; "
        'the title goes on "服务基层项目申报工作", the lines "服务项目申报工作的通"'
    ),
    ("contact: office", "contact: ofice"): (
        'a.yaml:23:42: error[C125] materials.paper.contact: there is no contact "ofice"; did you mean office?'
    ),
    ("body: |\n  为深入贯彻\n  一、申报内容\n", ""): (
        'a.yaml:2:1: error[C122] the campaign has no words; add "body: |" and the words below it'
    ),
    ("disclosure", "copy_number: 12\ndisclosure"): (
        'a.yaml:10:14: error[C108] copy_number: "12" is not a copy number; write six digits, as 000001'
    ),
}


@pytest.mark.parametrize(("change", "letter"), CASES.items(), ids=[new for _old, new in CASES])
def test_each_fault_has_its_letter(change: tuple[str, str], letter: str) -> None:
    assert changed(*change) == [letter]


def test_midnight_is_a_time_of_day() -> None:
    loaded = load_campaign(write(GOOD.replace("time: 17:00", "time: 24:00")))
    assert loaded.campaign.deadlines["submission"].time == "24:00"


def test_a_title_of_200_characters() -> None:
    found = letters(write(re.sub("title: .*\ntitle_lines.*", "title: " + "长" * 200, GOOD, count=1)))
    assert found == ["a.yaml:7:8: error[C110] title: 200 characters are too many; at most 120 may stand here"]


def test_title_lines_are_not_compared_with_a_title_that_jinja_writes() -> None:
    text = GOOD.replace("title: 市人社局关于", "title: 市人社局关于{{ year }}年")
    assert load_campaign(write(text)).campaign.title_lines[0] == "市人社局关于开展"


def test_everything_wrong_is_said_at_once_in_the_order_of_the_file() -> None:
    text = GOOD.replace("2020-03-01", "2020-13-01").replace("look:", "lok:").replace("copies: 3", "copies: 三")
    text = text.replace("id: terms", "id: team").replace("body: |", "year: 2021\nbody_file: x.txt\nbody: |")
    found = letters(write(text))
    assert [re.sub(r" .*", "", letter) for letter in found] == [
        "a.yaml:2:1:",
        "a.yaml:4:1:",
        "a.yaml:9:9:",
        "a.yaml:23:30:",
        "a.yaml:27:10:",
        "a.yaml:32:1:",
        "a.yaml:33:12:",
    ]


def test_messages_in_another_language_say_the_same_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_LANG", "zh_CN")
    (letter,) = changed("issued: 2020-03-01", "issued: 2020-02-30")
    assert letter.startswith("a.yaml:9:9: ")
    assert "C102" in letter
    assert "2020-02-29" in letter


# The file


def test_a_file_that_is_not_there() -> None:
    write(GOOD, "2020.yaml")
    assert letters(Path("2002.yaml")) == ["2002.yaml: error[C160] there is no such file; did you mean 2020.yaml?"]
    assert letters(Path("no/2002.yaml")) == [
        "no/2002.yaml: error[C160] there is no such file; its folder does not exist either"
    ]


def test_a_folder() -> None:
    Path("data").mkdir()
    assert letters(Path("data")) == ["data: error[C161] this is a folder, not a file; name the file in it"]


def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = write(GOOD)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert letters(path) == ["a.yaml: error[C162] you may not read this file; ask its owner"]


def test_a_file_on_a_broken_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def break_(path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    path = write(GOOD)
    monkeypatch.setattr(Path, "read_bytes", break_)
    assert letters(path) == ["a.yaml: error[C162] the file cannot be read: Input/output error"]


def test_a_name_that_no_file_can_have() -> None:
    (letter,) = letters(Path("a\x00.yaml"))
    assert "error[C16" in letter


def test_a_file_too_large() -> None:
    path = write("a: " + "x" * 5_100_000)
    assert letters(path) == ["a.yaml: error[C163] 5.1 MB is too much; at most 5 MB are read"]


@pytest.mark.parametrize(("encoding", "line", "name"), [("gb18030", 5, "GB18030 (GBK)"), ("utf-16", 1, "UTF-16")])
def test_another_encoding(encoding: str, line: int, name: str) -> None:
    Path("a.yaml").write_bytes(GOOD.encode(encoding))
    assert letters(Path("a.yaml")) == [
        f"a.yaml:{line}: error[C164] the file is not UTF-8; it looks like {name}; save it again with the encoding UTF-8"
    ]


def test_a_byte_order_mark_is_no_fault() -> None:
    Path("a.yaml").write_bytes(GOOD.encode("utf-8-sig"))
    assert load_campaign(Path("a.yaml")).campaign.id == "tianjin-2020"


def test_a_text_where_a_campaign_should_be() -> None:
    (letter,) = letters(write("标题：通知"))
    assert letter == (
        'a.yaml:1:1: error[C101] must be a mapping, here is the text "标题：通知"; '
        'write ":" and a space behind each key, not "："'
    )


# The words in a file of their own


def with_body_file(name: str) -> Path:
    return write(GOOD[: GOOD.index("body: |")] + f"body_file: {name}\n")


def test_words_in_a_file() -> None:
    Path("words.txt").write_bytes("\ufeff一、甲\r\n\r\n二、乙\r\n".encode())
    loaded = load_campaign(with_body_file("words.txt"))
    assert loaded.body == "一、甲\n\n二、乙\n"
    assert str(loaded.sources.place_in_text(("body",), 2, 1)) == "words.txt:3:2"
    assert loaded.inputs == (Path("a.yaml"), Path("words.txt"))


def test_words_in_a_file_that_is_not_there() -> None:
    write("", "words.txt")
    assert letters(with_body_file("word.txt")) == [
        'a.yaml:32:12: error[C160] "word.txt": there is no such file; did you mean words.txt?'
    ]


@pytest.mark.parametrize("name", ["../secret.txt", "/etc/hostname", "a/../../secret.txt"])
def test_words_stay_in_the_campaigns_folder(name: str) -> None:
    (letter,) = letters(with_body_file(name))
    assert letter.startswith("a.yaml:32:12: error[C167] body_file: ")
    assert letter.endswith("lies outside the campaign's folder; put the file beside the campaign")


def test_a_link_is_no_way_out(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.txt"
    secret.write_text("x", encoding="utf-8")
    (tmp_path / "words.txt").symlink_to(secret)
    (letter,) = letters(with_body_file("words.txt"))
    assert "error[C167]" in letter


def test_words_that_cannot_be_printed() -> None:
    Path("words.txt").write_text("一、甲\n二\x0b乙", encoding="utf-8")
    assert letters(with_body_file("words.txt")) == [
        "words.txt:2:2: error[C166] the character U+000B cannot be printed; delete it"
    ]


# No fault without a letter


def test_every_fault_that_the_models_know_has_a_letter() -> None:
    sources = list(Path(__file__).parent.parent.glob("docgen/**/*.py"))
    own = {name for path in sources for name in re.findall(r'Refused\(\s*"(\w+)"', path.read_text("utf-8"))}
    assert {"quota_empty", "text_no_day", "form_grid"} <= own
    possible = own | {kind for model in (Campaign, FormPlan) for kind in kinds(model)}
    assert {"string_type", "missing", "literal_error", "list_type", "model_type", "too_short"} <= possible
    assert possible == set(LETTERS)


def kinds(annotation: Any) -> Iterator[str]:
    """The faults that a value may have where this is annotated."""
    names = {str: "string", int: "int", float: "float", bool: "bool", datetime.date: "date", list: "list", dict: "dict"}
    origin, parts = get_origin(annotation), get_args(annotation)
    if annotation in names or origin in names:
        yield f"{names[origin or annotation]}_type"
    if origin is Literal:
        yield "literal_error"
    elif origin is Annotated:
        for mark in parts[1:]:
            yield from kinds_of_mark(mark, "" if get_origin(parts[0]) is list else "string_")
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield from ("model_type", "missing", "extra_forbidden")
        parts = tuple(key.annotation for key in keys_of(annotation).values())
    for part in parts:
        yield from kinds(part)


def kinds_of_mark(mark: Any, of: str) -> Iterator[str]:
    match mark:
        case Length(least, most):
            yield from [f"{of}too_short"] * bool(least)
            yield from [f"{of}too_long"] * bool(most)
        case Like():
            yield "string_pattern_mismatch"
        case Within(gt, ge, le):
            names = {"greater_than": gt, "greater_than_equal": ge, "less_than_equal": le}
            yield from (name for name, bound in names.items() if bound is not None)


def test_every_pattern_has_a_letter() -> None:
    patterns = {mark.pattern for model in (Campaign, FormPlan) for mark in marks_in(model) if isinstance(mark, Like)}
    assert len(patterns) >= 4
    assert patterns <= set(PATTERNS)


def marks_in(annotation: Any) -> Iterator[Any]:
    parts = get_args(annotation) if get_origin(annotation) is not Literal else ()
    if isinstance(annotation, type) and issubclass(annotation, Part):
        parts = tuple(key.annotation for key in keys_of(annotation).values())
    if get_origin(annotation) is Annotated:
        yield from parts[1:]
        parts = parts[:1]
    for part in parts:
        yield from marks_in(part)


ODD_VALUES: tuple[Any, ...] = (
    None,
    "",
    "x",
    "0471",
    "1e3",
    "-1",
    "2020-2-3",
    "是",
    [],
    ["x"],
    [None],
    {},
    {"x": "y"},
    [[]],
    [{}],
)


def test_any_value_anywhere_is_accepted_or_told_in_the_authors_words() -> None:
    from docgen.sources.strict_yaml import read_yaml

    forms = sorted(Path(__file__).parent.parent.glob("templates/annexes/*/form.yaml"))
    texts = [(Campaign, GOOD), *((FormPlan, path.read_text("utf-8")) for path in forms[:1])]
    told = 0
    for model, text in texts:
        data = read_yaml(text, "a.yaml").data
        for put in spots(data):
            for value in ODD_VALUES:
                told += _told(model, put(value))
    assert told > 1000


def spots(whole: Any) -> Iterator[Any]:
    """For each value within ``whole``, a function that gives the whole with another value there."""
    yield lambda value: value
    parts = whole.items() if isinstance(whole, dict) else enumerate(whole) if isinstance(whole, list) else ()
    for key, part in parts:
        for put in spots(part):
            yield lambda value, key=key, put=put: _with(whole, key, put(value))


def _with(whole: Any, key: Any, value: Any) -> Any:
    copy = whole.copy()
    copy[key] = value
    return copy


def _told(model: type[Part], data: Any) -> int:
    value, problems = validate(model, Reading(data, SourceMap("a.yaml")), "C")
    assert (value is None) == bool(problems)
    for problem in problems:
        assert not re.search(r"[Ii]nput|[Vv]alidat|dictionary|instance|None", str(problem)), problem
    return len(problems)
