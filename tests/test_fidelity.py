"""Nothing of the five notices is missing, nothing is invented: composed in memory, read as text.

``make fidelity`` does the same with the files as built.
"""

from __future__ import annotations

import fidelity
import pytest
from test_samples import CAMPAIGNS, composed, text_of

from docgen.compose import split_annexes
from docgen.document.tree import Document


def seed_of(campaign: str) -> str:
    return (fidelity.SEEDS / f"{campaign}.txt").read_text(encoding="utf-8")


def added_to(campaign: str) -> tuple[str, ...]:
    """The listed words, and the listed annexes as they are on their own."""
    notice = composed(CAMPAIGNS[campaign])
    numbers = fidelity.ADDED_ANNEXES.get(campaign, ())
    alone = [words_of(one) for one in split_annexes(notice) if one.annex.number in numbers]
    annexes = [fidelity.fold(text).removeprefix(fidelity.fold(notice.number)) for text in alone]
    return (*annexes, *(one.words for one in fidelity.ADDED[campaign]))


def words_of(document: Document) -> str:
    """The words alone: `` / `` is how plain text shows that a cell goes on in a new line."""
    return text_of(document).replace(" / ", "\n")


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_the_notice_is_the_published_one(campaign: str) -> None:
    found = fidelity.compare(seed_of(campaign), words_of(composed(CAMPAIGNS[campaign])), added_to(campaign))
    assert found.seed >= fidelity.SEED_GOALS[campaign], "\n".join(map(str, found.places))
    assert found.built >= fidelity.BUILT_GOAL, "\n".join(map(str, found.places))


def test_what_differs_is_shown_with_what_stands_before_it() -> None:
    found = fidelity.compare("于3月13日前报送。", "于3月14日前报送。")
    assert [str(place) for place in found.places] == ["…于3月1〖3〗→〖4〗"]
    assert found.seed == pytest.approx(9 / 10)


def test_width_quotes_and_space_do_not_differ() -> None:
    found = fidelity.compare('沪[2023]49号 "五个中心",共 3 个', "沪〔２０２３〕49号“五个中心”，共3个")
    assert (found.seed, found.built, found.places) == (1.0, 1.0, ())


def test_a_listed_addition_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ValueError, match="印发"):
        fidelity.compare("通知", "通知", ("某局办公室2020年3月1日印发",))


def test_page_numbers_are_no_words() -> None:
    assert fidelity.without_page_numbers("特此通知。\n— 1 —\n\f附件1\n  - 12 -\n").split() == [
        "特此通知。",
        "附件1",
    ]


def test_the_goals_are_for_every_campaign() -> None:
    assert set(fidelity.SEED_GOALS) == set(fidelity.ADDED) == set(CAMPAIGNS)
