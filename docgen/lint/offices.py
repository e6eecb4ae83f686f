"""Names of offices: who issues, whether one name is short for another."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Place
from docgen.lint.reading import Reading


def issuers_of(reading: Reading) -> Iterator[tuple[Place, str, str]]:
    """Place, name and red mark of each issuer of a campaign, or place, name and name of who signs elsewhere."""
    if not reading.loaded:
        for signature in reading.of("signature"):
            yield signature.place_of(0), signature.text, signature.text
        return
    for index, issuer in enumerate(reading.loaded.campaign.issuer):
        # A single issuer is mostly written without a list.
        single = ("issuer", "name") in reading.loaded.sources.values
        place = reading.place("issuer", "name") if single else reading.place("issuer", index, "name")
        yield place, issuer.name, issuer.mark or issuer.name


def is_short_for(short: str, name: str) -> bool:
    """Whether all of its characters stand in ``name``, in the same order: 市人社局 in 市人力资源社会保障局."""
    rest = iter(name)
    return len(short) < len(name) and all(char in rest for char in short)
