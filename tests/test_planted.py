"""A case of every rule planted into a sample campaign: exactly its findings are new, no other rule says a word.

The samples are whole notices with forms, tables and contacts; what is planted into the specimen of ``test_rules`` might
be found there only because so little else is.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from rule_cases import PAGES, SPECIMEN, Case, cases_of, sections

from docgen.diagnostics import DocgenError
from docgen.lint.rules import BY_CODE, RULES
from docgen.lint.run import outcome_of
from docgen.workflow.check import read_file

ROOT = Path(__file__).parent.parent
SAMPLE = Path("data/shili/2024.yaml")

THIS_YEAR = {
    "2024": "2026",
    "issued: .*": "issued: 2026-03-05",
    "number: 示人社专.*": "number: 示人社发〔2026〕12号",
    "date: 2026-03-15": "date: 2026-04-10",
    "0000-7654321": "0431-87654321",
    "printed: 2026-02-21": "printed: 2026-03-06",
    ", contact: office": "",
    r"title_lines:\n(  - .*\n)+": "",
}
"""The sample in the year of the cases, with the values of the specimen that they are about."""

ADDED = ("basis", "deadlines", "quotas", "contacts", "materials", "annexes")
"""Keys under which a case's entries are put beside the sample's; under all others in their place."""

CHINESE = "一二三四五六七八九十"

ELSEWHERE = {
    "ATT-008": "its annexes bear the numbers of the specimen's",
    "ATT-011": "the specimen's annexes, which no sample mentions, are put beside the sample's",
    "ATT-020": "its numbers are those of the specimen's two annexes",
    "FORM-014": "it is about a field of the specimen's form",
    "QUOTA-001": "the words of a sample use no such quota",
    "QUOTA-002": "it is about the specimen's roster",
    "QUOTA-005": "its words name the annexes of the specimen",
}
"""Rules whose cases no other campaign can hold, and why."""

CASES = [
    case
    for page in sorted(PAGES.glob("*.md"))
    for case in cases_of(page)
    if "⟦" in case.text and case.kind in ("body", "yaml") and not case.superior
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Its text; its folder is the current one."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(ROOT / "data/shili", folder / "data/shili")
    shutil.copytree(SPECIMEN / "annexes", folder / "data/shili/annexes", dirs_exist_ok=True)
    text = (folder / SAMPLE).read_text(encoding="utf-8")
    for old, new in THIS_YEAR.items():
        assert re.search(old, text), old
        text = re.sub(old, new, text)
    text = text.replace("form: shili-2026", "form: shili-2024")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        yield text


def found(text: str) -> Counter[tuple[str, str]]:
    SAMPLE.write_text(text, encoding="utf-8")
    outcome = outcome_of(read_file(SAMPLE), RULES)
    assert not outcome.broken
    return Counter((one.code, one.words or one.hit.message) for one in outcome.findings)


def planted(case: Case, text: str) -> str:
    plain = case.text.replace("⟦", "").replace("⟧", "")
    if case.kind == "body":
        plain = _going_on(plain, text)
        lines = "".join(f"  {line}\n" if line else "\n" for line in plain.splitlines())
        at = text.index("  {{ contacts.office | contact_lines")
        return text[:at] + lines + "\n" + text[at:]
    own = dict(sections(text))
    if "\nbody:" in plain:  # another notice, which has nothing to say of these
        text = text.replace(own["funding"], "").replace(own["materials"], "")
    for key, section in sections(plain):
        if key in ADDED and key in own and re.match(rf"{key}:\n", section):
            text = text.replace(own[key], _beside(own[key], section.partition("\n")[2]))
        elif key in own:
            text = text.replace(own[key], section)
        else:
            text = text.replace("\nbody:", f"\n{section}\nbody:")
    return text


def _going_on(lines: str, text: str) -> str:
    """The specimen ends with its second chapter's second point; the sample's numbers go on from its own last ones."""
    body = text[text.index("\nbody:") :]
    for pattern in (r"(?<=^  )[一二三四五六七八九](?=、)", r"(?<=^  （)[一二三四五六七八九](?=）)"):
        more = CHINESE.index(re.findall(pattern, body, re.M)[-1]) - 1
        own = pattern.replace("  ", "", 1)
        first, *rest = re.split(r"^(?=[一二三四五六七八九]、)", lines, flags=re.M) if "（" in own else [lines]
        first = re.sub(own, lambda one, more=more: CHINESE[CHINESE.index(one.group()) + more], first, flags=re.M)
        lines = "".join([first, *rest])
    return lines


def _beside(own: str, entries: str) -> str:
    """Entries of one name take the place of the sample's."""
    for name in re.findall(r"^  - \{id: (\w+)", entries, re.M):
        own = re.sub(rf"^  - \{{id: {name},.*\n", "", own, flags=re.M)
    for name in re.findall(r"^  (\w+):", entries, re.M):
        own = re.sub(rf"^  {name}:.*\n(?:    .*\n)*", "", own, flags=re.M)
    return own.rstrip("\n") + "\n" + entries.rstrip("\n") + "\n\n"


def said(case: Case, sample: str, before: Counter[tuple[str, str]]) -> str:
    """What is wrong with the findings; nothing if exactly what is marked is new."""
    try:
        new = found(planted(case, sample)) - before
    except DocgenError as error:
        return str(error)
    own = sum(count for (code, _words), count in new.items() if code == case.code)
    others = {code for code, _words in new} - {case.code} - case.others
    return "" if own == case.text.count("⟦") and not others else f"{own} of {case.text.count('⟦')}, {sorted(others)}"


def test_a_case_of_every_rule_is_found_in_a_sample_and_nothing_else(sample: str) -> None:
    before = found(sample)
    failed: dict[str, list[str]] = {}
    for code in dict.fromkeys(case.code for case in CASES):
        reasons: list[str] = []
        for case in (one for one in CASES if one.code == code):
            reasons.append(said(case, sample, before))
            if not reasons[-1]:
                break
        else:
            failed[code] = reasons
    assert {code: reasons for code, reasons in failed.items() if code not in ELSEWHERE} == {}
    assert set(ELSEWHERE) <= set(BY_CODE)
    assert set(ELSEWHERE) == set(failed), "these can be planted by now"
