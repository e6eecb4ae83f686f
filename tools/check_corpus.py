"""What the rules find in real notices, finding by finding: the base of all that is said of false alarms.

``python tools/check_corpus.py FOLDER… [--select NUM,PUNC-014]`` runs every rule over each .txt, .docx and .pdf of the
folders. It prints the findings rule by rule, each with the words around it; then a table, a row a document: its errors,
warnings and remarks; and at the end how many errors a document has on average.

Whether a finding is right only a reader can say. Who has looked writes it into ``verdicts.tsv`` in the same folder, a
line a finding: document, code, the words found, ``true`` or ``false``, with tabs between. The list then shows ``true``,
``FALSE`` or, where nobody has looked yet, ``?``; and the table counts the false ones. Exit 1 if a rule breaks or a
document cannot be read.
"""

from __future__ import annotations

import argparse
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

Verdict = Literal["true", "false", "?"]
Key = tuple[str, str, str]
"""Document, code, words."""


@dataclass(frozen=True)
class Found:
    """A finding in a document, and what its reader said of it."""

    document: Path
    finding: Finding
    verdict: Verdict


def main(arguments: Sequence[str]) -> int:
    """Check, print, and say whether all documents and rules could be looked at."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--select", default="", help="groups or codes, with commas between")
    wanted = parser.parse_args(arguments)
    rules = [one for one in RULES if _is_selected(one.code, wanted.select)]
    documents = [path for folder in wanted.folders for path in sorted(folder.iterdir()) if path.suffix in ENDINGS]
    verdicts = {key: verdict for folder in wanted.folders for key, verdict in _verdicts(folder)}
    found: list[Found] = []
    failures: list[str] = []
    for document in documents:
        one, failed = _checked(document, rules, verdicts)
        found += one
        failures += failed
    for line in (*_by_rule(found), "", *_by_document(documents, found), "", *failures):
        print(line)
    return 1 if failures else 0


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
    found = [Found(document, one, verdicts.get((document.name, one.code, one.words), "?")) for one in outcome.findings]
    return found, [f"{document}: {broken.code} broke\n{broken.trace}" for broken in outcome.broken]


# ---------------------------------------------------------------- what is printed


def _by_rule(found: Sequence[Found]) -> Iterator[str]:
    groups: defaultdict[str, list[Found]] = defaultdict(list)
    for one in found:
        groups[one.finding.code].append(one)
    for code in sorted(groups):
        first = groups[code][0].finding
        yield f"{code} {first.name} ({first.severity}): {len(groups[code])}"
        for one in groups[code]:
            mark = "FALSE" if one.verdict == "false" else one.verdict
            yield f"  {mark:5} {one.document.name}:{one.finding.place.line or ''}  {_excerpt(one.finding)}"


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


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
