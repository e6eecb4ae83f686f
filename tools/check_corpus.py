"""What the rules find in real notices, finding by finding: the base of all that is said of false alarms.

``python tools/check_corpus.py FOLDER… [--select NUM,PUNC-014]`` runs every rule over each .txt, .docx and .pdf of the
folders. It prints the findings rule by rule, each with the words around it; then a table, a row a document: its errors,
warnings and remarks; and at the end how many errors a document has on average.

Whether a finding is right only a reader can say. Who has looked writes it into ``verdicts.tsv`` in the same folder, a
line a finding: document, code, the words found (of a finding that has a place alone, what its message quotes),
``true`` or ``false``, with tabs between. The list then shows ``true``, ``FALSE`` or, where nobody has looked yet,
``?``; and the table counts the false ones. Exit 1 if a rule breaks or a document cannot be read.

``--list FILE`` writes every finding into a page as well, a line each: docs/quiet-findings.md is one. What a document is
called there stands in ``names.tsv`` in its folder: document, tab, name.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from docgen.diagnostics import DocgenError
from docgen.lint.finding import SEVERITIES, Finding
from docgen.lint.listed import Listed
from docgen.lint.rules import RULES
from docgen.lint.run import outcome_of
from docgen.workflow.check import read_file

ENDINGS = (".txt", ".docx", ".pdf")
AROUND = 16
"""So many characters before and after the words are shown."""
QUOTED = 15
"""So many characters of the words stand in the page: enough to find them again, not so many as to reprint a notice."""

Verdict = Literal["true", "false", "?"]
Key = tuple[str, str, str]
"""Document, code, words."""


@dataclass(frozen=True)
class Found:
    """A finding in a document, and what its reader said of it."""

    document: Path
    finding: Finding
    verdict: Verdict

    @property
    def mark(self) -> str:
        """The verdict, so that a false one is seen."""
        return "FALSE" if self.verdict == "false" else self.verdict


def main(arguments: Sequence[str]) -> int:
    """Check, print, and say whether all documents and rules could be looked at."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--select", default="", help="groups or codes, with commas between")
    parser.add_argument("--list", type=Path, help="a page to write, with every finding in a line")
    wanted = parser.parse_args(arguments)
    rules = [one for one in RULES if _is_selected(one.code, wanted.select)]
    documents = [document for folder in wanted.folders for document in _documents(folder)]
    verdicts = {key: verdict for folder in wanted.folders for key, verdict in _verdicts(folder)}
    found: list[Found] = []
    failures: list[str] = []
    for document in documents:
        one, failed = _checked(document, rules, verdicts)
        found += one
        failures += failed
    for line in (*_by_rule(found), "", *_by_document(documents, found), "", *failures):
        print(line)
    if wanted.list:
        lines = [line for folder in wanted.folders for line in _section(folder, found)]
        wanted.list.write_text("\n".join([*_PAGE, *lines]) + "\n", encoding="utf-8")
    return 1 if failures else 0


def _documents(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.suffix in ENDINGS]


def _is_selected(code: str, select: str) -> bool:
    return not select or any(code == one or code.partition("-")[0] == one for one in select.split(","))


def _verdicts(folder: Path) -> Iterator[tuple[Key, Verdict]]:
    path = folder / "verdicts.tsv"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        document, code, words, verdict = line.split("\t")
        if verdict not in ("true", "false"):
            raise SystemExit(f"{path}: {verdict!r} is neither true nor false")
        yield (document, code, words), "true" if verdict == "true" else "false"


def _checked(document: Path, rules: Sequence[Listed], verdicts: Mapping[Key, Verdict]) -> tuple[list[Found], list[str]]:
    try:
        outcome = outcome_of(read_file(document), rules)
    except DocgenError as error:
        return [], [f"{document}: {problem.message}" for problem in error.problems]
    found = [Found(document, one, verdicts.get((document.name, one.code, _said(one)), "?")) for one in outcome.findings]
    return found, [f"{document}: {broken.code} broke\n{broken.trace}" for broken in outcome.broken]


