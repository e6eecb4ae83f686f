"""花脸稿 from a 修订稿: tracked changes become ordinary text that looks like them, for signing and printing."""

from __future__ import annotations

from docgen.diff.word.names import DEL, INS, P_PR, R_PR, TR_PR, Node, R, local, make, w

GONE, CAME = "C00000", "1F4FBF"
"""Red and blue, dark enough to tell apart in a grey copy by strike and underline alone."""

_ORDER = """
rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText
vertAlign rtl cs em lang eastAsianLayout specVanish oMath
""".split()  # noqa: SIM905
"""The order in which Word's schema wants the looks of a run."""


def strike(root: Node) -> None:
    """Turns every mark in ``root`` into looks."""
    for mark in list(root.iter(INS, DEL)):
        parent = mark.getparent()
        if parent is None or parent.tag in (R_PR, TR_PR):
            continue
        for run in mark.iter(R):
            _look(run, gone=mark.tag == DEL)
        at = parent.index(mark)
        for offset, one in enumerate(list(mark)):
            parent.insert(at + offset, one)
        parent.remove(mark)
    for holder in [*root.iter(TR_PR), *root.iterfind(f".//{P_PR}/{R_PR}")]:
        for mark in [one for one in holder if one.tag in (INS, DEL)]:
            holder.remove(mark)
    for node in list(root.iter(w("delText"))):
        node.tag = w("t")


def _look(run: Node, gone: bool) -> None:
    looks = run.find(R_PR)
    if looks is None:
        looks = make("rPr")
        run.insert(0, looks)
    marks = [make("strike"), make("color", val=GONE)] if gone else [make("color", val=CAME), make("u", val="single")]
    for mark in marks:
        for old in looks.findall(mark.tag):
            looks.remove(old)
        looks.insert(sum(_rank(one) < _rank(mark) for one in looks), mark)


def _rank(node: Node) -> int:
    name = local(node)
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