def _said(finding: Finding) -> str:
    """The words found; of a place alone, what the message quotes of it, in whatever language the message is."""
    return finding.words or "、".join(re.findall('["“]([^"“”]+)["”]', finding.hit.message))


# ---------------------------------------------------------------- what is printed


def _by_rule(found: Sequence[Found]) -> Iterator[str]:
    groups: defaultdict[str, list[Found]] = defaultdict(list)
    for one in found:
        groups[one.finding.code].append(one)
    for code in sorted(groups):
        first = groups[code][0].finding
        yield f"{code} {first.name} ({first.severity}): {len(groups[code])}"
        for one in groups[code]:
            yield f"  {one.mark:5} {one.document.name}:{one.finding.place.line or ''}  {_excerpt(one.finding)}"


def _excerpt(finding: Finding) -> str:
    hit = finding.hit
    if hit.passage is None:
        return hit.message
    text = hit.passage.text
    before, after = text[max(0, hit.start - AROUND) : hit.start], text[hit.end : hit.end + AROUND]
    return f"{before}⟦{finding.words}⟧{after}"


def _by_document(documents: Sequence[Path], found: Sequence[Found]) -> Iterator[str]:
    counts = Counter((one.document, one.finding.severity) for one in found)
    false = Counter((one.document, one.finding.severity) for one in found if one.verdict == "false")
    yield f"{'errors':>7} {'false':>6} {'warnings':>9} {'false':>6} {'infos':>6} {'false':>6}  document"
    for document in documents:
        cells = [(counts[document, severity], false[document, severity]) for severity in SEVERITIES]
        yield _row(cells, document.name)
    sums = [
        (sum(counts[one, severity] for one in documents), sum(false[one, severity] for one in documents))
        for severity in SEVERITIES
    ]
    yield _row(sums, f"all {len(documents)}")
    if documents:
        errors, wrong = sums[0]
        number = len(documents)
        unseen = sum(one.verdict == "?" for one in found)
        yield f"errors a document: {errors / number:.2f}, false ones: {wrong / number:.2f}"
        yield f"findings that nobody has judged: {unseen}"


def _row(cells: Sequence[tuple[int, int]], name: str) -> str:
    (errors, e), (warnings, w), (infos, i) = cells
    return f"{errors:7} {e:6} {warnings:9} {w:6} {infos:6} {i:6}  {name}"


# ---------------------------------------------------------------- the page

_PAGE = (
    "<!-- Made by tools/check_corpus.py --list. -->",
    "",
    "# What the rules find in real notices · 规则在真实通知中的发现",
    "",
    "A line a finding: the notice, the code, the words found (the first of them), and whether it is true. "
    "[How this was made](quiet.md).",
    "",
    "一行一处：文件，代码，所指的字（开头几个），对（true）还是误（FALSE）。[说明](quiet.zh-CN.md)。",
)


def _section(folder: Path, found: Sequence[Found]) -> Iterator[str]:
    """The findings of a folder as a table, and the documents without any."""
    names = _names(folder)
    documents = _documents(folder)
    yield from ("", f"## {names.get('#', folder.name)}", "")
    yield from ("| notice 文件 | code 代码 | words 所指 | verdict 判断 |", "|---|---|---|---|")
    for document in documents:
        name = names.get(document.name, document.stem)
        for one in found:
            if one.document == document:
                code = f"{one.finding.code} {one.finding.severity}"
                yield f"| {name} | {code} | {_cut(_said(one.finding))} | {one.mark} |"
    silent = set(documents) - {one.document for one in found}
    if silent:
        told = "；".join(names.get(one.name, one.stem) for one in documents if one in silent)
        yield from ("", f"Nothing found in {len(silent)} 没有发现的 {len(silent)} 件：{told}")


def _names(folder: Path) -> dict[str, str]:
    """Document → what it is called; ``#`` → the folder."""
    path = folder / "names.tsv"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else ()
    return {document: name for document, _tab, name in (line.partition("\t") for line in lines)}


def _cut(words: str) -> str:
    if not words:
        return ""
    short = words if len(words) <= QUOTED else f"{words[: QUOTED - 1]}…"
    return "`" + re.sub(r"\s", "␣", short).replace("|", "\\|") + "`"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
